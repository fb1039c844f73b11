// Tests for calls from signature to answer: what is allowed, and what is written.
import { canonicalUserId } from '../account/canonical-user.ts';
import { describe, expect, test } from 'vitest';
import { amira, ask, document, drafts, errorOf, noor, outputOf } from '../../tests/fixtures/ask.ts';
import {
  BOOKSHOP,
  CALLS,
  CREATED,
  DRAFTS_POLICY,
  MANAGE_POLICIES,
  NOW,
  ROOT,
  WORLD,
  WRITE_DRAFTS,
  policyIn,
} from '../../tests/fixtures/world.ts';
import { applyChanges } from '../account/apply-change.ts';
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
