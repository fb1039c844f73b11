// Tests for sessions of roles and of users: what they may do, with MFA or without, and until when.
import { Secret, TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { errorOf } from '../../../../tests/fixtures/ask.ts';
import {
  NOOR_PHONE,
  noorWithKey,
  rootWithKey,
  SEED,
  organization,
  STS_WORLD,
  trusting,
} from '../../../../tests/fixtures/sts.ts';
import {
  allow,
  BOOKSHOP,
  NEIGHBOUR,
  NOW,
  policyText,
  READ_ONLY,
  withBookshop,
  withUser,
  WRITE_DRAFTS,
} from '../../../../tests/fixtures/world.ts';
import type { Caller } from '../../../account/caller.ts';
import { tableOf, withoutValue } from '../../../account/table.ts';
import { trailRecords } from '../../../account/trail.ts';
import { addSeconds, epochMillis } from '../../../aws/instant.ts';
import type { ApiCall } from '../../call.ts';
import {
  ask,
  assumed,
  assuming,
  EVERYTHING,
  LISTING,
  may,
  READ,
  READING,
  RICH,
  signedIn,
  withRole,
} from '../../../../tests/fixtures/sessions.ts';

describe('what a session may do', () => {
  test('is what the role may do', () => {
    expect(may(assumed(noorWithKey, 'Desk', RICH), RICH)).toEqual({ read: true, list: true });
    expect(may(assumed(noorWithKey, 'Desk', STS_WORLD), STS_WORLD)).toEqual({ read: false, list: false });
  });

  test('within the boundary of the role, as it is by now', () => {
    const session = assumed(noorWithKey, 'Desk', RICH);
    const bounded = withRole('Desk', { boundary: READ_ONLY.arn }, RICH);
    expect(may(session, bounded)).toEqual({ read: true, list: true });
    expect(may(session, withRole('Desk', { boundary: WRITE_DRAFTS }, RICH))).toEqual({
      read: false,
      list: false,
    });
  });

  test('within the session policy, as it was', () => {
    expect(may(assumed(noorWithKey, 'Desk', RICH, { Policy: READING }), RICH)).toEqual({
      read: true,
      list: false,
    });
    const named = assumed(noorWithKey, 'Desk', RICH, { PolicyArns: [{ arn: WRITE_DRAFTS }] });
    expect(may(named, RICH)).toEqual({ read: false, list: false });
    const poor = assumed(noorWithKey, 'Desk', STS_WORLD, { Policy: EVERYTHING });
    expect(may(poor, STS_WORLD)).toEqual({ read: false, list: false });
  });

  test('within the service control policies of the account of the role', () => {
    const session = assumed(noorWithKey, 'Desk', RICH);
    const fenced = { ...RICH, organization: organization(NEIGHBOUR, LISTING) };
    expect(may(session, fenced)).toEqual({ read: false, list: true });
    const everything = assumed(noorWithKey, 'Desk', RICH, { Policy: READING });
    expect(may(everything, fenced)).toEqual({ read: false, list: false });
  });

  test('ends at its expiration, to the second', () => {
    const session = assumed(noorWithKey, 'Desk', RICH, { DurationSeconds: 900 });
    expect(may(session, RICH, addSeconds(NOW, 899)).read).toBe(true);
    expect(errorOf(ask(session, READ, RICH, addSeconds(NOW, 900)))?.code).toBe('ExpiredToken');
  });

  test('outlives the key and the user that it was asked for with, and a change of the trust policy', () => {
    const session = assumed(noorWithKey, 'Desk', RICH);
    const keyless = withUser('noor', { accessKeys: [] }, RICH);
    expect(errorOf(ask(noorWithKey, assuming('Desk'), keyless))?.code).toBe('InvalidClientTokenId');
    expect(may(session, keyless).read).toBe(true);
    const alone = withBookshop((account) => ({ ...account, users: tableOf({}) }), RICH);
    expect(may(session, alone).read).toBe(true);
    const shut = withRole('Desk', { trust: trusting({ Service: 'ec2.amazonaws.com' }) }, RICH);
    expect(may(session, shut).read).toBe(true);
  });

  test('is nothing once the role is gone, also when another has its name', () => {
    const session = assumed(noorWithKey, 'Desk', RICH);
    const without = withBookshop(
      (account) => ({ ...account, roles: withoutValue(account.roles, 'Desk') }),
      RICH,
    );
    expect(may(session, without)).toEqual({ read: false, list: false });
    const again = withRole('Desk', { id: 'AROAOTHERAAAAAAAAAAAA' }, RICH);
    expect(may(session, again)).toEqual({ read: false, list: false });
    expect(may(assumed(noorWithKey, 'Desk', again), again)).toEqual({ read: true, list: true });
  });

  test('is cut off by AWSRevokeOlderSessions, and a session made later is not', () => {
    const session = assumed(noorWithKey, 'Desk', RICH);
    const revoked = withRole(
      'Desk',
      {
        inline: {
          All: EVERYTHING,
          AWSRevokeOlderSessions: policyText({
            Effect: 'Deny',
            Action: '*',
            Resource: '*',
            Condition: { DateLessThan: { 'aws:TokenIssueTime': addSeconds(NOW, 30) } },
          }),
        },
      },
      RICH,
    );
    expect(may(session, revoked).read).toBe(false);
    const later = signedIn(ask(noorWithKey, assuming('Desk'), revoked, addSeconds(NOW, 30)), revoked);
    expect(may(later, revoked, addSeconds(NOW, 31)).read).toBe(true);
  });
});

describe('MFA in a call', () => {
  const code = TOTP.generate({ secret: Secret.fromBase32(SEED), timestamp: epochMillis(NOW) });
  const mfa = { SerialNumber: NOOR_PHONE, TokenCode: code };

  test('opens a role that asks for it', () => {
    expect(errorOf(ask(noorWithKey, assuming('Vault'), STS_WORLD))?.code).toBe('AccessDenied');
    expect(assumed(noorWithKey, 'Vault', STS_WORLD, mfa)).toMatchObject({
      origin: { mfa: null },
      credentials: { mfa: null },
    });
  });

  test('shows in the sessions of roles when it was given to GetSessionToken, and not when to AssumeRole', () => {
    const asking = policyText({
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: '*',
      Condition: {
        Bool: { 'aws:MultiFactorAuthPresent': 'true' },
        NumericEquals: { 'aws:MultiFactorAuthAge': '60' },
      },
    });
    const world = withRole('Next', { inline: { A: asking } }, withRole('Desk', { inline: { A: asking } }));
    const later = addSeconds(NOW, 60);
    const token = signedIn(ask(noorWithKey, { operation: 'sts:GetSessionToken', input: mfa }, world), world);
    const session = assumed(token, 'Desk', world);
    expect(may(session, world, later).read).toBe(true);
    expect(may(signedIn(ask(session, assuming('Next'), world), world), world, later).read).toBe(true);
    for (const given of [{}, mfa]) {
      const bare = assumed(noorWithKey, 'Desk', world, given);
      expect(may(bare, world, later).read).toBe(false);
      expect(may(signedIn(ask(bare, assuming('Next'), world), world), world, later).read).toBe(false);
    }
  });

  test('opens IAM to credentials of GetSessionToken', () => {
    const world = withUser(
      'noor',
      { inline: { A: policyText(allow(['iam:ListUsers', 's3:*'])) } },
      STS_WORLD,
    );
    const token = (input: object): Caller =>
      signedIn(ask(noorWithKey, { operation: 'sts:GetSessionToken', input }, world), world);
    const users: ApiCall = { operation: 'iam:ListUsers', input: {} };
    expect(ask(token(mfa), users, world).result.ok).toBe(true);
    const refused = ask(token({}), users, world);
    expect(errorOf(refused)).toEqual({
      code: 'InvalidClientTokenId',
      message: 'The security token included in the request is invalid.',
      status: 403,
    });
    // Whose credentials they were is known all the same.
    expect(trailRecords(refused.event)).toHaveLength(1);
    expect(may(token({}), world).read).toBe(true);
    expect(assumed(token(mfa), 'Vault', world)).toMatchObject({ chained: true, credentials: { mfa: NOW } });
  });

  test('of the root user is taken from its own device', () => {
    const input = { SerialNumber: `arn:aws:iam::${BOOKSHOP}:mfa/root-account-mfa-device`, TokenCode: code };
    const outcome = ask(rootWithKey, { operation: 'sts:GetSessionToken', input }, STS_WORLD);
    expect(signedIn(outcome, STS_WORLD)).toMatchObject({ kind: 'root', credentials: { mfa: NOW } });
  });
});

test('a session of GetSessionToken ends with its user', () => {
  const world = withUser('noor', { inline: { A: EVERYTHING } }, STS_WORLD);
  const session = signedIn(ask(noorWithKey, { operation: 'sts:GetSessionToken', input: {} }, world), world);
  expect(may(session, withUser('noor', { accessKeys: [], inline: { A: EVERYTHING } }, world)).read).toBe(
    true,
  );
  const alone = withBookshop((account) => ({ ...account, users: tableOf({}) }), world);
  expect(errorOf(ask(session, { operation: 'sts:GetCallerIdentity', input: {} }, alone))?.code).toBe(
    'InvalidClientTokenId',
  );
});
