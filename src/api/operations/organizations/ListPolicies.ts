// organizations:ListPolicies: the policies of a type, that of AWS among them.
import { ok } from '../../../aws/result.ts';
import { pageOf } from './paging.ts';
import { FILTER, PAGING } from './parameters.ts';
import { policiesOfType, policyPlace, policySummary, typeKey } from './policies.ts';
import { asking, organizationOf, organizationsOperation } from './standing.ts';

/** @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListPolicies.html */
export const ListPolicies = organizationsOperation({
  name: 'organizations:ListPolicies',
  readOnly: true,
  cli: 'organizations list-policies',
  parameters: { Filter: FILTER, ...PAGING },
  authorization: (world, caller, { Filter }) => [
    asking(world, caller, 'read', 'organizations:ListPolicies', '*', typeKey(Filter)),
  ],
  perform: (scene, { Filter, ...paging }) => {
    const organization = organizationOf(scene);
    if (!organization.ok) return organization;
    const page = pageOf(policiesOfType(organization.value, Filter), paging, policyPlace);
    if (!page.ok) return page;
    const Policies = page.value.items.map((policy) => policySummary(organization.value, policy));
    return ok({ output: { Policies, ...page.value.page }, changes: [] });
  },
});
