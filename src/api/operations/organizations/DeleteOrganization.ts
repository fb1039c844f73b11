// organizations:DeleteOrganization: ends an organization of which only the management account is left.
import { sizeOf } from '../../../account/table.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { asking, managedOrganization, organizationsOperation } from './standing.ts';

/**
 * Units and policies go with it. The service-linked role stays, for the account to delete.
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_DeleteOrganization.html
 */
export const DeleteOrganization = organizationsOperation({
  name: 'organizations:DeleteOrganization',
  readOnly: false,
  cli: 'organizations delete-organization',
  parameters: {},
  authorization: (world, caller) => [asking(world, caller, 'write', 'organizations:DeleteOrganization', '*')],
  perform: (scene) => {
    const organization = managedOrganization(scene);
    if (!organization.ok) return organization;
    if (sizeOf(organization.value.members) > 1)
      return err(
        awsError(
          'OrganizationNotEmptyException',
          'To delete an organization you must first remove all member accounts (except the master).',
        ),
      );
    return ok({ output: {}, changes: [{ kind: 'organizationSet', value: null }] });
  },
});
