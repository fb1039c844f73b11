// Public: which ACLs and bucket policies S3 counts as public.
import { describe, expect, test } from 'vitest';
import { allow, deny, policy, type StatementJson } from '../../../tests/evaluation/build.ts';
import type { AclGroup } from './access.ts';
import { isPublicAcl, isPublicPolicy, publicStatements } from './public.ts';

const isPublic = (statement: StatementJson, version?: string): boolean =>
  isPublicPolicy(policy(statement, {}, version).document);
const everyoneIf = (operator: string, key: string, value: unknown): StatementJson =>
  allow({ Principal: '*', Condition: { [operator]: { [key]: value } } });

describe('principals', () => {
  const ALICE = 'arn:aws:iam::444455556666:user/alice';
  test.each<[StatementJson, boolean]>([
    [{ Principal: '*' }, true],
    [{ Principal: { AWS: '*' } }, true],
    [{ Principal: { AWS: [ALICE, '*'] } }, true],
    [{ Principal: { AWS: ALICE } }, false],
    [{ Principal: { AWS: '444455556666' } }, false],
    [{ Principal: { AWS: 'arn:aws:iam::444455556666:role/app' } }, false],
    [{ Principal: { AWS: 'AIDAEXAMPLE' } }, false],
    [{ Principal: { AWS: 'arn:aws:iam::444455556666:role/*' } }, true],
    [{ Principal: { AWS: 'arn:aws:iam::444455556666:user/${aws:username}' } }, true],
    [{ Principal: { Service: 'cloudtrail.amazonaws.com' } }, false],
    [{ Principal: { CanonicalUser: 'b'.repeat(64) } }, false],
    [{ Principal: { AWS: ALICE, Service: 'logging.s3.amazonaws.com' } }, false],
    [{ Principal: { Federated: 'graph.facebook.com' } }, true],
    [{ NotPrincipal: { AWS: ALICE } }, true],
    [{}, true],
  ])('%j: %s', (principals, expected) => expect(isPublic(allow(principals))).toBe(expected));

  test('a statement that denies opens nothing', () => {
    expect(isPublic(deny({ Principal: '*' }))).toBe(false);
  });
});

describe('keys that limit everyone to fixed values', () => {
  const KEY = 'arn:aws:kms:us-east-1:111122223333:key/1';
  test.each([
    ['aws:PrincipalArn', 'arn:aws:iam::111122223333:role/app'],
    ['aws:PrincipalAccount', '111122223333'],
    ['aws:PrincipalOrgID', 'o-a1b2c3d4e5'],
    ['aws:PrincipalOrgPaths', 'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/'],
    ['aws:PrincipalServiceName', 'cloudtrail.amazonaws.com'],
    ['aws:SourceArn', 'arn:aws:sns:us-east-1:111122223333:orders'],
    ['aws:SourceVpc', 'vpc-91237329'],
    ['AWS:sourcevpce', 'vpce-1a2b3c4d'],
    ['aws:SourceOwner', '111122223333'],
    ['aws:SourceAccount', ['111122223333', '444455556666']],
    ['aws:userid', 'AIDAEXAMPLE'],
    ['s3:x-amz-server-side-encryption-aws-kms-key-id', KEY],
    ['s3:DataAccessPointArn', 'arn:aws:s3:us-west-2:111122223333:accesspoint/app'],
    ['s3:DataAccessPointAccount', '111122223333'],
  ])('%s', (key, value) => {
    expect(isPublic(everyoneIf('StringEquals', key, value))).toBe(false);
    expect(isPublic(everyoneIf('StringLike', key, [value, 'x*'].flat()))).toBe(true);
    expect(isPublic(everyoneIf('StringLike', key, '${aws:PrincipalTag/team}'))).toBe(true);
  });

  test.each([
    ['StringEquals', 'aws:PrincipalTag/team', 'blue'],
    ['StringEquals', 'aws:PrincipalType', 'User'],
    ['StringEquals', 'aws:username', 'alice'],
    ['StringEquals', 'aws:UserAgent', 'secret'],
    ['StringLike', 'aws:Referer', 'https://shop.example/'],
    ['StringEquals', 's3:prefix', 'public/'],
    ['Bool', 'aws:SecureTransport', 'true'],
    ['Bool', 'aws:PrincipalIsAWSService', 'true'],
    ['StringEquals', 's3:ExistingObjectTag/public', 'yes'],
    ['DateLessThan', 'aws:CurrentTime', '2030-01-01T00:00:00Z'],
  ])('not %s %s', (operator, key, value) => {
    expect(isPublic(everyoneIf(operator, key, value))).toBe(true);
  });

  test.each([
    ['AROAEXAMPLE:*', true],
    ['AROAEXAMPLE:alice', true],
    ['AROAEXAMPLE', false],
    ['111122223333:carol', false],
  ])('aws:userid %s is public: %s', (value, expected) => {
    expect(isPublic(everyoneIf('StringLike', 'aws:userid', value))).toBe(expected);
  });

  test.each([
    ['arn:aws:s3:us-west-2:111122223333:accesspoint/*', false],
    ['arn:aws:s3:us-west-2:111122223333:accesspoint/app-?', false],
    ['arn:aws:s3:us-west-2:111122223333:accesspoint/${aws:username}', true],
    ['arn:aws:s3:us-west-2:*:accesspoint/app', true],
    ['arn:aws:s3:us-west-2:*:accesspoint/*', true],
    ['arn:aws:s3:*:111122223333:accesspoint/*', true],
    ['arn:aws:s3:us-west-2:111122223333:*', true],
    ['arn:aws:s3:us-west-2:${aws:PrincipalAccount}:accesspoint/*', true],
    ['*', true],
  ])('access point %s is public: %s', (value, expected) => {
    expect(isPublic(everyoneIf('ArnLike', 's3:DataAccessPointArn', value))).toBe(expected);
  });

  test('variables are plain text in documents of version 2008-10-17', () => {
    const statement = everyoneIf('StringEquals', 'aws:SourceVpc', '${x}');
    expect(isPublic(statement, '2012-10-17')).toBe(true);
    expect(isPublic(statement, '2008-10-17')).toBe(false);
  });
});

