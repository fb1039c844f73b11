// What operations of Organizations do to the decisions after them, and to whom the organization answers.
import { describe, expect, test } from 'vitest';
import { applyChanges } from '../../../account/apply-change.ts';
import type { Caller } from '../../../account/caller.ts';
import { levelsOf } from '../../../account/levels.ts';
import { attachedTo } from '../../../account/organization-tree.ts';
import { lookup, sizeOf, tableOf } from '../../../account/table.ts';
import type { World } from '../../../account/world.ts';
import type { ApiCall } from '../../call.ts';
import { execute } from '../../execute.ts';
import {
  BOOKSHOP,
  caller,
  environment,
  NEIGHBOUR,
  policyText,
  ROOT,
} from '../../../../tests/fixtures/world.ts';
import {
  ARCHIVE,
  DELEGATED,
  MEMBER_ROOT,
  NO_DELETION,
  ORGANIZATION_ID,
  organizationArn,
  ORGANIZED,
  OWN_ONLY,
  PRESSES,
  RCP,
  SMALL_PRESSES,
  SPARE_SCP,
  TREE_ROOT,
  withOrganization,
} from '../../../../tests/fixtures/organization.ts';
import { recording } from './creations.ts';

const KIM = caller('kim', NEIGHBOUR);

/** The world after calls of the bookshop's root user, all of which succeed. */
const after = (world: World, ...calls: readonly ApiCall[]): World =>
  calls.reduce((now, call) => {
    const { result, changes } = execute(now, ROOT, call, environment());
    expect(result.ok || result.error).toBe(true);
    return applyChanges(now, changes);
  }, world);

const outcome = (world: World, who: Caller, call: ApiCall) => {
  const { result, event } = execute(world, who, call, environment());
  return result.ok ? 'allowed' : `${result.error.code} by ${event.decision?.by ?? 'nobody'}`;
};

const DELETE: ApiCall = { operation: 's3:DeleteObject', input: { Bucket: 'north-press', Key: 'a.txt' } };
const READ: ApiCall = { operation: 's3:GetObject', input: { Bucket: 'north-press', Key: 'a.txt' } };
const attach = (PolicyId: string, TargetId: string): ApiCall => ({
  operation: 'organizations:AttachPolicy',
  input: { PolicyId, TargetId },
});
const detach = (PolicyId: string, TargetId: string): ApiCall => ({
  operation: 'organizations:DetachPolicy',
  input: { PolicyId, TargetId },
});

/** Nothing but the policies of AWS is attached. */
const OPEN = after(ORGANIZED, detach('p-nodelete', PRESSES));

