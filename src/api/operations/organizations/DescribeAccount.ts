// organizations:DescribeAccount: an account of the organization.
import { memberArn } from '../../../account/organization-arns.ts';
import { lookup } from '../../../account/table.ts';
import { err, ok } from '../../../aws/result.ts';
import { accountNotFound } from './exceptions.ts';
import { ACCOUNT_ID } from './parameters.ts';
import { shownAccount } from './shapes.ts';
import { asking, organizationOf, organizationsOperation } from './standing.ts';

/** @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribeAccount.html */
export const DescribeAccount = organizationsOperation({
  name: 'organizations:DescribeAccount',
  readOnly: true,
  cli: 'organizations describe-account',
  parameters: { AccountId: ACCOUNT_ID },
  authorization: (world, caller, input) => [
    asking(world, caller, 'read', 'organizations:DescribeAccount', (organization) =>
      memberArn(organization, input.AccountId),
    ),
  ],
  perform: (scene, input) => {
    const organization = organizationOf(scene);
    if (!organization.ok) return organization;
    const member = lookup(organization.value.members, input.AccountId);
    if (!member) return err(accountNotFound());
    return ok({
      output: { Account: shownAccount(scene.world, organization.value, member) },
      changes: [],
    });
  },
});