describe('addresses', () => {
  test.each<[unknown, boolean]>([
    ['203.0.113.7', false],
    ['203.0.113.0/24', false],
    ['12.0.0.0/8', false],
    ['12.0.0.0/7', true],
    ['0.0.0.0/1', true],
    ['0.0.0.0/0', true],
    ['10.0.0.0/8', false],
    ['172.16.0.0/12', false],
    ['192.168.0.0/16', false],
    ['2001:db8::/32', false],
    ['2001:db8::1', false],
    ['2001:db8::/31', true],
    ['::/0', true],
    [['203.0.113.0/24', '0.0.0.0/0'], true],
    [['203.0.113.0/24', '2001:db8::/48'], false],
    ['203.0.113.0/33', true],
    ['203.0.113/24', true],
    ['203.0.113.0/24/8', true],
    ['203.0.113.0/', true],
    ['*', true],
    ['', true],
  ])('%j is public: %s', (value, expected) => {
    expect(isPublic(everyoneIf('IpAddress', 'aws:SourceIp', value))).toBe(expected);
  });

  test('only IpAddress reads them, and only of the sender', () => {
    expect(isPublic(everyoneIf('StringEquals', 'aws:SourceIp', '203.0.113.7'))).toBe(true);
    expect(isPublic(everyoneIf('NotIpAddress', 'aws:SourceIp', '203.0.113.0/24'))).toBe(true);
    expect(isPublic(everyoneIf('IpAddressIfExists', 'aws:SourceIp', '203.0.113.0/24'))).toBe(true);
    expect(isPublic(everyoneIf('IpAddress', 'aws:VpcSourceIp', '10.0.0.0/16'))).toBe(true);
    expect(isPublic(everyoneIf('IpAddress', 'aws:SourceVpc', '10.0.0.0/16'))).toBe(true);
  });
});

describe('operators', () => {
  test.each([
    ['StringEquals', false],
    ['StringEqualsIgnoreCase', false],
    ['StringLike', false],
    ['ArnEquals', false],
    ['ArnLike', false],
    ['ForAnyValue:StringEquals', false],
    ['ForAllValues:StringEquals', true],
    ['StringEqualsIfExists', true],
    ['ForAnyValue:StringEqualsIfExists', true],
    ['StringNotEquals', true],
    ['StringNotLike', true],
    ['ArnNotEquals', true],
    ['StringNotEqualsIgnoreCase', true],
    ['Null', true],
    ['NumericEquals', true],
    ['BinaryEquals', true],
  ])('%s leaves a policy public: %s', (operator, expected) => {
    const value = 'arn:aws:sns:us-east-1:111122223333:orders';
    expect(isPublic(everyoneIf(operator, 'aws:SourceArn', value))).toBe(expected);
  });

  test('a list without values fixes nothing', () => {
    expect(isPublic(everyoneIf('StringEquals', 'aws:SourceVpc', []))).toBe(true);
  });

  test('one condition that limits is enough', () => {
    const Condition = { StringEquals: { 'aws:SourceVpc': 'vpc-1', 's3:prefix': 'public/' } };
    expect(isPublic(allow({ Principal: '*', Condition }))).toBe(false);
  });
});

describe('whole policies', () => {
  const owner = allow({ Principal: { AWS: '111122223333' } });
  const everyone = allow({ Principal: '*', Sid: 'Open' });

  test('one public statement makes the policy public', () => {
    const { document } = policy([owner, everyone, deny({ Principal: '*' })]);
    expect(isPublicPolicy(document)).toBe(true);
    expect(publicStatements(document).map(({ sid }) => sid)).toEqual(['Open']);
    expect(publicStatements(document)).toBe(publicStatements(document));
  });

  test('what another statement denies does not count', () => {
    const Condition = { StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } };
    expect(isPublicPolicy(policy([everyone, deny({ Principal: '*', Condition })]).document)).toBe(true);
  });

  test('every statement limited: not public', () => {
    const { document } = policy([owner, everyoneIf('StringEquals', 'aws:PrincipalOrgID', 'o-a1b2c3d4e5')]);
    expect(isPublicPolicy(document)).toBe(false);
  });
});

describe('ACLs', () => {
  const owner = { account: '111122223333', canonicalUserId: 'keeper' };
  test.each<[AclGroup | null, boolean]>([
    [null, false],
    ['LogDelivery', false],
    ['AllUsers', true],
    ['AuthenticatedUsers', true],
  ])('with a grant to %s: %s', (group, expected) => {
    const own = {
      grantee: { kind: 'canonicalUser', canonicalUserId: 'keeper' },
      permission: 'WRITE',
    } as const;
    const other = group && ({ grantee: { kind: 'group', group }, permission: 'READ_ACP' } as const);
    expect(isPublicAcl({ owner, grants: other ? [own, other] : [own] })).toBe(expected);
  });
});
