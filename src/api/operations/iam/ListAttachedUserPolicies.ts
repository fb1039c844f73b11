// iam:ListAttachedUserPolicies: the managed policies attached to a user.
import { operation } from '../../operation.ts';
import { listingAttached } from './attachments.ts';
import { PAGING, USER_NAME } from './parameters.ts';
import { POLICY_PATH_PREFIX } from './policy-parameters.ts';

/**
 * Those of the groups that the user is in are not among them.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedUserPolicies.html
 */
export const ListAttachedUserPolicies = operation({
  name: 'iam:ListAttachedUserPolicies',
  readOnly: true,
  cli: 'iam list-attached-user-policies',
  parameters: { UserName: USER_NAME, PathPrefix: POLICY_PATH_PREFIX, ...PAGING },
  ...listingAttached('user'),
});
