// ACLs as policies: who is allowed what, in words that the evaluation can read.
import { describe, expect, test } from 'vitest';
import { principal, request } from '../../../tests/evaluation/build.ts';
import type { Arn } from '../../aws/arn.ts';
import { compileCondition } from '../condition/condition.ts';
import { contextOf } from '../context.ts';
import { compileResource } from '../resource.ts';
import type { Acl, AclGrant, AclGrantee, AclPermission, S3Owner } from './access.ts';
import { aclPolicy, ANONYMOUS_CANONICAL_USER_ID, type AclTarget } from './acl.ts';

const BUCKET = 'arn:aws:s3:::shop';
const OBJECT = 'arn:aws:s3:::shop/cover.md';
const OWNER: S3Owner = { account: '111122223333', canonicalUserId: 'a'.repeat(64) };
const PARTNER: AclGrantee = { kind: 'canonicalUser', canonicalUserId: 'b'.repeat(64) };
const EVERYONE: AclGrantee = { kind: 'group', group: 'AllUsers' };

const aclOf = (...grants: readonly AclGrant[]): Acl => ({ owner: OWNER, grants });

/** The JSON of the policy that one grant makes. */
function only(grantee: AclGrantee, permission: AclPermission, on: AclTarget): unknown {
  const policy = aclPolicy(aclOf({ grantee, permission }), on, on === 'bucket' ? BUCKET : OBJECT);
  return policy === null ? null : JSON.parse(policy.document.text);
}

const statement = (parts: object): object => ({ Statement: [parts] });

describe('permissions', () => {
  const LIST = ['s3:ListBucket', 's3:ListBucketVersions', 's3:ListBucketMultipartUploads'];
  const WITHIN = `${BUCKET}/*`;
  const FULL_BUCKET = [...LIST, 's3:PutObject', 's3:GetBucketAcl', 's3:PutBucketAcl'];
  const GET = ['s3:GetObject', 's3:GetObjectVersion'];
  const GET_ACL = ['s3:GetObjectAcl', 's3:GetObjectVersionAcl'];
  const PUT_ACL = ['s3:PutObjectAcl', 's3:PutObjectVersionAcl'];

  test.each<[AclTarget, AclPermission, unknown, unknown]>([
    ['bucket', 'READ', LIST, BUCKET],
    ['bucket', 'WRITE', 's3:PutObject', WITHIN],
    ['bucket', 'READ_ACP', 's3:GetBucketAcl', BUCKET],
    ['bucket', 'WRITE_ACP', 's3:PutBucketAcl', BUCKET],
    ['bucket', 'FULL_CONTROL', FULL_BUCKET, [BUCKET, WITHIN]],
    ['object', 'READ', GET, OBJECT],
    ['object', 'READ_ACP', GET_ACL, OBJECT],
    ['object', 'WRITE_ACP', PUT_ACL, OBJECT],
    ['object', 'FULL_CONTROL', [...GET, ...GET_ACL, ...PUT_ACL], OBJECT],
  ])('on a %s, %s', (on, permission, Action, Resource) => {
    expect(only(EVERYONE, permission, on)).toEqual({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: '*', Action, Resource }],
    });
    expect(only(PARTNER, permission, on)).toMatchObject(statement({ Action, Resource }));
  });

  test('the owner of a bucket may also delete what is in it', () => {
    const owner: AclGrantee = { kind: 'canonicalUser', canonicalUserId: OWNER.canonicalUserId };
    const deletes = ['s3:DeleteObject', 's3:DeleteObjectVersion'];
    expect(only(owner, 'WRITE', 'bucket')).toMatchObject(statement({ Action: ['s3:PutObject', ...deletes] }));
    expect(only(owner, 'FULL_CONTROL', 'bucket')).toMatchObject(
      statement({ Action: [...FULL_BUCKET, ...deletes] }),
    );
    expect(only(owner, 'READ', 'bucket')).toMatchObject(statement({ Action: LIST }));
    expect(only(owner, 'FULL_CONTROL', 'object')).toMatchObject(
      statement({ Action: [...GET, ...GET_ACL, ...PUT_ACL] }),
    );
  });

  test('a grant that gives nothing is no statement, and an ACL without any is no policy', () => {
    const write: AclGrant = { grantee: EVERYONE, permission: 'WRITE' };
    const readable: AclGrant = { grantee: PARTNER, permission: 'READ' };
    expect(aclPolicy(aclOf(write), 'object', OBJECT)).toBeNull();
    expect(aclPolicy(aclOf(), 'bucket', BUCKET)).toBeNull();
    expect(aclPolicy(aclOf(write, readable), 'object', OBJECT)?.document.statements).toHaveLength(1);
  });
});