describe('a service control policy', () => {
  test.each([TREE_ROOT, PRESSES, NEIGHBOUR])(
    'attached to %s binds users and root user of the account',
    (place) => {
      expect(outcome(OPEN, KIM, DELETE)).toBe('allowed');
      const bound = after(OPEN, attach(SPARE_SCP.id, place));
      expect(outcome(bound, KIM, DELETE)).toBe('AccessDenied by scp');
      expect(outcome(bound, MEMBER_ROOT, DELETE)).toBe('AccessDenied by scp');
      expect(outcome(bound, KIM, READ)).toBe('allowed');
      expect(outcome(after(bound, detach(SPARE_SCP.id, place)), KIM, DELETE)).toBe('allowed');
    },
  );

  test('binds nobody beside the place it is attached to', () =>
    expect(outcome(after(OPEN, attach(SPARE_SCP.id, SMALL_PRESSES)), KIM, DELETE)).toBe('allowed'));

  test('never binds the management account', () => {
    const bound = after(OPEN, attach(SPARE_SCP.id, TREE_ROOT), attach(SPARE_SCP.id, BOOKSHOP));
    const own: ApiCall = { operation: 's3:DeleteObject', input: { Bucket: 'maple-drafts', Key: 'plan.txt' } };
    expect(outcome(bound, caller('noor'), own)).toBe('allowed');
    expect(levelsOf(bound.organization, BOOKSHOP, 'SERVICE_CONTROL_POLICY')).toBeNull();
  });

  test('is in force anew as soon as it is changed', () => {
    const bound = after(OPEN, attach(SPARE_SCP.id, NEIGHBOUR));
    const changed = after(bound, {
      operation: 'organizations:UpdatePolicy',
      input: { PolicyId: SPARE_SCP.id, Content: NO_DELETION.replace('s3:Delete*', 's3:Get*') },
    });
    expect(outcome(changed, KIM, DELETE)).toBe('allowed');
    expect(outcome(changed, KIM, READ)).toBe('AccessDenied by scp');
  });

  test('without one that allows there is nothing that can be done', () => {
    const replaced = after(OPEN, attach(SPARE_SCP.id, PRESSES), detach('p-FullAWSAccess', PRESSES));
    expect(outcome(replaced, KIM, READ)).toBe('AccessDenied by scp');
  });

  test('keeps accounts from leaving', () => {
    const leave: ApiCall = { operation: 'organizations:LeaveOrganization', input: {} };
    const stays = after(OPEN, {
      operation: 'organizations:UpdatePolicy',
      input: {
        PolicyId: SPARE_SCP.id,
        Content: policyText({ Effect: 'Deny', Action: 'organizations:LeaveOrganization', Resource: '*' }),
      },
    });
    expect(outcome(stays, KIM, leave)).toBe('allowed');
    const bound = after(stays, attach(SPARE_SCP.id, PRESSES));
    expect(outcome(bound, KIM, leave)).toBe('AccessDeniedException by scp');
    expect(outcome(bound, MEMBER_ROOT, leave)).toBe('AccessDeniedException by scp');
  });
});

test('a resource control policy binds those outside of the organization too, and no management account', () => {
  const outside = (world: World): World =>
    after(world, {
      operation: 'organizations:RemoveAccountFromOrganization',
      input: { AccountId: NEIGHBOUR },
    });
  const shared: World = {
    ...OPEN,
    accounts: {
      ...OPEN.accounts,
      [ARCHIVE]: {
        ...OPEN.accounts[ARCHIVE]!,
        buckets: tableOf({
          attic: {
            ...lookup(OPEN.accounts[NEIGHBOUR]!.buckets, 'north-press')!,
            name: 'attic',
            policy: policyText({
              Effect: 'Allow',
              Principal: { AWS: NEIGHBOUR },
              Action: 's3:GetObject',
              Resource: 'arn:aws:s3:::attic/*',
            }),
          },
        }),
      },
    },
  };
  const read: ApiCall = { operation: 's3:GetObject', input: { Bucket: 'attic', Key: 'a.txt' } };
  const stranger = outside(shared);
  expect(outcome(stranger, KIM, read)).toBe('allowed');
  const bound = after(stranger, attach(RCP.id, TREE_ROOT));
  expect(RCP.content).toBe(OWN_ONLY);
  expect(outcome(bound, KIM, read)).toBe('AccessDenied by rcp');
  expect(outcome(after(shared, attach(RCP.id, TREE_ROOT)), KIM, read)).toBe('allowed');
  expect(levelsOf(bound.organization, BOOKSHOP, 'RESOURCE_CONTROL_POLICY')).toBeNull();
});

describe('the place of an account', () => {
  test('is what decides which policies are above it', () => {
    expect(outcome(ORGANIZED, KIM, DELETE)).toBe('AccessDenied by scp');
    const moved = after(ORGANIZED, {
      operation: 'organizations:MoveAccount',
      input: { AccountId: NEIGHBOUR, SourceParentId: PRESSES, DestinationParentId: TREE_ROOT },
    });
    expect(outcome(moved, KIM, DELETE)).toBe('allowed');
    expect(levelsOf(moved.organization, NEIGHBOUR, 'SERVICE_CONTROL_POLICY')).toHaveLength(2);
  });

  test('no longer matters once it has left', () => {
    const gone = after(ORGANIZED, {
      operation: 'organizations:RemoveAccountFromOrganization',
      input: { AccountId: NEIGHBOUR },
    });
    expect(outcome(gone, KIM, DELETE)).toBe('allowed');
  });
});

