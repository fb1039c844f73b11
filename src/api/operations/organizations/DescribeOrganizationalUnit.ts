// organizations:DescribeOrganizationalUnit: a unit of the organization.
import { placeArn } from '../../../account/organization-arns.ts';
import { lookup } from '../../../account/table.ts';
import { err, ok } from '../../../aws/result.ts';
import { unitNotFound } from './exceptions.ts';
import { UNIT_ID } from './parameters.ts';
import { shownUnit } from './shapes.ts';
import { asking, organizationOf, organizationsOperation } from './standing.ts';

/** @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribeOrganizationalUnit.html */
export const DescribeOrganizationalUnit = organizationsOperation({
  name: 'organizations:DescribeOrganizationalUnit',
  readOnly: true,
  cli: 'organizations describe-organizational-unit',
  parameters: { OrganizationalUnitId: UNIT_ID },
  authorization: (world, caller, { OrganizationalUnitId }) => [
    asking(world, caller, 'read', 'organizations:DescribeOrganizationalUnit', (organization) =>
      placeArn(organization, OrganizationalUnitId),
    ),
  ],
  perform: (scene, { OrganizationalUnitId }) => {
    const organization = organizationOf(scene);
    if (!organization.ok) return organization;
    const unit = lookup(organization.value.units, OrganizationalUnitId);
    if (!unit) return err(unitNotFound());
    return ok({ output: { OrganizationalUnit: shownUnit(organization.value, unit) }, changes: [] });
  },
});
