// Canned ACLs: the grants that each name stands for, on a bucket and on an object.
import { describe, expect, test } from 'vitest';
import type { AclGrant, S3Owner } from './access.ts';
import {
  cannedAcl,
  EC2_CANONICAL_USER_ID,
  isCannedAclName,
  suitsTarget,
  type CannedAclName,
} from './canned-acl.ts';

const WRITER: S3Owner = { account: '444455556666', canonicalUserId: 'writer' };
const KEEPER: S3Owner = { account: '111122223333', canonicalUserId: 'keeper' };

/** `keeper FULL_CONTROL`, one for each grant after the owner's. */
function added(name: CannedAclName, kind: 'bucket' | 'object', owner = WRITER): readonly string[] {
  const acl = cannedAcl(name, kind === 'bucket' ? { kind, owner } : { kind, owner, bucketOwner: KEEPER });
  expect(acl.owner).toBe(owner);
  const [first, ...rest] = acl.grants.map(written);
  expect(first).toBe(`${owner.canonicalUserId} FULL_CONTROL`);
  return rest;
}

const written = ({ grantee, permission }: AclGrant): string =>
  `${grantee.kind === 'group' ? grantee.group : grantee.canonicalUserId} ${permission}`;

describe('grants beside that of the owner', () => {
  test.each<[CannedAclName, readonly string[] | null, readonly string[] | null]>([
    ['private', [], []],
    ['public-read', ['AllUsers READ'], ['AllUsers READ']],
    ['public-read-write', ['AllUsers READ', 'AllUsers WRITE'], ['AllUsers READ', 'AllUsers WRITE']],
    ['aws-exec-read', [`${EC2_CANONICAL_USER_ID} READ`], [`${EC2_CANONICAL_USER_ID} READ`]],
    ['authenticated-read', ['AuthenticatedUsers READ'], ['AuthenticatedUsers READ']],
    ['bucket-owner-read', null, ['keeper READ']],
    ['bucket-owner-full-control', null, ['keeper FULL_CONTROL']],
    ['log-delivery-write', ['LogDelivery WRITE', 'LogDelivery READ_ACP'], null],
  ])('%s', (name, onBucket, onObject) => {
    expect(suitsTarget(name, 'bucket')).toBe(onBucket !== null);
    expect(suitsTarget(name, 'object')).toBe(onObject !== null);
    expect(added(name, 'bucket')).toEqual(onBucket ?? []);
    expect(added(name, 'object')).toEqual(onObject ?? []);
  });

  test.each<CannedAclName>(['bucket-owner-read', 'bucket-owner-full-control'])(
    '%s gives the owner of the bucket nothing new over its own object',
    (name) => expect(added(name, 'object', KEEPER)).toEqual([]),
  );
});

test.each([
  ['public-read', true],
  ['Public-Read', false],
  ['toString', false],
  ['', false],
])('%j is a name: %s', (name, known) => expect(isCannedAclName(name)).toBe(known));
