// organizations:UpdateOrganizationalUnit: another name for a unit.
import { placeArn } from '../../../account/organization-arns.ts';
import { unitsUnder } from '../../../account/organization-tree.ts';
import type { OrganizationalUnit } from '../../../account/organization.ts';
import { lookup } from '../../../account/table.ts';
import { err, ok } from '../../../aws/result.ts';
import { optional } from '../iam/parameters.ts';
import { duplicateUnit, unitNotFound } from './exceptions.ts';
import { UNIT_ID, UNIT_NAME } from './parameters.ts';
import { shownUnit } from './shapes.ts';
import { asking, managedOrganization, organizationsOperation } from './standing.ts';

/** @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_UpdateOrganizationalUnit.html */
export const UpdateOrganizationalUnit = organizationsOperation({
  name: 'organizations:UpdateOrganizationalUnit',
  readOnly: false,
  cli: 'organizations update-organizational-unit',
  parameters: { OrganizationalUnitId: UNIT_ID, Name: optional(UNIT_NAME) },
  authorization: (world, caller, { OrganizationalUnitId }) => [
    asking(world, caller, 'write', 'organizations:UpdateOrganizationalUnit', (organization) =>
      placeArn(organization, OrganizationalUnitId),
    ),
  ],
  perform: (scene, { OrganizationalUnitId, Name }) => {
    const organization = managedOrganization(scene);
    if (!organization.ok) return organization;
    const unit = lookup(organization.value.units, OrganizationalUnitId);
    if (!unit) return err(unitNotFound());
    const siblings = unitsUnder(organization.value, unit.parent).filter(({ id }) => id !== unit.id);
    if (siblings.some(({ name }) => name === Name)) return err(duplicateUnit());
    const value: OrganizationalUnit = { ...unit, name: Name ?? unit.name };
    return ok({
      output: { OrganizationalUnit: shownUnit(organization.value, value) },
      changes:
        value.name === unit.name
          ? []
          : [{ kind: 'organizationPartSet', table: 'units', key: unit.id, value }],
    });
  },
});