test('a type that is enabled again begins with the policy of AWS alone', () => {
  const input = { RootId: TREE_ROOT, PolicyType: 'SERVICE_CONTROL_POLICY' };
  const off = after(ORGANIZED, { operation: 'organizations:DisablePolicyType', input });
  expect(outcome(off, KIM, DELETE)).toBe('allowed');
  const on = after(off, { operation: 'organizations:EnablePolicyType', input });
  expect(outcome(on, KIM, DELETE)).toBe('allowed');
  for (const place of [TREE_ROOT, PRESSES, SMALL_PRESSES, BOOKSHOP, NEIGHBOUR, ARCHIVE])
    expect(on.organization && attachedTo(on.organization, place)).toEqual([
      'p-RCPFullAWSAccess',
      'p-FullAWSAccess',
    ]);
});

test('an account that the organization makes is bound by what is above it, and can be used by its management account', () => {
  const made = after(ORGANIZED, {
    operation: 'organizations:CreateAccount',
    input: { Email: 'attic@maple-books.example', AccountName: 'Attic' },
  });
  const id = Object.keys(made.accounts).find((one) => !(one in ORGANIZED.accounts)) ?? '';
  expect(levelsOf(made.organization, id, 'SERVICE_CONTROL_POLICY')).toHaveLength(2);
  const role = lookup(made.accounts[id]!.roles, 'OrganizationAccountAccessRole')!;
  const session: Caller = {
    kind: 'roleSession',
    account: id,
    roleName: role.name,
    roleId: role.id,
    roleArn: `arn:aws:iam::${id}:role/${role.name}`,
    sessionName: 'owner',
    origin: { kind: 'assumeRole', mfa: null },
    chained: false,
    sessionTags: {},
    transitiveTags: [],
    sourceIdentity: null,
    policies: { policy: null, policyArns: [] },
    credentials: { ...ROOT.credentials, kind: 'role' },
  };
  const make: ApiCall = { operation: 'iam:CreateUser', input: { UserName: 'sam' } };
  expect(outcome(made, session, make)).toBe('allowed');
  const bound = after(
    made,
    {
      operation: 'organizations:UpdatePolicy',
      input: {
        PolicyId: SPARE_SCP.id,
        Content: policyText({ Effect: 'Deny', Action: 'iam:CreateUser', Resource: '*' }),
      },
    },
    attach(SPARE_SCP.id, id),
  );
  expect(outcome(bound, session, make)).toBe('AccessDenied by scp');
});

describe('an account that administers a service', () => {
  const list: ApiCall = {
    operation: 'organizations:ListPolicies',
    input: { Filter: 'SERVICE_CONTROL_POLICY' },
  };
  const describeOne: ApiCall = { operation: 'organizations:DescribeAccount', input: { AccountId: ARCHIVE } };

  test('may read, as far as its own policies let it', () => {
    expect(outcome(DELEGATED, KIM, list)).toBe('allowed');
    expect(outcome(DELEGATED, KIM, describeOne)).toBe('allowed');
    expect(outcome(DELEGATED, MEMBER_ROOT, describeOne)).toBe('allowed');
    expect(outcome(DELEGATED, caller('nobody', NEIGHBOUR), list)).not.toBe('allowed');
    expect(outcome(ORGANIZED, KIM, list)).toBe('AccessDeniedException by resource');
  });

  test('may not write', () =>
    expect(outcome(DELEGATED, KIM, attach(SPARE_SCP.id, PRESSES))).toMatch(/^AccessDeniedException/));
});

