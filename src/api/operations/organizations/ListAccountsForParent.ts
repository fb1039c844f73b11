// organizations:ListAccountsForParent: the accounts directly under a root or unit.
import { placeArn } from '../../../account/organization-arns.ts';
import { isParent, membersUnder } from '../../../account/organization-tree.ts';
import { err, ok } from '../../../aws/result.ts';
import { parentNotFound } from './exceptions.ts';
import { pageOf } from './paging.ts';
import { PAGING, PARENT_ID } from './parameters.ts';
import { shownAccount } from './shapes.ts';
import { asking, organizationOf, organizationsOperation } from './standing.ts';

/** @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAccountsForParent.html */
export const ListAccountsForParent = organizationsOperation({
  name: 'organizations:ListAccountsForParent',
  readOnly: true,
  cli: 'organizations list-accounts-for-parent',
  parameters: { ParentId: PARENT_ID, ...PAGING },
  authorization: (world, caller, { ParentId }) => [
    asking(world, caller, 'read', 'organizations:ListAccountsForParent', (organization) =>
      placeArn(organization, ParentId),
    ),
  ],
  perform: (scene, { ParentId, ...paging }) => {
    const organization = organizationOf(scene);
    if (!organization.ok) return organization;
    if (!isParent(organization.value, ParentId)) return err(parentNotFound());
    const page = pageOf(membersUnder(organization.value, ParentId), paging, ({ account }) => account);
    if (!page.ok) return page;
    const Accounts = page.value.items.map((member) => shownAccount(scene.world, organization.value, member));
    return ok({ output: { Accounts, ...page.value.page }, changes: [] });
  },
});
