// Rules between records of accounts: each is broken once, and the complaint says where.
import { expect, test } from 'vitest';
import { altered } from '../../tests/scenario/altered.ts';
import harbour from '../../tests/scenario/samples/v5/harbour.json' with { type: 'json' };
import { parseScenario } from './parse.ts';

type Edit = readonly [path: readonly (string | number)[], value: unknown];

const MAIN = ['world', 'accounts', '222233334444'];
const OTHER = ['world', 'accounts', '333344445555'];
const at = 'accounts › 222233334444';
const account = harbour.world.accounts['222233334444'];
const KEY = 'mrk-1234567890abcdef1234567890abcdef';
const SPARE = 'arn:aws:iam::222233334444:mfa/spare';
const TOKEN = account.mfaDevices.GAHT12345678;

const device = (number: number, holder: unknown): Edit => [
  [...MAIN, 'mfaDevices', `TOKEN${number}-0000`],
  { ...TOKEN, serial: `TOKEN${number}-0000`, holder },
];
const devices = (count: number, holder: unknown): Edit[] =>
  Array.from({ length: count }, (_, number) => device(number, holder));
const tried = (...edits: readonly Edit[]) =>
  parseScenario(edits.reduce<unknown>((document, [path, value]) => altered(document, path, value), harbour));

test.each<[string, Edit[], string]>([
  [
    'an MFA device of nobody',
    [[[...MAIN, 'mfaDevices', 'GAHT12345678', 'holder', 'name'], 'nobody']],
    `${at} › mfaDevices › GAHT12345678 › holder: there is no user nobody.`,
  ],
  [
    'nine MFA devices of one user',
    devices(8, { kind: 'user', name: 'leaf' }),
    `${at} › mfaDevices › TOKEN7-0000 › holder: the user leaf must have at most 8 MFA devices.`,
  ],
  [
    'nine MFA devices of the root user',
    devices(8, { kind: 'root' }),
    `${at} › mfaDevices › TOKEN7-0000 › holder: the root user must have at most 8 MFA devices.`,
  ],
  [
    'an MFA device of another account',
    [
      [[...OTHER, 'mfaDevices', SPARE], { ...account.mfaDevices[SPARE], tags: {} }],
      [[...MAIN, 'mfaDevices', SPARE], undefined],
    ],
    `accounts › 333344445555 › mfaDevices › ${SPARE}: must be the ARN of a device of this account.`,
  ],
  [
    'a hardware token in two accounts',
    [[[...OTHER, 'mfaDevices', 'GAHT12345678'], { ...TOKEN, holder: null }]],
    'accounts › 333344445555: the MFA device GAHT12345678 is used twice.',
  ],
  [
    'an instance in two accounts',
    [[[...OTHER, 'instances'], account.instances]],
    'accounts › 333344445555: the instance i-00000000000000001 is used twice.',
  ],
  [
    'a VPC endpoint in two accounts',
    [[[...OTHER, 'vpcEndpoints'], account.vpcEndpoints]],
    'accounts › 333344445555: the VPC endpoint vpce-00000000000000001 is used twice.',
  ],
  [
    'an alias of a key that is not there',
    [[[...MAIN, 'kmsKeys', KEY], undefined]],
    `${at} › kmsAliases › us-east-1/alias/seal: there is no key ${KEY} in us-east-1.`,
  ],
  [
    'an alias of a key in another Region',
    [[[...MAIN, 'kmsKeys', KEY, 'region'], 'eu-west-1']],
    `${at} › kmsAliases › us-east-1/alias/seal: there is no key ${KEY} in us-east-1.`,
  ],
])('damaged: %s', (_what, edits, detail) => {
  expect(tried(...edits)).toEqual({ ok: false, error: { kind: 'damaged', detail } });
});

test.each<[string, Edit[]]>([
  [
    'eight MFA devices of one user, and eight of the root user',
    [...devices(7, { kind: 'user', name: 'leaf' }), ...devices(14, { kind: 'root' }).slice(7)],
  ],
  ['any number of MFA devices of nobody', devices(20, null)],
])('sound: %s', (_what, edits) => {
  const parsed = tried(...edits);
  expect(parsed.ok || parsed.error).toBe(true);
});
