// organizations:ListOrganizationalUnitsForParent: the units directly under a root or unit.
import { placeArn } from '../../../account/organization-arns.ts';
import { isParent, unitsUnder } from '../../../account/organization-tree.ts';
import { err, ok } from '../../../aws/result.ts';
import { parentNotFound } from './exceptions.ts';
import { pageOf } from './paging.ts';
import { PAGING, PARENT_ID } from './parameters.ts';
import { shownUnit } from './shapes.ts';
import { asking, organizationOf, organizationsOperation } from './standing.ts';

/** @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListOrganizationalUnitsForParent.html */
export const ListOrganizationalUnitsForParent = organizationsOperation({
  name: 'organizations:ListOrganizationalUnitsForParent',
  readOnly: true,
  cli: 'organizations list-organizational-units-for-parent',
  parameters: { ParentId: PARENT_ID, ...PAGING },
  authorization: (world, caller, { ParentId }) => [
    asking(world, caller, 'read', 'organizations:ListOrganizationalUnitsForParent', (organization) =>
      placeArn(organization, ParentId),
    ),
  ],
  perform: (scene, { ParentId, ...paging }) => {
    const organization = organizationOf(scene);
    if (!organization.ok) return organization;
    if (!isParent(organization.value, ParentId)) return err(parentNotFound());
    const page = pageOf(unitsUnder(organization.value, ParentId), paging, ({ id }) => id);
    if (!page.ok) return page;
    const OrganizationalUnits = page.value.items.map((unit) => shownUnit(organization.value, unit));
    return ok({ output: { OrganizationalUnits, ...page.value.page }, changes: [] });
  },
});
