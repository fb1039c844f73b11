// Tests for calls from signature to answer: what is allowed and written, what is denied, and whose credentials count.
import { canonicalUserId } from '../account/canonical-user.ts';
import { describe, expect, test } from 'vitest';
import { amira, ask, document, drafts, errorOf, jonas, noor, outputOf } from '../../tests/fixtures/ask.ts';
import {
  BOOKSHOP,
  CALLS,
  CREATED,
  DRAFTS_POLICY,
  MANAGE_POLICIES,
  NOW,
  READ_ONLY,
  ROOT,
  WORLD,
  WRITE_DRAFTS,
  allow,
  caller,
  policyIn,
  policyText,
  withBookshop,
  withGroup,
  withNeighbourPolicy,
} from '../../tests/fixtures/world.ts';
import { applyChanges } from '../account/apply-change.ts';
import { EMPTY } from '../account/table.ts';
import { addSeconds } from '../aws/instant.ts';
import type { ApiCall, ApiOutcome } from './call.ts';
import type { Caller } from '../account/caller.ts';

/** MD5 of what the objects hold. */
const PLAN = '"f8ba0533563b147f6e646d9e8b5f44ef"';
const NOTES = '"361a1101b75047022f397ecafcaad9e3"';

describe('allowed', () => {
  test.each<[string, Caller, ApiCall, object]>([
    [
      'a user learns who they are',
      noor,
      { operation: 'sts:GetCallerIdentity', input: {} },
      { UserId: 'AIDANOORAAAAAAAAAAAAA', Account: BOOKSHOP, Arn: `arn:aws:iam::${BOOKSHOP}:user/noor` },
    ],
    [
      'so does the root user',
      ROOT,
      { operation: 'sts:GetCallerIdentity', input: {} },
      { UserId: BOOKSHOP, Account: BOOKSHOP, Arn: `arn:aws:iam::${BOOKSHOP}:root` },
    ],
    [
      'buckets, by name',
      amira,
      { operation: 's3:ListBuckets', input: {} },
      {
        Buckets: [
          { Name: 'maple-catalog', CreationDate: CREATED },
          { Name: 'maple-drafts', CreationDate: CREATED },
        ],
        Owner: { ID: canonicalUserId('111122223333') },
      },
    ],
    [
      'all keys, in order, sizes in bytes',
      noor,
      { operation: 's3:ListObjectsV2', input: drafts },
      {
        IsTruncated: false,
        Contents: [
          { Key: 'plan.txt', LastModified: CREATED, ETag: PLAN, Size: 13, StorageClass: 'STANDARD' },
          { Key: 'winter/notes.txt', LastModified: CREATED, ETag: NOTES, Size: 16, StorageClass: 'STANDARD' },
        ],
        Name: 'maple-drafts',
        Prefix: '',
        MaxKeys: 1000,
        KeyCount: 2,
      },
    ],
    [
      'keys under a prefix',
      noor,
      { operation: 's3:ListObjectsV2', input: { ...drafts, Prefix: 'winter/' } },
      {
        IsTruncated: false,
        Contents: [
          { Key: 'winter/notes.txt', LastModified: CREATED, ETag: NOTES, Size: 16, StorageClass: 'STANDARD' },
        ],
        Name: 'maple-drafts',
        Prefix: 'winter/',
        MaxKeys: 1000,
        KeyCount: 1,
      },
    ],
    [
      'an object',
      noor,
      { operation: 's3:GetObject', input: { ...drafts, Key: 'plan.txt' } },
      {
        Body: 'Café, 8 p.m.',
        AcceptRanges: 'bytes',
        Metadata: {},
        ContentType: 'text/plain',
        ContentLength: 13,
        LastModified: CREATED,
        ETag: '"f8ba0533563b147f6e646d9e8b5f44ef"',
        ServerSideEncryption: 'AES256',
      },
    ],
    [
      'a write',
      noor,
      { operation: 's3:PutObject', input: { ...drafts, Key: 'n', Body: '' } },
      { ETag: '"d41d8cd98f00b204e9800998ecf8427e"', ServerSideEncryption: 'AES256' },
    ],
    ['a delete', noor, { operation: 's3:DeleteObject', input: { ...drafts, Key: 'plan.txt' } }, {}],
    ['a bucket policy', amira, { operation: 's3:GetBucketPolicy', input: drafts }, { Policy: DRAFTS_POLICY }],
    [
      'writing a bucket policy',
      amira,
      { operation: 's3:PutBucketPolicy', input: { ...drafts, Policy: DRAFTS_POLICY } },
      {},
    ],
    ['removing a bucket policy', amira, { operation: 's3:DeleteBucketPolicy', input: drafts }, {}],
    [
      'a new version',
      amira,
      {
        operation: 'iam:CreatePolicyVersion',
        input: { PolicyArn: WRITE_DRAFTS, PolicyDocument: document, SetAsDefault: true },
      },
      { PolicyVersion: { VersionId: 'v2', IsDefaultVersion: true, CreateDate: NOW } },
    ],
    [
      'a new version that waits',
      amira,
      {
        operation: 'iam:CreatePolicyVersion',
        input: { PolicyArn: MANAGE_POLICIES, PolicyDocument: document },
      },
      { PolicyVersion: { VersionId: 'v2', IsDefaultVersion: false, CreateDate: NOW } },
    ],
    [
      'an inline policy of a user, in whatever letter case the name is given',
      amira,
      {
        operation: 'iam:PutUserPolicy',
        input: { UserName: 'NOOR', PolicyName: 'P', PolicyDocument: document },
      },
      {},
    ],
    [
      'an inline policy of a group',
      amira,
      {
        operation: 'iam:PutGroupPolicy',
        input: { GroupName: 'Writers', PolicyName: 'P', PolicyDocument: document },
      },
      {},
    ],
  ])('%s', (_, who, call, output) => {
    const outcome = ask(who, call);
    expect(outputOf(outcome)).toEqual(output);
    expect(outcome.event.errorCode).toBeUndefined();
  });

  test.each(CALLS.map((call) => [call.operation, call] as const))(
    'the root user may %s; no policy is needed',
    (operation, call) => {
      const outcome = ask(ROOT, call);
      expect(errorOf(outcome)?.code).toBe(
        operation === 'iam:DeletePolicyVersion' ? 'DeleteConflict' : undefined,
      );
      for (const { decision } of outcome.evaluations)
        expect(decision).toMatchObject({ outcome: 'allow', by: 'none' });
    },
  );
});

