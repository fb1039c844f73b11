// Block Public Access: how settings add up, and whom and what each of them stops.
import { describe, expect, test } from 'vitest';
import { ACCOUNT, allow, policy, principal, request } from '../../../tests/evaluation/build.ts';
import type { Acl, AclGrant, BlockPublicAccess } from './access.ts';
import {
  BLOCK_ALL,
  BLOCK_NONE,
  combineBlocks,
  isAclRefused,
  isPolicyRefused,
  isRestricted,
} from './block-public-access.ts';

const only = (setting: keyof BlockPublicAccess): BlockPublicAccess => ({ ...BLOCK_NONE, [setting]: true });
const SETTINGS = [
  'blockPublicAcls',
  'ignorePublicAcls',
  'blockPublicPolicy',
  'restrictPublicBuckets',
] as const;

describe('together', () => {
  test('a setting that is on anywhere is on', () => {
    expect(combineBlocks([])).toEqual(BLOCK_NONE);
    expect(combineBlocks([BLOCK_NONE, BLOCK_NONE])).toEqual(BLOCK_NONE);
    expect(combineBlocks([BLOCK_NONE, BLOCK_ALL])).toEqual(BLOCK_ALL);
    expect(combineBlocks(SETTINGS.map(only))).toEqual(BLOCK_ALL);
  });

  test.each(SETTINGS)('%s switches on nothing else', (setting) => {
    expect(combineBlocks([only(setting), BLOCK_NONE])).toEqual(only(setting));
  });
});

const SIGNED: AclGrant = { grantee: { kind: 'group', group: 'AuthenticatedUsers' }, permission: 'READ' };
const LOGS: AclGrant = { grantee: { kind: 'group', group: 'LogDelivery' }, permission: 'WRITE' };
const PARTNER: AclGrant = {
  grantee: { kind: 'canonicalUser', canonicalUserId: 'partner' },
  permission: 'READ',
};
const aclOf = (...grants: readonly AclGrant[]): Acl => ({
  owner: { account: ACCOUNT, canonicalUserId: 'keeper' },
  grants,
});

describe('saving', () => {
  const everyone = policy(allow({ Principal: '*' })).document;
  const partner = policy(allow({ Principal: { AWS: '444455556666' } })).document;

  test.each([...SETTINGS, null])('with %s', (setting) => {
    const settings = setting === null ? BLOCK_NONE : only(setting);
    expect(isPolicyRefused(everyone, settings)).toBe(setting === 'blockPublicPolicy');
    expect(isPolicyRefused(partner, settings)).toBe(false);
    expect(isAclRefused(aclOf(PARTNER, SIGNED), settings)).toBe(setting === 'blockPublicAcls');
    expect(isAclRefused(aclOf(PARTNER, LOGS), settings)).toBe(false);
  });
});

describe('a bucket with a public policy', () => {
  test.each<[unknown, boolean]>([
    [`arn:aws:iam::${ACCOUNT}:root`, false],
    [`arn:aws:iam::${ACCOUNT}:user/alice`, false],
    [`arn:aws:sts::${ACCOUNT}:assumed-role/app/run`, false],
    [{ service: 'cloudtrail.amazonaws.com' }, false],
    ['arn:aws:iam::444455556666:root', true],
    ['arn:aws:iam::444455556666:user/alice', true],
    ['arn:aws:sts::444455556666:federated-user/carol', true],
    ['accounts.google.com', true],
    ['anonymous', true],
  ])('%j is shut out: %s', (caller, shut) => {
    const asked = request({ principal: principal(caller) });
    expect(isRestricted(asked, true, only('restrictPublicBuckets'))).toBe(shut);
    expect(isRestricted(asked, false, BLOCK_ALL)).toBe(false);
    expect(isRestricted(asked, true, { ...BLOCK_ALL, restrictPublicBuckets: false })).toBe(false);
  });

  test('whose owner is not known shuts out everyone but services', () => {
    expect(isRestricted(request({ resourceAccount: null }), true, BLOCK_ALL)).toBe(true);
  });
});
