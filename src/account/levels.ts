// Levels: the rungs of the organization above an account, each with the policies of one type attached to it.
import type { AccountId } from '../aws/arn.ts';
import type { AppliedPolicy, OrganizationLevel } from '../evaluation/applicable.ts';
import { parsedPolicy } from '../policy/parse.ts';
import { FULL_ACCESS, type Organization, type OrganizationPolicyType } from './organization.ts';
import { organizationPolicyArn } from './organization-arns.ts';
import { lookup } from './table.ts';

const FULL_ACCESS_DOCUMENTS: Readonly<Record<string, string>> = {
  [FULL_ACCESS.SERVICE_CONTROL_POLICY]: JSON.stringify(
    { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
    null,
    2,
  ),
  [FULL_ACCESS.RESOURCE_CONTROL_POLICY]: JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
    },
    null,
    2,
  ),
};

/** Those of AWS that let everything through; null for every other id. */
export const fullAccessDocument = (id: string): string | null => FULL_ACCESS_DOCUMENTS[id] ?? null;

/** A memo: an organization never changes. */
const known = new WeakMap<Organization, Map<string, readonly OrganizationLevel[] | null>>();

/**
 * From the root down to the account. Null where policies of the type say nothing: outside of the organization, in its
 * management account, and while the type is not enabled.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
 */
export function levelsOf(
  organization: Organization | null,
  account: AccountId,
  type: OrganizationPolicyType,
): readonly OrganizationLevel[] | null {
  if (!organization) return null;
  const levels = known.get(organization) ?? new Map<string, readonly OrganizationLevel[] | null>();
  known.set(organization, levels);
  const key = `${type} ${account}`;
  const before = levels.get(key);
  if (before !== undefined) return before;
  const found = findLevels(organization, account, type);
  levels.set(key, found);
  return found;
}

function findLevels(
  organization: Organization,
  account: AccountId,
  type: OrganizationPolicyType,
): readonly OrganizationLevel[] | null {
  if (account === organization.managementAccount || !organization.enabledTypes.includes(type)) return null;
  const rungs = rungsAbove(organization, account);
  return (
    rungs &&
    [...rungs, { id: account, name: account }].map(({ id, name }) => ({
      name,
      policies: attachedPolicies(organization, id, type),
    }))
  );
}

/** The root and the units above an account, from above; null when the account is no member. */
export function rungsAbove(
  organization: Organization,
  account: AccountId,
): { readonly id: string; readonly name: string }[] | null {
  const member = lookup(organization.members, account);
  if (!member) return null;
  const rungs: { id: string; name: string }[] = [];
  let at = member.parent;
  // Units stand at most five deep; whatever came in otherwise has an end too.
  for (let depth = 0; at !== organization.root && depth < 10; depth++) {
    const unit = lookup(organization.units, at);
    if (!unit) break;
    rungs.unshift({ id: unit.id, name: unit.name });
    at = unit.parent;
  }
  return [{ id: organization.root, name: 'Root' }, ...rungs];
}

/**
 * `o-…/r-…/ou-…/`, as `aws:PrincipalOrgPaths` has it; null when the account is no member.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed-view-data-orgs.html
 */
export function organizationPath(organization: Organization, account: AccountId): string | null {
  const rungs = rungsAbove(organization, account);
  return rungs && `${[organization.id, ...rungs.map(({ id }) => id)].join('/')}/`;
}

function attachedPolicies(
  organization: Organization,
  target: string,
  type: OrganizationPolicyType,
): AppliedPolicy[] {
  const { attached, policies } = organization;
  return (lookup(attached, target) ?? []).flatMap((id): AppliedPolicy[] => {
    const own = lookup(policies, id);
    const text = id === FULL_ACCESS[type] ? fullAccessDocument(id) : own?.type === type ? own.content : null;
    const document = text === null ? null : parsedPolicy(text).document;
    if (!document) return [];
    const via = { kind: 'organization', name: target } as const;
    return [
      {
        source: {
          id: `organization:${id}`,
          name: own?.name ?? id.slice(2),
          arn: organizationPolicyArn(organization, type, id),
          kind: 'organization',
          via,
        },
        document,
      },
    ];
  });
}
