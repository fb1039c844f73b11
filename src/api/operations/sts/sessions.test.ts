// Tests for sessions from the call that makes them to what can be done with them.
import { Secret, TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { errorOf, outputOf } from '../../../../tests/fixtures/ask.ts';
import { managedPolicies } from '../../../../tests/fixtures/managed-policies.ts';
import {
  NOOR_PHONE,
  noorWithKey,
  role,
  roleArnOf,
  rootWithKey,
  SEED,
  STS_WORLD,
  trusting,
} from '../../../../tests/fixtures/sts.ts';
import {
  adding,
  allow,
  BOOKSHOP,
  environment,
  NEIGHBOUR,
  NOW,
  policyText,
  READ_ONLY,
  ROOT,
  roleIn,
  withBookshop,
  withUser,
  WRITE_DRAFTS,
} from '../../../../tests/fixtures/world.ts';
import { applyChanges } from '../../../account/apply-change.ts';
import type { Caller } from '../../../account/caller.ts';
import { tableOf, withoutValue } from '../../../account/table.ts';
import type { Role, World } from '../../../account/world.ts';
import { addSeconds, epochMillis, type Instant } from '../../../aws/instant.ts';
import type { ApiCall, ApiOutcome } from '../../call.ts';
import { callerWithCredentials } from '../../credentials.ts';
import { execute } from '../../execute.ts';

const at = (now: Instant) => ({ ...environment(), now });

const ask = (who: Caller, call: ApiCall, world: World, now: Instant = NOW): ApiOutcome =>
  execute(world, who, call, at(now));

/** As a program would have it: from the three values of an answer to whoever signs with them. */
function signedIn(outcome: ApiOutcome, world: World): Caller {
  const { Credentials: values } = outputOf(outcome) as {
    Credentials: { AccessKeyId: string; SecretAccessKey: string; SessionToken: string };
  };
  const caller = callerWithCredentials(world, {
    accessKeyId: values.AccessKeyId,
    secretAccessKey: values.SecretAccessKey,
    sessionToken: values.SessionToken,
  });
  if (!caller.ok) throw new Error(caller.error.message);
  return caller.value;
}

type AssumeInput = Extract<ApiCall, { operation: 'sts:AssumeRole' }>['input'];

const assuming = (name: string, more: Partial<AssumeInput> = {}): ApiCall => ({
  operation: 'sts:AssumeRole',
  input: { RoleArn: roleArnOf(name), RoleSessionName: 'noor', ...more },
});

const assumed = (who: Caller, name: string, world: World, more: Partial<AssumeInput> = {}): Caller =>
  signedIn(ask(who, assuming(name, more), world), world);

const withRole = (name: string, change: Partial<Role>, world: World = STS_WORLD): World =>
  withBookshop((account) => {
    const before = roleIn(world, name) ?? role(name, '');
    return { ...account, roles: adding(account.roles, { ...before, ...change }) };
  }, world);

const READ: ApiCall = { operation: 's3:GetObject', input: { Bucket: 'maple-catalog', Key: 'spring.csv' } };
const LIST: ApiCall = { operation: 's3:ListObjectsV2', input: { Bucket: 'maple-catalog' } };
const EVERYTHING = policyText(allow('s3:*'));
const READING = policyText(allow('s3:GetObject'));
const LISTING = policyText(allow('s3:ListBucket'));

const may = (who: Caller, world: World, now: Instant = NOW): { read: boolean; list: boolean } => ({
  read: ask(who, READ, world, now).result.ok,
  list: ask(who, LIST, world, now).result.ok,
});

const RICH = withRole('Desk', { inline: { All: EVERYTHING } });

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
      origin: { mfa: NOW },
      credentials: { mfa: NOW },
    });
  });

  test('counts in every request of the session, and in the next session of a chain', () => {
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
    const session = assumed(noorWithKey, 'Desk', world, mfa);
    expect(may(session, world, later).read).toBe(true);
    expect(may(signedIn(ask(session, assuming('Next'), world), world), world, later).read).toBe(true);
    expect(may(assumed(noorWithKey, 'Desk', world), world, later).read).toBe(false);
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
    expect(errorOf(ask(token({}), users, world))?.message).toBe(
      'The security token included in the request is invalid.',
    );
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

describe('a chain of roles', () => {
  const tags = [
    { Key: 'team', Value: 'night' },
    { Key: 'floor', Value: '2' },
  ];
  const first = assumed(noorWithKey, 'Desk', STS_WORLD, {
    Tags: tags,
    TransitiveTagKeys: ['Team'],
    SourceIdentity: 'noor',
  });

  test('hands on transitive tags and the source identity, and nothing else', () => {
    const outcome = ask(first, assuming('Next', { Tags: [{ Key: 'desk', Value: '7' }] }), STS_WORLD);
    expect(signedIn(outcome, STS_WORLD)).toMatchObject({
      chained: true,
      sessionTags: { team: 'night', desk: '7' },
      transitiveTags: ['team'],
      sourceIdentity: 'noor',
    });
    expect(outputOf(outcome)).toMatchObject({ SourceIdentity: 'noor' });
    expect(outcome.evaluations.map(({ request }) => request.action)).toEqual([
      'sts:AssumeRole',
      'sts:TagSession',
      'sts:SetSourceIdentity',
    ]);
    expect(outcome.event.requestParameters).toMatchObject({
      incomingTransitiveTags: { team: 'night' },
      tags: [{ key: 'desk', value: '7' }],
    });
  });

  test('needs the permissions for them from every role on the way', () => {
    const bare = (action: string | readonly string[]): World =>
      withRole('Next', {
        trust: policyText({ Effect: 'Allow', Principal: { AWS: roleArnOf('Desk') }, Action: action }),
      });
    const refused = (world: World) => errorOf(ask(first, assuming('Next'), world))?.message;
    expect(refused(bare('sts:AssumeRole'))).toContain('not authorized to perform: sts:TagSession');
    expect(refused(bare(['sts:AssumeRole', 'sts:TagSession']))).toContain('sts:SetSourceIdentity');
    expect(refused(bare('sts:*'))).toBeUndefined();
  });

  test('may say its source identity again, and no other', () => {
    expect(ask(first, assuming('Next', { SourceIdentity: 'noor' }), STS_WORLD).result.ok).toBe(true);
    expect(errorOf(ask(first, assuming('Next', { SourceIdentity: 'Noor' }), STS_WORLD))?.code).toBe(
      'AccessDenied',
    );
  });

  test('has tags of the session before those of the role', () => {
    const teamOf = (who: Caller) =>
      ask(who, READ, STS_WORLD).evaluations[0]?.request.context['aws:PrincipalTag/team'];
    expect(teamOf(first)).toBe('night');
    expect(teamOf(assumed(noorWithKey, 'Desk', STS_WORLD))).toBe('sales');
    expect(teamOf(signedIn(ask(first, assuming('Next'), STS_WORLD), STS_WORLD))).toBe('night');
  });

  test('lasts an hour at most', () => {
    const outcome = ask(first, assuming('Next', { DurationSeconds: 3600 }), STS_WORLD);
    expect(outputOf(outcome)).toMatchObject({ Credentials: { Expiration: addSeconds(NOW, 3600) } });
  });
});

test('a role of another account takes both sides, and the external id', () => {
  const RoleArn = roleArnOf('Press', NEIGHBOUR);
  const world = withUser('noor', { inline: { A: policyText(allow('sts:AssumeRole', RoleArn)) } }, STS_WORLD);
  const input = { RoleArn, RoleSessionName: 'noor' };
  const outcome = (ExternalId: string, its: World = world): ApiOutcome =>
    ask(noorWithKey, { operation: 'sts:AssumeRole', input: { ...input, ExternalId } }, its);
  expect(signedIn(outcome('maple-7'), world)).toMatchObject({ account: NEIGHBOUR, roleName: 'Press' });
  expect(errorOf(outcome('maple-8'))?.code).toBe('AccessDenied');
  expect(errorOf(outcome('maple-7', STS_WORLD))?.code).toBe('AccessDenied');
});

describe('a federated user', () => {
  const world = withUser(
    'noor',
    { groups: [], inline: { A: policyText(allow(['sts:*', 's3:GetObject', 'iam:*'])) } },
    STS_WORLD,
  );
  const token = (input: object): Caller => {
    const call = { operation: 'sts:GetFederationToken', input: { Name: 'guest', ...input } } as ApiCall;
    return signedIn(ask(noorWithKey, call, world), world);
  };

  test('may do what the user and the session policy both allow; without one, nothing', () => {
    expect(may(token({}), world)).toEqual({ read: false, list: false });
    expect(may(token({ Policy: EVERYTHING }), world)).toEqual({ read: true, list: false });
    expect(may(token({ Policy: LISTING }), world)).toEqual({ read: false, list: false });
    expect(may(token({ PolicyArns: [{ arn: READ_ONLY.arn }] }), world)).toEqual({ read: true, list: false });
  });

  test('may not call IAM, nor STS but to ask who it is', () => {
    const guest = token({ Policy: policyText(allow('*')) });
    expect(errorOf(ask(guest, { operation: 'iam:ListUsers', input: {} }, world))?.code).toBe('AccessDenied');
    expect(errorOf(ask(guest, assuming('Desk'), world))?.code).toBe('AccessDenied');
    expect(ask(guest, { operation: 'sts:GetCallerIdentity', input: {} }, world).result.ok).toBe(true);
  });

  test('loses what its user loses', () => {
    const guest = token({ Policy: EVERYTHING });
    expect(may(guest, withUser('noor', { inline: {} }, world)).read).toBe(false);
  });
});

describe('a session of a root user', () => {
  const AUDIT = 'arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials';
  const members = organization(BOOKSHOP, EVERYTHING);
  const world: World = {
    ...withUser('noor', { inline: { A: policyText(allow('sts:AssumeRoot')) } }, STS_WORLD),
    organization: {
      ...members,
      trustedServices: tableOf({ 'iam.amazonaws.com': { enabled: NOW } }),
      rootFeatures: ['RootSessions'],
    },
  };

  test('may do its task, and nothing else', () => {
    const input = {
      TargetPrincipal: `arn:aws:iam::${NEIGHBOUR}:root`,
      TaskPolicyArn: { arn: AUDIT },
    } as const;
    const session = signedIn(ask(noorWithKey, { operation: 'sts:AssumeRoot', input }, world), world);
    const real = { ...environment(), managedPolicies: managedPolicies() };
    const open: World = { ...world, organization: null };
    const outcome = (call: ApiCall) => execute(open, session, call, real);
    expect(outcome({ operation: 'iam:GetAccountSummary', input: {} }).result.ok).toBe(true);
    expect(errorOf(outcome({ operation: 'iam:ListUsers', input: {} }))?.code).toBe('AccessDenied');
    expect(errorOf(outcome({ operation: 's3:ListBuckets', input: {} }))?.code).toBe('AccessDenied');
    expect(outcome({ operation: 'iam:GetAccountSummary', input: {} }).event.userIdentity).toMatchObject({
      type: 'Root',
      sessionContext: { assumedRoot: 'true' },
    });
  });
});

describe('trust in a user that was deleted', () => {
  const trust = (): { world: World; who: Caller } => {
    const who: Caller = { kind: 'user', account: BOOKSHOP, name: 'temp', credentials: ROOT.credentials };
    const world = doing(
      STS_WORLD,
      { operation: 'iam:CreateUser', input: { UserName: 'temp' } },
      {
        operation: 'iam:UpdateAssumeRolePolicy',
        input: {
          RoleName: 'Desk',
          PolicyDocument: policyText({
            Effect: 'Allow',
            Principal: { AWS: `arn:aws:iam::${BOOKSHOP}:user/temp` },
            Action: 'sts:AssumeRole',
          }),
        },
      },
    );
    return { world, who };
  };

  /** The world after calls of the root user; ids never repeat. */
  function doing(start: World, ...calls: readonly ApiCall[]): World {
    const env = environment();
    return calls.reduce((world, call) => {
      const outcome = execute(world, ROOT, call, env);
      expect(outcome.result.ok || outcome.result.error).toBe(true);
      return applyChanges(world, outcome.changes);
    }, start);
  }

  test('is no trust in one that was made again under its name', () => {
    const { world, who } = trust();
    expect(ask(who, assuming('Desk'), world).result.ok).toBe(true);
    const gone = doing(world, { operation: 'iam:DeleteUser', input: { UserName: 'temp' } });
    const again = applyChanges(
      gone,
      execute(
        gone,
        ROOT,
        { operation: 'iam:CreateUser', input: { UserName: 'temp' } },
        {
          ...environment(),
          randomBytes: (count) => Array.from({ length: count }, () => 7),
        },
      ).changes,
    );
    expect(errorOf(ask(who, assuming('Desk'), again))?.code).toBe('AccessDenied');
  });

  test('holds by the unique id, however the user came to be another', () => {
    const { world, who } = trust();
    expect(
      errorOf(ask(who, assuming('Desk'), withUser('temp', { id: 'AIDAOTHERAAAAAAAAAAAA' }, world)))?.code,
    ).toBe('AccessDenied');
  });
});

/** One that the bookshop and its neighbour are in; the policy is on the account that is not in charge. */
function organization(managementAccount: string, policy: string): NonNullable<World['organization']> {
  const other = managementAccount === BOOKSHOP ? NEIGHBOUR : BOOKSHOP;
  return {
    id: 'o-maple12345',
    managementAccount,
    featureSet: 'ALL',
    root: 'r-map1',
    enabledTypes: ['SERVICE_CONTROL_POLICY'],
    units: tableOf({}),
    members: tableOf(
      Object.fromEntries(
        [BOOKSHOP, NEIGHBOUR].map((account) => [
          account,
          {
            account,
            parent: 'r-map1',
            joined: NOW,
            method: 'CREATED' as const,
            status: 'ACTIVE' as const,
            tags: {},
          },
        ]),
      ),
    ),
    policies: tableOf({
      'p-fence1234': {
        id: 'p-fence1234',
        name: 'Fence',
        description: '',
        type: 'SERVICE_CONTROL_POLICY' as const,
        content: policy,
        tags: {},
      },
    }),
    attached: tableOf<readonly string[]>({ 'r-map1': ['p-FullAWSAccess'], [other]: ['p-fence1234'] }),
    creations: tableOf({}),
    trustedServices: tableOf({}),
    delegatedAdministrators: tableOf({}),
    rootFeatures: [],
    resourcePolicy: null,
    rootTags: {},
  };
}
