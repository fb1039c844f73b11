// Tests for what is delegated with a session: attributes that open, a chain of three, an external id against a confused deputy.
import { describe, expect, test } from 'vitest';
import { errorOf } from '../../../../tests/fixtures/ask.ts';
import { ask, assumed, assuming, READ, signedIn, withRole } from '../../../../tests/fixtures/sessions.ts';
import { noorWithKey, role, roleArnOf, trusting } from '../../../../tests/fixtures/sts.ts';
import { allow, NEIGHBOUR, policyText, withUser } from '../../../../tests/fixtures/world.ts';
import type { Caller } from '../../../account/caller.ts';
import { withValue } from '../../../account/table.ts';
import type { World } from '../../../account/world.ts';

describe('attributes of a session', () => {
  const byTeam = policyText({
    Effect: 'Allow',
    Action: 's3:GetObject',
    Resource: '*',
    Condition: { StringEquals: { 'aws:PrincipalTag/team': 'night' } },
  });
  const world = withRole('Desk', { inline: { ByTeam: byTeam } });
  const reads = (who: Caller): boolean => ask(who, READ, world).result.ok;

  test('open what the tags of the role leave shut', () => {
    expect(reads(assumed(noorWithKey, 'Desk', world))).toBe(false);
    const tagged = (Value: string) => assumed(noorWithKey, 'Desk', world, { Tags: [{ Key: 'team', Value }] });
    expect(reads(tagged('night'))).toBe(true);
    expect(reads(tagged('day'))).toBe(false);
  });

  test('take sts:TagSession in the trust policy', () => {
    const bare = withRole('Desk', {
      trust: policyText({ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }),
    });
    const call = assuming('Desk', { Tags: [{ Key: 'team', Value: 'night' }] });
    expect(errorOf(ask(noorWithKey, call, bare))?.message).toContain('sts:TagSession');
  });
});

describe('a chain of three roles', () => {
  const world = withRole('Last', role('Last', trusting({ AWS: roleArnOf('Next') })));
  const link = (who: Caller, name: string, more: Parameters<typeof assuming>[1] = {}): Caller =>
    signedIn(ask(who, assuming(name, more), world), world);
  const first = link(noorWithKey, 'Desk', {
    Tags: [
      { Key: 'team', Value: 'night' },
      { Key: 'floor', Value: '2' },
    ],
    TransitiveTagKeys: ['team'],
    SourceIdentity: 'noor',
  });
  const second = link(first, 'Next', {
    Tags: [{ Key: 'case', Value: '7' }],
    TransitiveTagKeys: ['case'],
  });

  test('hands on what was transitive at each of its steps, and the source identity', () => {
    expect(first).toMatchObject({ chained: false, sessionTags: { team: 'night', floor: '2' } });
    expect(second).toMatchObject({ chained: true, sessionTags: { team: 'night', case: '7' } });
    const third = link(second, 'Last');
    expect(third).toMatchObject({ chained: true, sourceIdentity: 'noor' });
    expect(third.kind === 'roleSession' && third.sessionTags).toEqual({ team: 'night', case: '7' });
    const { context } = ask(third, READ, world).evaluations[0]?.request ?? { context: {} };
    expect(context).toMatchObject({
      'aws:PrincipalTag/team': 'night',
      'aws:PrincipalTag/case': '7',
      'aws:SourceIdentity': 'noor',
    });
  });

  test('lets no step after the first have another source identity, nor a transitive tag another value', () => {
    const refusal = (more: Parameters<typeof assuming>[1]) =>
      errorOf(ask(second, assuming('Last', more), world))?.code;
    expect(refusal({ SourceIdentity: 'amira' })).toBe('AccessDenied');
    expect(refusal({ Tags: [{ Key: 'team', Value: 'day' }] })).toBe('InvalidParameterValue');
  });

  test('ends after an hour at every step but the first', () => {
    const long = assuming('Last', { DurationSeconds: 7200 });
    expect(errorOf(ask(second, long, world))?.message).toBe(
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
    );
    expect(ask(noorWithKey, assuming('Desk', { DurationSeconds: 7200 }), world).result.ok).toBe(true);
  });
});

test('a deputy that is asked to use the role of another customer does not know its external id', () => {
  const trust = (id: string): string =>
    trusting({ AWS: roleArnOf('Desk') }, { Condition: { StringEquals: { 'sts:ExternalId': id } } });
  const start = withUser(
    'noor',
    { inline: { A: policyText(allow('sts:*')) } },
    withRole('Desk', { inline: { A: policyText(allow('sts:AssumeRole')) } }),
  );
  const neighbour = start.accounts[NEIGHBOUR];
  if (!neighbour) throw new Error('The fixture has no neighbour.');
  const customers: World = {
    ...start,
    accounts: {
      ...start.accounts,
      [NEIGHBOUR]: {
        ...neighbour,
        roles: ['One', 'Two'].reduce(
          (roles, name) => withValue(roles, name, role(name, trust(`customer-${name}`))),
          neighbour.roles,
        ),
      },
    },
  };
  const deputy = assumed(noorWithKey, 'Desk', customers);
  const using = (name: string, ExternalId?: string) =>
    ask(
      deputy,
      assuming('', {
        RoleArn: roleArnOf(name, NEIGHBOUR),
        ...(ExternalId !== undefined && { ExternalId }),
      }),
      customers,
    );
  expect(using('One', 'customer-One').result.ok).toBe(true);
  // On behalf of customer one, whose external id the deputy passes whatever role it is told to use.
  expect(errorOf(using('Two', 'customer-One'))?.code).toBe('AccessDenied');
  expect(errorOf(using('Two'))?.code).toBe('AccessDenied');
});
