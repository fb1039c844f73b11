// organizations:RemoveAccountFromOrganization: takes an account out of the organization, to stand alone.
import { memberArn } from '../../../account/organization-arns.ts';
import { err, ok } from '../../../aws/result.ts';
import { leaveError, leaving } from './membership.ts';
import { ACCOUNT_ID } from './parameters.ts';
import { asking, managedOrganization, organizationsOperation } from './standing.ts';

/**
 * Its tags and the policies attached to it are gone with that.
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_RemoveAccountFromOrganization.html
 */
export const RemoveAccountFromOrganization = organizationsOperation({
  name: 'organizations:RemoveAccountFromOrganization',
  readOnly: false,
  cli: 'organizations remove-account-from-organization',
  parameters: { AccountId: ACCOUNT_ID },
  authorization: (world, caller, input) => [
    asking(world, caller, 'write', 'organizations:RemoveAccountFromOrganization', (organization) =>
      memberArn(organization, input.AccountId),
    ),
  ],
  perform: (scene, input) => {
    const organization = managedOrganization(scene);
    if (!organization.ok) return organization;
    const refused = leaveError(scene, organization.value, input.AccountId);
    return refused ? err(refused) : ok({ output: {}, changes: leaving(input.AccountId) });
  },
});
