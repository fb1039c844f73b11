// organizations:ListChildren: the accounts or the units directly under a root or unit.
import { placeArn } from '../../../account/organization-arns.ts';
import { isParent, membersUnder, unitsUnder } from '../../../account/organization-tree.ts';
import { err, ok } from '../../../aws/result.ts';
import { parentNotFound } from './exceptions.ts';
import { pageOf } from './paging.ts';
import { PAGING, PARENT_ID } from './parameters.ts';
import { asking, organizationOf, organizationsOperation } from './standing.ts';

const CHILD_TYPE = {
  type: 'text',
  event: 'childType',
  required: true,
  oneOf: ['ACCOUNT', 'ORGANIZATIONAL_UNIT'],
} as const;

/** @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListChildren.html */
export const ListChildren = organizationsOperation({
  name: 'organizations:ListChildren',
  readOnly: true,
  cli: 'organizations list-children',
  parameters: { ParentId: PARENT_ID, ChildType: CHILD_TYPE, ...PAGING },
  authorization: (world, caller, { ParentId }) => [
    asking(world, caller, 'read', 'organizations:ListChildren', (organization) =>
      placeArn(organization, ParentId),
    ),
  ],
  perform: (scene, { ParentId, ChildType, ...paging }) => {
    const organization = organizationOf(scene);
    if (!organization.ok) return organization;
    if (!isParent(organization.value, ParentId)) return err(parentNotFound());
    const ids =
      ChildType === 'ACCOUNT'
        ? membersUnder(organization.value, ParentId).map(({ account }) => account)
        : unitsUnder(organization.value, ParentId).map(({ id }) => id);
    const page = pageOf(ids, paging, (id) => id);
    if (!page.ok) return page;
    const Children = page.value.items.map((Id) => ({ Id, Type: ChildType }));
    return ok({ output: { Children, ...page.value.page }, changes: [] });
  },
});
