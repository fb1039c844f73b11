// organizations:ListPoliciesForTarget: the policies of a type that are attached to a root, unit or account itself.
import { placeArn } from '../../../account/organization-arns.ts';
import { placeOf } from '../../../account/organization-tree.ts';
import { compareNames } from '../../../account/record.ts';
import { err, ok } from '../../../aws/result.ts';
import { targetNotFound } from './exceptions.ts';
import { pageOf } from './paging.ts';
import { FILTER, PAGING, TARGET_ID } from './parameters.ts';
import { attachedOfType, findPolicy, policyPlace, policySummary, typeKey } from './policies.ts';
import { asking, organizationOf, organizationsOperation } from './standing.ts';

/**
 * Those that it inherits are not among them.
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListPoliciesForTarget.html
 */
export const ListPoliciesForTarget = organizationsOperation({
  name: 'organizations:ListPoliciesForTarget',
  readOnly: true,
  cli: 'organizations list-policies-for-target',
  parameters: { TargetId: TARGET_ID, Filter: FILTER, ...PAGING },
  authorization: (world, caller, { TargetId, Filter }) => [
    asking(
      world,
      caller,
      'read',
      'organizations:ListPoliciesForTarget',
      (organization) => placeArn(organization, TargetId),
      typeKey(Filter),
    ),
  ],
  perform: (scene, { TargetId, Filter, ...paging }) => {
    const organization = organizationOf(scene);
    if (!organization.ok) return organization;
    if (!placeOf(organization.value, TargetId)) return err(targetNotFound());
    const attached = attachedOfType(organization.value, TargetId, Filter)
      .flatMap((id) => findPolicy(organization.value, id) ?? [])
      .sort((a, b) => compareNames(policyPlace(a), policyPlace(b)));
    const page = pageOf(attached, paging, policyPlace);
    if (!page.ok) return page;
    const Policies = page.value.items.map((policy) => policySummary(organization.value, policy));
    return ok({ output: { Policies, ...page.value.page }, changes: [] });
  },
});
