// iam:ListAttachedRolePolicies: the managed policies attached to a role.
import { operation } from '../../operation.ts';
import { listingAttached } from './attachments.ts';
import { PAGING, ROLE_NAME } from './parameters.ts';
import { POLICY_PATH_PREFIX } from './policy-parameters.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedRolePolicies.html */
export const ListAttachedRolePolicies = operation({
  name: 'iam:ListAttachedRolePolicies',
  readOnly: true,
  cli: 'iam list-attached-role-policies',
  parameters: { RoleName: ROLE_NAME, PathPrefix: POLICY_PATH_PREFIX, ...PAGING },
  ...listingAttached('role'),
});
