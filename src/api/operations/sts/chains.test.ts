// Tests for what crosses from one identity to another: chains of roles, other accounts, federation, root sessions, trust.
import { describe, expect, test } from 'vitest';
import { errorOf, outputOf } from '../../../../tests/fixtures/ask.ts';
import { managedPolicies } from '../../../../tests/fixtures/managed-policies.ts';
import { noorWithKey, roleArnOf, organization, STS_WORLD } from '../../../../tests/fixtures/sts.ts';
import {
  allow,
  BOOKSHOP,
  environment,
  NEIGHBOUR,
  NOW,
  policyText,
  READ_ONLY,
  ROOT,
  withUser,
} from '../../../../tests/fixtures/world.ts';
import { applyChanges } from '../../../account/apply-change.ts';
import type { Caller } from '../../../account/caller.ts';
import { tableOf } from '../../../account/table.ts';
import type { World } from '../../../account/world.ts';
import { addSeconds } from '../../../aws/instant.ts';
import type { ApiCall, ApiOutcome } from '../../call.ts';
import { execute } from '../../execute.ts';
import {
  ask,
  assumed,
  assuming,
  EVERYTHING,
  LISTING,
  may,
  READ,
  signedIn,
  withRole,
} from '../../../../tests/fixtures/sessions.ts';

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
  // Both accounts record it; of a refusal only that of the caller knows.
  expect(outcome('maple-7').event).toMatchObject({
    recipientAccountId: BOOKSHOP,
    copy: { recipientAccountId: NEIGHBOUR },
  });
  expect(outcome('maple-8').event).not.toHaveProperty('copy');
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
    expect(errorOf(ask(guest, { operation: 'iam:ListUsers', input: {} }, world))?.code).toBe(
      'InvalidClientTokenId',
    );
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