describe('grantees', () => {
  test('an account, by its canonical user ID', () => {
    expect(only(PARTNER, 'READ', 'object')).toMatchObject(
      statement({ Principal: { CanonicalUser: 'b'.repeat(64) } }),
    );
  });

  test('the service that delivers logs', () => {
    expect(only({ kind: 'group', group: 'LogDelivery' }, 'WRITE', 'bucket')).toMatchObject(
      statement({
        Principal: { Service: 'logging.s3.amazonaws.com' },
      }),
    );
  });

  const SIGNED: AclGrantee = { kind: 'group', group: 'AuthenticatedUsers' };
  const NOBODY: AclGrantee = { kind: 'canonicalUser', canonicalUserId: ANONYMOUS_CANONICAL_USER_ID };
  test.each<[unknown, boolean, boolean]>([
    ['arn:aws:iam::444455556666:root', true, false],
    ['arn:aws:iam::444455556666:user/alice', true, false],
    ['arn:aws:sts::444455556666:assumed-role/app/run', true, false],
    ['arn:aws:sts::444455556666:federated-user/carol', true, false],
    ['arn:aws-cn:iam::444455556666:user/alice', true, false],
    ['anonymous', false, true],
    [{ service: 'cloudtrail.amazonaws.com' }, false, false],
  ])('%j: an authenticated user %s, the anonymous user %s', (caller, signed, anonymous) => {
    const context = contextOf(request({ principal: principal(caller) }));
    const isMet = (grantee: AclGrantee): unknown => {
      const policy = aclPolicy(aclOf({ grantee, permission: 'READ' }), 'object', OBJECT);
      const [only] = policy?.document.statements ?? [];
      expect(only?.principal?.entries.map(({ kind }) => kind)).toEqual(['Everyone']);
      expect(only?.conditions).toHaveLength(1);
      return only?.conditions.every((one) => compileCondition(one, '2012-10-17').test(context) === true);
    };
    expect(isMet(SIGNED)).toBe(signed);
    expect(isMet(NOBODY)).toBe(anonymous);
  });
});

describe('the policy', () => {
  const acl = aclOf(
    { grantee: EVERYONE, permission: 'READ' },
    { grantee: PARTNER, permission: 'FULL_CONTROL' },
  );

  test('says where it comes from, and has a text that can be shown', () => {
    expect(aclPolicy(acl, 'object', OBJECT)?.source).toEqual({
      id: `acl:${OBJECT}`,
      name: 'ACL of shop/cover.md',
      kind: 'acl',
      via: { kind: 'resource', name: 'shop/cover.md' },
    });
    const document = aclPolicy(acl, 'bucket', BUCKET)?.document;
    expect(document?.statements).toHaveLength(2);
    expect(document?.text.slice(document.statements[0]?.from, document.statements[0]?.to)).toMatch(
      /^\{[^]*\}$/,
    );
  });

  test('is made once for each ACL and resource', () => {
    const first = aclPolicy(acl, 'object', OBJECT);
    expect(aclPolicy(acl, 'object', OBJECT)).toBe(first);
    expect(aclPolicy(acl, 'object', `${OBJECT}x`)).not.toBe(first);
    expect(aclPolicy({ ...acl }, 'object', OBJECT)).not.toBe(first);
  });

  test.each<[Arn, string, boolean]>([
    ['arn:aws:s3:::shop/a*b?c', 'arn:aws:s3:::shop/a*b?c', true],
    ['arn:aws:s3:::shop/a*c', 'arn:aws:s3:::shop/aXc', false],
    ['arn:aws:s3:::shop/a?c', 'arn:aws:s3:::shop/aXc', false],
    ['arn:aws:s3:::shop/${aws:username}', 'arn:aws:s3:::shop/${aws:username}', true],
    ['arn:aws:s3:::shop/${aws:username}', 'arn:aws:s3:::shop/alice', false],
    ['arn:aws:s3:::shop/$5', 'arn:aws:s3:::shop/$5', true],
  ])('of %s covers %s: %s', (resource, asked, covered) => {
    const [first] = aclPolicy(acl, 'object', resource)?.document.statements ?? [];
    const [pattern] = first?.resource?.patterns ?? [];
    const covers = compileResource(pattern?.value ?? '', '2012-10-17');
    expect(covers(asked, contextOf(request()))).toBe(covered);
  });
});
