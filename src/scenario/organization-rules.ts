// The rules of the organization: its accounts exist, its units are a tree, and its policies are attached where they can be.
import { FULL_ACCESS, type Organization, type OrganizationPolicyType } from '../account/organization.ts';
import { entry } from '../account/record.ts';
import { entriesOf, lookup, valuesOf } from '../account/table.ts';
import type { World } from '../account/world.ts';
import { repeated, type BrokenRule } from './broken-rule.ts';

/** @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html */
const MOST_LEVELS = 5;
const MOST_ATTACHED: Readonly<Record<OrganizationPolicyType, number>> = {
  SERVICE_CONTROL_POLICY: 10,
  RESOURCE_CONTROL_POLICY: 5,
};

/** The policies of AWS, which are in every organization, and what type they are of. */
const OF_AWS: ReadonlyMap<string, OrganizationPolicyType> = new Map([
  [FULL_ACCESS.SERVICE_CONTROL_POLICY, 'SERVICE_CONTROL_POLICY'],
  [FULL_ACCESS.RESOURCE_CONTROL_POLICY, 'RESOURCE_CONTROL_POLICY'],
]);

const PATH = ['organization'];

export function* brokenInOrganization(
  organization: Organization,
  accounts: World['accounts'],
): Generator<BrokenRule> {
  for (const field of ['enabledTypes', 'rootFeatures'] as const)
    yield* repeated(
      'value',
      organization[field].map((name) => ({ path: [...PATH, field], name })),
    );
  yield* brokenMembers(organization, accounts);
  yield* brokenUnits(organization);
  yield* brokenPolicies(organization);
  for (const { id, account } of valuesOf(organization.creations))
    if (account !== null && entry(accounts, account) === undefined)
      yield { path: [...PATH, 'creations', id], message: `there is no account ${account}` };
  for (const [name, { account }] of entriesOf(organization.delegatedAdministrators))
    if (lookup(organization.members, account) === undefined)
      yield {
        path: [...PATH, 'delegatedAdministrators', name],
        message: `the account ${account} is not in the organization`,
      };
}

function* brokenMembers(organization: Organization, accounts: World['accounts']): Generator<BrokenRule> {
  const { managementAccount, members } = organization;
  if (entry(accounts, managementAccount) === undefined)
    yield { path: PATH, message: `names the management account ${managementAccount}, which does not exist` };
  if (lookup(members, managementAccount) === undefined)
    yield { path: PATH, message: `the management account ${managementAccount} is not in the organization` };
  for (const { account, parent } of valuesOf(members)) {
    const path = [...PATH, 'members', account];
    if (entry(accounts, account) === undefined) yield { path, message: `there is no account ${account}` };
    yield* brokenParent(organization, parent, path);
  }
}

function* brokenUnits(organization: Organization): Generator<BrokenRule> {
  const units = valuesOf(organization.units).map((unit) => ({
    ...unit,
    path: [...PATH, 'units', unit.id],
  }));
  for (const { id, parent, path } of units) {
    yield* brokenParent(organization, parent, path);
    if (!isBelowRoot(organization, id))
      yield { path, message: `must be at most ${MOST_LEVELS} levels below the root` };
  }
  yield* repeated('name', units, ({ parent, name }) => `${parent}/${name}`);
}

function* brokenParent({ root, units }: Organization, parent: string, path: string[]): Generator<BrokenRule> {
  if (parent !== root && lookup(units, parent) === undefined)
    yield { path: [...path, 'parent'], message: `there is no root or unit ${parent}` };
}

/** Whether the way up ends at the root soon enough; it never does for a unit that is below itself. */
function isBelowRoot({ root, units }: Organization, id: string): boolean {
  let at: string | undefined = id;
  for (let level = 0; level < MOST_LEVELS && at !== undefined; level++) {
    at = lookup(units, at)?.parent;
    if (at === root) return true;
  }
  return false;
}

function* brokenPolicies(organization: Organization): Generator<BrokenRule> {
  const { root, units, members, policies, attached } = organization;
  const all = valuesOf(policies).map((policy) => ({ ...policy, path: [...PATH, 'policies', policy.id] }));
  for (const { id, path } of all) if (OF_AWS.has(id)) yield { path, message: 'is the id of a policy of AWS' };
  yield* repeated('name', all, ({ type, name }) => `${type}/${name}`);

  const exists = (target: string) => target === root || lookup(units, target) || lookup(members, target);
  for (const [target, ids] of entriesOf(attached)) {
    const path = [...PATH, 'attached', target];
    if (!exists(target)) yield { path, message: `there is no root, unit or account ${target}` };
    const counts = { SERVICE_CONTROL_POLICY: 0, RESOURCE_CONTROL_POLICY: 0 };
    for (const [at, id] of ids.entries()) {
      const type = OF_AWS.get(id) ?? lookup(policies, id)?.type;
      if (ids.indexOf(id) !== at) yield { path, message: `${id} is attached twice` };
      if (type === undefined) yield { path, message: `there is no policy ${id}` };
      else if (++counts[type] > MOST_ATTACHED[type])
        yield { path, message: `must have at most ${MOST_ATTACHED[type]} policies of the type ${type}` };
    }
  }
}
