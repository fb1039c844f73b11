// Tests for credentials: the values that a program is given lead to their caller, and no others do.
import { describe, expect, test } from 'vitest';
import { ask, outputOf } from '../../tests/fixtures/ask.ts';
import {
  federated,
  noorWithKey,
  noorWithToken,
  rootWithKey,
  session,
  STS_WORLD,
} from '../../tests/fixtures/sts.ts';
import { ROOT, withBookshop, withUser, WORLD } from '../../tests/fixtures/world.ts';
import { applyChanges } from '../account/apply-change.ts';
import type { SigningCaller } from '../account/caller.ts';
import type { World } from '../account/world.ts';
import { seal } from '../aws/sealed.ts';
import { callerWithCredentials, type CredentialValues } from './credentials.ts';
import { sessionFacts, sessionToken } from './session-token.ts';

const UNKNOWN = {
  ok: false,
  error: {
    code: 'InvalidClientTokenId',
    message: 'The security token included in the request is invalid.',
    status: 403,
  },
};
const WRONG = {
  ok: false,
  error: {
    code: 'SignatureDoesNotMatch',
    message:
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
    status: 403,
  },
};

/** A new key, and the world that has it. */
function keyOf(userName?: string): { world: World; values: CredentialValues } {
  const made = ask(ROOT, {
    operation: 'iam:CreateAccessKey',
    input: userName === undefined ? {} : { UserName: userName },
  });
  const { AccessKey } = outputOf(made) as { AccessKey: { AccessKeyId: string; SecretAccessKey: string } };
  return {
    world: applyChanges(WORLD, made.changes),
    values: { accessKeyId: AccessKey.AccessKeyId, secretAccessKey: AccessKey.SecretAccessKey },
  };
}

describe('a long-term key', () => {
  test.each([
    ['noor', { ...noorWithKey, id: 'AIDANOORAAAAAAAAAAAAA' }],
    [undefined, rootWithKey],
  ])('of %s', (name, who) => {
    const { world, values } = keyOf(name);
    const credentials = { kind: 'accessKey', accessKeyId: values.accessKeyId };
    expect(callerWithCredentials(world, values)).toEqual({ ok: true, value: { ...who, credentials } });
    expect(callerWithCredentials(world, { ...values, secretAccessKey: 'other' })).toEqual(WRONG);
    expect(callerWithCredentials(world, { ...values, sessionToken: 'token' })).toEqual(UNKNOWN);
    expect(callerWithCredentials(WORLD, values)).toEqual(UNKNOWN);
  });

  test('that is inactive is none', () => {
    const { world, values } = keyOf('noor');
    const change = ask(
      ROOT,
      {
        operation: 'iam:UpdateAccessKey',
        input: { UserName: 'noor', AccessKeyId: values.accessKeyId, Status: 'Inactive' },
      },
      world,
    ).changes;
    expect(callerWithCredentials(applyChanges(world, change), values)).toEqual(UNKNOWN);
  });

  test('of which no secret was kept is believed with any', () => {
    const values = { accessKeyId: noorWithKey.credentials.accessKeyId, secretAccessKey: 'any' };
    expect(callerWithCredentials(STS_WORLD, values)).toMatchObject({ ok: true, value: noorWithKey });
  });
});

const SESSIONS: readonly SigningCaller[] = [
  noorWithToken,
  { ...noorWithToken, id: 'AIDANOORAAAAAAAAAAAAA' },
  ROOT,
  federated,
  { ...federated, issuer: { kind: 'root' }, sessionTags: { constructor: 'a' } },
  session('Desk', { sessionTags: { constructor: 'a', Ünïcode: '€' }, transitiveTags: ['constructor'] }),
  session('Desk', {
    sourceIdentity: 'noor',
    chained: true,
    policies: { policy: '{}', policyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] },
    origin: {
      kind: 'ec2Instance',
      instance: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1',
      vpc: 'vpc-1',
      privateIpv4: '10.0.0.1',
      delivery: 2,
    },
  }),
];

describe('temporary credentials', () => {
  test.each(SESSIONS)('lead back to the very caller, %#', (caller) => {
    const values = {
      accessKeyId: 'accessKeyId' in caller.credentials ? caller.credentials.accessKeyId : '',
      secretAccessKey: 'secret',
      sessionToken: sessionToken(caller, 'secret'),
    };
    expect(callerWithCredentials(STS_WORLD, values)).toEqual({ ok: true, value: caller });
    expect(callerWithCredentials(STS_WORLD, { ...values, secretAccessKey: 'other' })).toEqual(WRONG);
    expect(callerWithCredentials(STS_WORLD, { ...values, accessKeyId: 'ASIAOTHER' })).toEqual(UNKNOWN);
    const { sessionToken: token, ...withoutToken } = values;
    expect(callerWithCredentials(STS_WORLD, withoutToken)).toEqual(UNKNOWN);
    const forged = `${token.slice(0, 60)}${token[60] === 'A' ? 'B' : 'A'}${token.slice(61)}`;
    expect(callerWithCredentials(STS_WORLD, { ...values, sessionToken: forged })).toEqual(UNKNOWN);
  });

  test('are only believed in full', () => {
    const { sessionTags: _tags, ...partial } = session('Desk');
    const claims: readonly unknown[] = [
      partial,
      { ...session('Desk'), sessionTags: { a: 1 } },
      { ...session('Desk'), account: 'me' },
      { ...session('Desk'), roleArn: 'me' },
      { ...session('Desk'), origin: { kind: 'magic' } },
      { ...session('Desk'), more: true },
      { ...noorWithToken, credentials: { ...noorWithToken.credentials, expires: 'never' } },
      { kind: 'anonymous', account: '' },
      null,
    ];
    for (const caller of claims)
      expect(sessionFacts(seal('sessionToken', JSON.stringify({ secretHash: '', caller })))).toBeNull();
    expect(sessionFacts(seal('sessionToken', 'null'))).toBeNull();
    expect(sessionFacts(seal('sessionToken', '{'))).toBeNull();
  });

  test('hold nothing of the secret', () => {
    const token = sessionToken(noorWithToken, 'a secret that nobody is to see');
    expect(atob(token.replaceAll('-', '+').replaceAll('_', '/'))).not.toContain('a secret');
  });
});

test('the index of keys follows the world', () => {
  const { world, values } = keyOf('noor');
  expect(callerWithCredentials(world, values).ok).toBe(true);
  expect(callerWithCredentials(withUser('noor', { accessKeys: [] }, world), values)).toEqual(UNKNOWN);
  const moved = withBookshop((account) => ({ ...account, alias: 'other' }), world);
  expect(callerWithCredentials(moved, values).ok).toBe(true);
});
