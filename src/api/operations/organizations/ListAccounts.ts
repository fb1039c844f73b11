// organizations:ListAccounts: the accounts of the organization.
import { sortedValues } from '../../../account/table.ts';
import { ok } from '../../../aws/result.ts';
import { pageOf } from './paging.ts';
import { PAGING } from './parameters.ts';
import { shownAccount } from './shapes.ts';
import { asking, organizationOf, organizationsOperation } from './standing.ts';

/** @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAccounts.html */
export const ListAccounts = organizationsOperation({
  name: 'organizations:ListAccounts',
  readOnly: true,
  cli: 'organizations list-accounts',
  parameters: PAGING,
  authorization: (world, caller) => [asking(world, caller, 'read', 'organizations:ListAccounts', '*')],
  perform: (scene, paging) => {
    const organization = organizationOf(scene);
    if (!organization.ok) return organization;
    const page = pageOf(sortedValues(organization.value.members), paging, ({ account }) => account);
    if (!page.ok) return page;
    const Accounts = page.value.items.map((member) => shownAccount(scene.world, organization.value, member));
    return ok({ output: { Accounts, ...page.value.page }, changes: [] });
  },
});
