// organizations:DeleteOrganizationalUnit: removes a unit that nothing stands under.
import { placeArn } from '../../../account/organization-arns.ts';
import { membersUnder, unitsUnder } from '../../../account/organization-tree.ts';
import { lookup } from '../../../account/table.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { unitNotFound } from './exceptions.ts';
import { UNIT_ID } from './parameters.ts';
import { attaching } from './policies.ts';
import { asking, managedOrganization, organizationsOperation } from './standing.ts';

/**
 * The text of the error for a unit that is not empty is that of the documentation.
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_DeleteOrganizationalUnit.html
 */
export const DeleteOrganizationalUnit = organizationsOperation({
  name: 'organizations:DeleteOrganizationalUnit',
  readOnly: false,
  cli: 'organizations delete-organizational-unit',
  parameters: { OrganizationalUnitId: UNIT_ID },
  authorization: (world, caller, { OrganizationalUnitId }) => [
    asking(world, caller, 'write', 'organizations:DeleteOrganizationalUnit', (organization) =>
      placeArn(organization, OrganizationalUnitId),
    ),
  ],
  perform: (scene, { OrganizationalUnitId }) => {
    const organization = managedOrganization(scene);
    if (!organization.ok) return organization;
    const unit = lookup(organization.value.units, OrganizationalUnitId);
    if (!unit) return err(unitNotFound());
    const { length: units } = unitsUnder(organization.value, unit.id);
    const { length: accounts } = membersUnder(organization.value, unit.id);
    if (units + accounts > 0)
      return err(
        awsError(
          'OrganizationalUnitNotEmptyException',
          'The specified OU is not empty. Move all accounts to another root or to other OUs, remove all child OUs, and try the operation again.',
        ),
      );
    return ok({
      output: {},
      changes: [
        { kind: 'organizationPartSet', table: 'units', key: unit.id, value: null },
        attaching(unit.id, []),
      ],
    });
  },
});
