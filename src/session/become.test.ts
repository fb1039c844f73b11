// From calls of STS, keys and services to whoever acts next.
import { expect, test } from 'vitest';
import { INSTANCE, WITH_INSTANCE, withInstances } from '../../tests/fixtures/machines.ts';
import { ask, assuming } from '../../tests/fixtures/sessions.ts';
import { noorWithKey, NOOR_KEY, organization, rootWithKey, STS_WORLD } from '../../tests/fixtures/sts.ts';
import {
  allow,
  BOOKSHOP,
  CREATED,
  environment,
  NEIGHBOUR,
  NOW,
  policyText,
  withUser,
} from '../../tests/fixtures/world.ts';
import type { Caller } from '../account/caller.ts';
import { tableOf } from '../account/table.ts';
import type { World } from '../account/world.ts';
import type { ApiCall, ApiOutcome } from '../api/call.ts';
import { hashOf } from '../api/operations/iam/ids.ts';
import { addSeconds } from '../aws/instant.ts';
import { linkFromOutcome, linkWithKey, serviceLink, valuesOf, type BecomingOperation } from './become.ts';
import { runningIn } from './services.ts';

const world: World = {
  ...withUser('noor', { inline: { A: policyText(allow('sts:*')) } }, STS_WORLD),
  organization: {
    ...organization(BOOKSHOP),
    trustedServices: tableOf({ 'iam.amazonaws.com': { enabled: NOW } }),
    rootFeatures: ['RootSessions'],
  },
};

const becoming = (who: Caller, call: ApiCall): ApiOutcome<BecomingOperation> =>
  ask(who, call, world) as ApiOutcome<BecomingOperation>;

const TASK = 'arn:aws:iam::aws:policy/root-task/S3UnlockBucketPolicy';

test.each<[string, ApiCall, object]>([
  [
    'assumeRole',
    assuming('Desk'),
    { kind: 'roleSession', roleName: 'Desk', sessionName: 'noor', chained: false },
  ],
  [
    'sessionToken',
    { operation: 'sts:GetSessionToken', input: {} },
    { kind: 'user', name: 'noor', credentials: { kind: 'sessionToken', mfa: null } },
  ],
  [
    'federationToken',
    { operation: 'sts:GetFederationToken', input: { Name: 'guest' } },
    { kind: 'federatedUser', name: 'guest', issuer: { kind: 'user', name: 'noor' } },
  ],
  [
    'assumeRoot',
    { operation: 'sts:AssumeRoot', input: { TargetPrincipal: NEIGHBOUR, TaskPolicyArn: { arn: TASK } } },
    { kind: 'root', account: NEIGHBOUR, task: TASK },
  ],
])('%s: the link is whoever signs with the credentials of the answer', (way, call, caller) => {
  const outcome = becoming(noorWithKey, call);
  expect(outcome.result.ok || outcome.result.error).toBe(true);
  expect(linkFromOutcome(world, outcome)).toMatchObject({
    ok: true,
    value: { way, caller, display: null },
  });
});

test('a call that was refused makes nobody', () => {
  const outcome = becoming(rootWithKey, assuming('Desk'));
  expect(linkFromOutcome(world, outcome)).toMatchObject({
    ok: false,
    error: { code: 'AccessDenied', message: 'Roles may not be assumed by root accounts.' },
  });
});

test('the values of an answer sign, and with any of them changed do not', () => {
  const { result } = becoming(noorWithKey, assuming('Desk'));
  if (!result.ok) throw new Error(result.error.message);
  const values = valuesOf(result.output.Credentials);
  expect(linkWithKey(world, values)).toMatchObject({ ok: true, value: { way: 'accessKey' } });
  const { accessKeyId, secretAccessKey, sessionToken } = values;
  const code = (changed: object) => {
    const link = linkWithKey(world, { ...values, ...changed });
    return link.ok ? null : link.error.code;
  };
  expect(code({ accessKeyId: `${accessKeyId.slice(0, -1)}Z` })).toBe('InvalidClientTokenId');
  expect(code({ secretAccessKey: `${secretAccessKey}x` })).toBe('SignatureDoesNotMatch');
  expect(code({ sessionToken: sessionToken.slice(0, -1) })).toBe('InvalidClientTokenId');
  expect(linkWithKey(world, { accessKeyId, secretAccessKey })).toMatchObject({
    ok: false,
    error: { code: 'InvalidClientTokenId' },
  });
});

test.each([
  ['Active', 'a secret', null],
  ['Active', 'another', 'SignatureDoesNotMatch'],
  ['Inactive', 'a secret', 'InvalidClientTokenId'],
] as const)('a long-term key that is %s, with %s', (status, secretAccessKey, code) => {
  const key = { id: NOOR_KEY, status, created: CREATED, changed: CREATED, secretHash: hashOf('a secret') };
  const link = linkWithKey(withUser('noor', { accessKeys: [key] }, world), {
    accessKeyId: NOOR_KEY,
    secretAccessKey,
  });
  expect(link.ok ? null : link.error.code).toBe(code);
  if (link.ok) expect(link.value).toMatchObject({ way: 'accessKey', caller: { kind: 'user', name: 'noor' } });
});

test('an instance acts with the role in its profile, under its own id', () => {
  const [running] = runningIn(WITH_INSTANCE, environment());
  if (!running?.session.ok) throw new Error('The instance has no session.');
  expect(running).toMatchObject({ kind: 'instance', name: INSTANCE.id });
  const { way, caller } = serviceLink(running.session.value);
  expect(way).toBe('service');
  expect(caller).toMatchObject({
    kind: 'roleSession',
    roleName: 'Counter',
    sessionName: INSTANCE.id,
    credentials: { expires: addSeconds(NOW, 6 * 3600) },
  });
  const call: ApiCall = {
    operation: 's3:GetObject',
    input: { Bucket: 'maple-catalog', Key: 'spring.csv' },
  };
  expect(ask(caller, call, WITH_INSTANCE).result.ok).toBe(true);
});

test.each<[string, object, string | null]>([
  ['stopped', { state: 'stopped' }, 'notRunning'],
  ['without a profile', { profile: null }, 'noProfile'],
  [
    'whose metadata is switched off',
    { metadata: { tokens: 'optional', endpoint: 'disabled' } },
    'metadataDisabled',
  ],
  ['terminated', { state: 'terminated' }, null],
])('an instance that is %s has no session', (_what, change, why) => {
  const running = runningIn(withInstances({ ...INSTANCE, ...change }), environment());
  expect(running.map(({ session }) => (session.ok ? 'a session' : session.error))).toEqual(
    why === null ? [] : [why],
  );
});