describe('what is written', () => {
  const now = { created: NOW, document };
  const draftsBucket = { account: BOOKSHOP, table: 'buckets', name: 'maple-drafts' } as const;
  const inDrafts = { kind: 'partSet', ...draftsBucket, part: 'objects' } as const;
  const ofDrafts = { kind: 'entityPatched', ...draftsBucket } as const;
  test.each<[Caller, ApiCall, ApiOutcome['changes']]>([
    [
      noor,
      { operation: 's3:PutObject', input: { ...drafts, Key: 'new.txt', Body: 'N' } },
      [
        {
          ...inDrafts,
          key: 'new.txt',
          value: {
            key: 'new.txt',
            version: 'null',
            body: 'N',
            contentType: 'binary/octet-stream',
            modified: NOW,
            owner: null,
            acl: [],
            tags: {},
            kmsKey: null,
          },
        },
      ],
    ],
    [
      noor,
      { operation: 's3:DeleteObject', input: { ...drafts, Key: 'plan.txt' } },
      [{ ...inDrafts, key: 'plan.txt', value: null }],
    ],
    [noor, { operation: 's3:DeleteObject', input: { ...drafts, Key: 'never there' } }, []],
    [
      amira,
      { operation: 's3:PutBucketPolicy', input: { ...drafts, Policy: DRAFTS_POLICY } },
      [{ ...ofDrafts, patch: { policy: DRAFTS_POLICY } }],
    ],
    [
      amira,
      { operation: 's3:DeleteBucketPolicy', input: drafts },
      [{ ...ofDrafts, patch: { policy: null } }],
    ],
    [amira, { operation: 's3:DeleteBucketPolicy', input: { Bucket: 'maple-catalog' } }, []],
    [
      amira,
      {
        operation: 'iam:CreatePolicyVersion',
        input: { PolicyArn: MANAGE_POLICIES, PolicyDocument: document },
      },
      [
        {
          kind: 'policyVersionCreated',
          account: BOOKSHOP,
          policy: 'ManagePolicies',
          version: { id: 'v2', ...now },
          setAsDefault: false,
        },
      ],
    ],
    [
      amira,
      { operation: 'iam:SetDefaultPolicyVersion', input: { PolicyArn: WRITE_DRAFTS, VersionId: 'v1' } },
      [],
    ],
    [
      amira,
      {
        operation: 'iam:PutUserPolicy',
        input: { UserName: 'NOOR', PolicyName: 'P', PolicyDocument: document },
      },
      [
        {
          kind: 'inlinePolicyPut',
          account: BOOKSHOP,
          owner: { kind: 'user', name: 'noor' },
          policy: 'P',
          document,
        },
      ],
    ],
    [
      amira,
      {
        operation: 'iam:PutGroupPolicy',
        input: { GroupName: 'Writers', PolicyName: 'P', PolicyDocument: document },
      },
      [
        {
          kind: 'inlinePolicyPut',
          account: BOOKSHOP,
          owner: { kind: 'group', name: 'Writers' },
          policy: 'P',
          document,
        },
      ],
    ],
  ])('%#', (who, call, changes) => {
    const outcome = ask(who, call);
    expect(errorOf(outcome)).toBeNull();
    expect(outcome.changes).toEqual(changes);
  });

  test('versions can be made the default and deleted', () => {
    const steps: ApiCall[] = [
      { operation: 'iam:CreatePolicyVersion', input: { PolicyArn: WRITE_DRAFTS, PolicyDocument: document } },
      { operation: 'iam:SetDefaultPolicyVersion', input: { PolicyArn: WRITE_DRAFTS, VersionId: 'v2' } },
      { operation: 'iam:DeletePolicyVersion', input: { PolicyArn: WRITE_DRAFTS, VersionId: 'v1' } },
      { operation: 'iam:CreatePolicyVersion', input: { PolicyArn: WRITE_DRAFTS, PolicyDocument: document } },
    ];
    const world = steps.reduce((now, call) => {
      const outcome = ask(amira, call, now);
      expect(errorOf(outcome)).toBeNull();
      return applyChanges(now, outcome.changes);
    }, WORLD);
    const policy = policyIn(world, 'WriteDrafts');
    expect(policy?.versions.map(({ id }) => id)).toEqual(['v2', 'v3']);
    expect(policy).toMatchObject({ defaultVersion: 'v2', lastVersion: 3 });
    const read = ask(noor, { operation: 's3:PutObject', input: { ...drafts, Key: 'k', Body: '' } }, world);
    expect(errorOf(read)?.code).toBe('AccessDenied');
  });
});

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
