// iam:ListUserPolicies: the names of the inline policies of a user.
import { operation } from '../../operation.ts';
import { listingInline } from './inline.ts';
import { EXISTING_USER_NAME, PAGING } from './parameters.ts';

/**
 * Managed policies are listed elsewhere.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUserPolicies.html
 */
export const ListUserPolicies = operation({
  name: 'iam:ListUserPolicies',
  readOnly: true,
  cli: 'iam list-user-policies',
  parameters: { UserName: EXISTING_USER_NAME, ...PAGING },
  ...listingInline('user'),
});
