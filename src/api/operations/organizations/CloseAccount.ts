// organizations:CloseAccount: closes an account of the organization.
import { memberArn } from '../../../account/organization-arns.ts';
import { lookup } from '../../../account/table.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { accountNotFound, constraintViolation } from './exceptions.ts';
import { ACCOUNT_ID } from './parameters.ts';
import { asking, managedOrganization, organizationsOperation } from './standing.ts';

/**
 * AWS takes minutes, and shows the account as pending until then; here it is closed at once. It stays in the organization,
 * and counts to the quota of its accounts.
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_CloseAccount.html
 */
export const CloseAccount = organizationsOperation({
  name: 'organizations:CloseAccount',
  readOnly: false,
  cli: 'organizations close-account',
  parameters: { AccountId: ACCOUNT_ID },
  authorization: (world, caller, input) => [
    asking(world, caller, 'write', 'organizations:CloseAccount', (organization) =>
      memberArn(organization, input.AccountId),
    ),
  ],
  perform: (scene, input) => {
    const organization = managedOrganization(scene);
    if (!organization.ok) return organization;
    const { members, managementAccount, featureSet } = organization.value;
    const member = lookup(members, input.AccountId);
    if (!member) return err(accountNotFound());
    if (featureSet !== 'ALL') return err(constraintViolation('ORGANIZATION_NOT_IN_ALL_FEATURES_MODE'));
    if (member.account === managementAccount)
      return err(constraintViolation('CANNOT_CLOSE_MANAGEMENT_ACCOUNT'));
    if (member.status !== 'ACTIVE')
      return err(awsError('AccountAlreadyClosedException', 'The provided account is already closed.'));
    return ok({
      output: {},
      changes: [
        {
          kind: 'organizationPartSet',
          table: 'members',
          key: member.account,
          value: { ...member, status: 'SUSPENDED' },
        },
      ],
    });
  },
});