describe('a delegation policy', () => {
  const delegating = (statement: object, world: World = ORGANIZED): World =>
    after(world, {
      operation: 'organizations:PutResourcePolicy',
      input: {
        Content: policyText({
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${NEIGHBOUR}:root` },
          Resource: '*',
          ...statement,
        }),
      },
    });

  test('lets in to what it names, and to no more', () => {
    const world = delegating({ Action: ['organizations:AttachPolicy', 'organizations:ListRoots'] });
    expect(outcome(world, KIM, attach(SPARE_SCP.id, ARCHIVE))).toBe('allowed');
    expect(outcome(world, KIM, { operation: 'organizations:ListRoots', input: {} })).toBe('allowed');
    expect(outcome(world, KIM, { operation: 'organizations:ListAccounts', input: {} })).toBe(
      'AccessDeniedException by resource',
    );
    expect(outcome(world, KIM, detach('p-nodelete', PRESSES))).toBe('AccessDeniedException by resource');
  });

  test('reads resources and conditions, policies of AWS among them', () => {
    const world = delegating({
      Action: 'organizations:AttachPolicy',
      Resource: [
        organizationArn(`policy/${ORGANIZATION_ID}/service_control_policy/*`),
        'arn:aws:organizations::aws:policy/service_control_policy/*',
        organizationArn(`ou/${ORGANIZATION_ID}/*`),
      ],
      Condition: { StringLike: { 'organizations:PolicyType': 'SERVICE_CONTROL_POLICY' } },
    });
    expect(outcome(world, KIM, attach(SPARE_SCP.id, PRESSES))).toBe('allowed');
    expect(outcome(world, KIM, attach(SPARE_SCP.id, ARCHIVE))).toBe('AccessDeniedException by resource');
    expect(outcome(world, KIM, attach(RCP.id, PRESSES))).toBe('AccessDeniedException by resource');
    const replaced = after(
      world,
      attach(SPARE_SCP.id, SMALL_PRESSES),
      detach('p-FullAWSAccess', SMALL_PRESSES),
    );
    expect(outcome(replaced, KIM, attach('p-FullAWSAccess', SMALL_PRESSES))).toBe('allowed');
  });

  test('is nothing to the root user of another account, nor to what cannot be delegated', () => {
    const world = withOrganization({
      resourcePolicy: {
        id: 'rp-example1',
        content: policyText({
          Effect: 'Allow',
          Principal: { AWS: NEIGHBOUR },
          Action: 'organizations:*',
          Resource: '*',
        }),
        tags: {},
      },
    });
    const make: ApiCall = {
      operation: 'organizations:CreateOrganizationalUnit',
      input: { ParentId: TREE_ROOT, Name: 'Mine' },
    };
    expect(outcome(world, KIM, make)).toMatch(/^AccessDeniedException/);
    expect(outcome(world, { ...MEMBER_ROOT, account: ARCHIVE }, make)).toBe(
      'AccessDeniedException by resource',
    );
  });
});

test('the oldest request to create an account makes room for the newest', () => {
  const organization = ORGANIZED.organization!;
  const one = (at: number) => ({
    id: `car-${String(at).padStart(8, '0')}`,
    name: 'Attic',
    state: 'FAILED' as const,
    requested: `2026-01-01T00:${String(at % 60).padStart(2, '0')}:${String(59 - (at % 59)).padStart(2, '0')}Z`,
    account: null,
    failure: 'EMAIL_ALREADY_EXISTS',
  });
  const creations = tableOf(
    Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [one(at).id, one(at)])),
  );
  const full = { ...ORGANIZED, organization: { ...organization, creations } };
  const oldest = Array.from({ length: 1000 }, (_, at) => one(at)).sort((a, b) =>
    a.requested < b.requested ? -1 : 1,
  )[0];
  const world = applyChanges(full, recording(full.organization, { ...one(5), id: 'car-99999999' }));
  expect(sizeOf(world.organization!.creations)).toBe(1000);
  expect(lookup(world.organization!.creations, oldest?.id ?? '')).toBeUndefined();
  expect(lookup(world.organization!.creations, 'car-99999999')).toBeDefined();
});
