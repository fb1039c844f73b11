// organizations:DescribeCreateAccountStatus: what became of a request to create an account.
import { lookup } from '../../../account/table.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { CREATE_ACCOUNT_REQUEST_ID } from './parameters.ts';
import { shownCreation } from './shapes.ts';
import { asking, organizationOf, organizationsOperation } from './standing.ts';

/**
 * The text of its error is that of the documentation.
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribeCreateAccountStatus.html
 */
export const DescribeCreateAccountStatus = organizationsOperation({
  name: 'organizations:DescribeCreateAccountStatus',
  readOnly: true,
  cli: 'organizations describe-create-account-status',
  parameters: { CreateAccountRequestId: CREATE_ACCOUNT_REQUEST_ID },
  authorization: (world, caller) => [
    asking(world, caller, 'read', 'organizations:DescribeCreateAccountStatus', '*'),
  ],
  perform: (scene, { CreateAccountRequestId }) => {
    const organization = organizationOf(scene);
    if (!organization.ok) return organization;
    const creation = lookup(organization.value.creations, CreateAccountRequestId);
    if (!creation)
      return err(
        awsError(
          'CreateAccountStatusNotFoundException',
          "We can't find an create account request with the CreateAccountRequestId that you specified.",
        ),
      );
    return ok({ output: { CreateAccountStatus: shownCreation(creation) }, changes: [] });
  },
});
