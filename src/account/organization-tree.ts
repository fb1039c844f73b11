// The tree of an organization: what stands where, and which policies are attached there.
import type { AccountId } from '../aws/arn.ts';
import {
  FULL_ACCESS,
  type Organization,
  type OrganizationalUnit,
  type OrganizationMember,
  type OrganizationPolicyType,
} from './organization.ts';
import { compareNames } from './record.ts';
import { lookup, perLeaf } from './table.ts';

/** What policies can be attached to, and accounts and units can be moved between. */
export type Place =
  | { readonly kind: 'root'; readonly id: string }
  | { readonly kind: 'unit'; readonly id: string; readonly unit: OrganizationalUnit }
  | { readonly kind: 'account'; readonly id: AccountId; readonly member: OrganizationMember };

/** The root, unit or account of an id; null when there is none. */
export function placeOf(organization: Organization, id: string): Place | null {
  if (id === organization.root) return { kind: 'root', id };
  const unit = lookup(organization.units, id);
  if (unit) return { kind: 'unit', id, unit };
  const member = lookup(organization.members, id);
  return member ? { kind: 'account', id, member } : null;
}

/** A root or unit, which others can stand under. */
export const isParent = (organization: Organization, id: string): boolean =>
  id === organization.root || lookup(organization.units, id) !== undefined;

const byParent = <Value extends { readonly parent: string }>() =>
  perLeaf((leaf: Readonly<Record<string, Value>>) => {
    const groups = new Map<string, Value[]>();
    for (const value of Object.values(leaf))
      groups.set(value.parent, [...(groups.get(value.parent) ?? []), value]);
    return groups;
  });

const unitsByParent = byParent<OrganizationalUnit>();
const membersByParent = byParent<OrganizationMember>();

/** Directly under a root or unit, by id. */
export const unitsUnder = ({ units }: Organization, parent: string): OrganizationalUnit[] =>
  unitsByParent(units)
    .flatMap((leaf) => leaf.get(parent) ?? [])
    .sort((a, b) => compareNames(a.id, b.id));

export const membersUnder = ({ members }: Organization, parent: string): OrganizationMember[] =>
  membersByParent(members)
    .flatMap((leaf) => leaf.get(parent) ?? [])
    .sort((a, b) => compareNames(a.account, b.account));

/**
 * The ids of the units from the root down to a place, itself among them if it is a unit. They stand at most five deep;
 * whatever came in otherwise has an end too.
 */
export function unitsAbove({ units }: Organization, id: string): string[] {
  const above: string[] = [];
  for (let unit = lookup(units, id); unit && above.length < 10; unit = lookup(units, unit.parent))
    above.unshift(unit.id);
  return above;
}

/** Ids of the policies attached to a place itself. */
export const attachedTo = ({ attached }: Organization, place: string): readonly string[] =>
  lookup(attached, place) ?? [];

const targetsByPolicy = perLeaf((leaf: Readonly<Record<string, readonly string[]>>) => {
  const targets = new Map<string, string[]>();
  for (const [target, policies] of Object.entries(leaf))
    for (const policy of policies) targets.set(policy, [...(targets.get(policy) ?? []), target]);
  return targets;
});

/** Ids of the places that a policy is attached to. */
export const targetsOf = ({ attached }: Organization, policy: string): string[] =>
  targetsByPolicy(attached)
    .flatMap((leaf) => leaf.get(policy) ?? [])
    .sort(compareNames);

/** Null when there is no such policy. */
export function policyTypeOf({ policies }: Organization, id: string): OrganizationPolicyType | null {
  if (id === FULL_ACCESS.SERVICE_CONTROL_POLICY) return 'SERVICE_CONTROL_POLICY';
  if (id === FULL_ACCESS.RESOURCE_CONTROL_POLICY) return 'RESOURCE_CONTROL_POLICY';
  return lookup(policies, id)?.type ?? null;
}
