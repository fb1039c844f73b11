// Calls that are turned away: by a policy, or since their credentials are not good.
import { describe, expect, test } from 'vitest';
import { amira, ask, document, drafts, errorOf, jonas, noor, outputOf } from '../../tests/fixtures/ask.ts';
import {
  BOOKSHOP,
  CALLS,
  NOW,
  READ_ONLY,
  ROOT,
  WORLD,
  allow,
  caller,
  policyText,
  withBookshop,
  withGroup,
  withNeighbourPolicy,
} from '../../tests/fixtures/world.ts';
import { applyChanges } from '../account/apply-change.ts';
import { EMPTY } from '../account/table.ts';
import { addSeconds } from '../aws/instant.ts';
import type { ApiCall } from './call.ts';
import type { Caller } from '../account/caller.ts';

describe('denied', () => {
  const nobody = withBookshop((account) => ({ ...account, groups: EMPTY }));
  test.each(
    CALLS.filter(({ operation }) => operation !== 'sts:GetCallerIdentity').map(
      (c) => [c.operation, c] as const,
    ),
  )('%s without an Allow', (_, call) => {
    const outcome = ask(amira, call, nobody);
    expect(errorOf(outcome)).toMatchObject({ code: 'AccessDenied', status: 403 });
    expect(errorOf(outcome)?.message).toContain('because no identity-based policy allows the ');
    expect(outcome.changes).toEqual([]);
    expect(outcome.evaluations.at(-1)?.decision).toMatchObject({ outcome: 'implicitDeny', by: 'identity' });
    expect(outcome.event).toMatchObject({
      errorCode: 'AccessDenied',
      decision: { outcome: 'implicitDeny', by: 'identity' },
    });
  });

  test('by an explicit deny in the bucket policy', () => {
    const outcome = ask(jonas, { operation: 's3:GetObject', input: { ...drafts, Key: 'plan.txt' } });
    expect(errorOf(outcome)?.message).toBe(
      `User: arn:aws:iam::${BOOKSHOP}:user/jonas is not authorized to perform: s3:GetObject on resource: ` +
        '"arn:aws:s3:::maple-drafts/plan.txt" with an explicit deny in a resource-based policy',
    );
    expect(outcome.event.decision).toEqual({ outcome: 'explicitDeny', by: 'resource' });
  });

  test('GetCallerIdentity cannot be denied', () => {
    const denied = policyText({ Effect: 'Deny', Action: '*', Resource: '*' });
    const world = withGroup('Writers', { inline: { No: denied } });
    expect(errorOf(ask(noor, { operation: 'sts:GetCallerIdentity', input: {} }, world))).toBeNull();
    expect(errorOf(ask(noor, { operation: 's3:ListObjectsV2', input: drafts }, world))?.code).toBe(
      'AccessDenied',
    );
  });

  test('another account lets in only whom its own bucket policy lets in', () => {
    const get: ApiCall = { operation: 's3:GetObject', input: { Bucket: 'north-press', Key: 'a.txt' } };
    expect(errorOf(ask(jonas, get))?.code).toBe('AccessDenied');
    const open = policyText({
      ...allow('s3:GetObject', 'arn:aws:s3:::north-press/*'),
      Principal: { AWS: BOOKSHOP },
    });
    const world = withNeighbourPolicy(open);
    expect(outputOf(ask(jonas, get, world))).toMatchObject({ Body: 'a' });
    expect(errorOf(ask(noor, get, world))?.code).toBe('AccessDenied');
    const peek: ApiCall = { operation: 's3:GetBucketPolicy', input: { Bucket: 'north-press' } };
    const shown = policyText({ ...allow('s3:*', 'arn:aws:s3:::north-press*'), Principal: { AWS: BOOKSHOP } });
    expect(errorOf(ask(jonas, peek, withNeighbourPolicy(shown)))).toMatchObject({
      code: 'MethodNotAllowed',
      status: 405,
    });
  });

  test('AWS managed policies cannot be changed, whatever a policy allows', () => {
    for (const who of [amira, ROOT]) {
      const outcome = ask(who, {
        operation: 'iam:CreatePolicyVersion',
        input: { PolicyArn: READ_ONLY.arn, PolicyDocument: document },
      });
      expect(errorOf(outcome)?.code).toBe('AccessDenied');
      expect(errorOf(outcome)?.message).not.toContain('because');
      expect(outcome.event.decision).toEqual({ outcome: 'implicitDeny', by: 'none' });
    }
  });

  test('a bucket policy may lock everybody out; the root user still gets it away', () => {
    const everybody = policyText({
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: ['arn:aws:s3:::maple-drafts', 'arn:aws:s3:::maple-drafts/*'],
    });
    const put: ApiCall = { operation: 's3:PutBucketPolicy', input: { ...drafts, Policy: everybody } };
    const world = applyChanges(WORLD, ask(amira, put).changes);
    const remove: ApiCall = { operation: 's3:DeleteBucketPolicy', input: drafts };
    const read: ApiCall = { operation: 's3:GetObject', input: { ...drafts, Key: 'plan.txt' } };
    expect(errorOf(ask(amira, remove, world))?.code).toBe('AccessDenied');
    expect(errorOf(ask(ROOT, read, world))?.code).toBe('AccessDenied');
    const freed = applyChanges(world, ask(ROOT, remove, world).changes);
    expect(errorOf(ask(ROOT, read, freed))).toBeNull();
  });
});

describe('credentials', () => {
  const signIn = (who: typeof ROOT | typeof noor, seconds: number): Caller => ({
    ...who,
    credentials: { ...who.credentials, expires: addSeconds(NOW, seconds) },
  });
  const list: ApiCall = { operation: 's3:ListObjectsV2', input: drafts };
  const put: ApiCall = {
    operation: 'iam:PutUserPolicy',
    input: { UserName: 'noor', PolicyName: 'P', PolicyDocument: document },
  };

  test.each<[ApiCall, number, object | null]>([
    [list, 1, null],
    [list, 0, { code: 'ExpiredToken', message: 'The provided token has expired.', status: 400 }],
    [
      put,
      0,
      { code: 'ExpiredToken', message: 'The security token included in the request is expired', status: 403 },
    ],
    [
      { operation: 'sts:GetCallerIdentity', input: {} },
      -60,
      { code: 'ExpiredToken', message: 'The security token included in the request is expired', status: 403 },
    ],
  ])('$operation when the session has %i seconds left', (call, seconds, expected) => {
    const outcome = ask(signIn(ROOT, seconds), call);
    expect(errorOf(outcome)).toEqual(expected);
    if (expected) expect(outcome).toMatchObject({ evaluations: [], changes: [], event: { decision: null } });
  });

  test.each<[ApiCall, object]>([
    [
      list,
      {
        code: 'InvalidAccessKeyId',
        message: 'The AWS Access Key Id you provided does not exist in our records.',
        status: 403,
      },
    ],
    [
      put,
      {
        code: 'InvalidClientTokenId',
        message: 'The security token included in the request is invalid.',
        status: 403,
      },
    ],
  ])('$operation by a user who has been deleted', (call, expected) => {
    const outcome = ask(caller('gone'), call);
    expect(errorOf(outcome)).toEqual(expected);
    expect(outcome.evaluations).toEqual([]);
  });
});
