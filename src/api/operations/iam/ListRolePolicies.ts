// iam:ListRolePolicies: the names of the inline policies of a role.
import { operation } from '../../operation.ts';
import { listingInline } from './inline.ts';
import { PAGING, ROLE_NAME } from './parameters.ts';

/**
 * Managed policies are listed elsewhere.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRolePolicies.html
 */
export const ListRolePolicies = operation({
  name: 'iam:ListRolePolicies',
  readOnly: true,
  cli: 'iam list-role-policies',
  parameters: { RoleName: ROLE_NAME, ...PAGING },
  ...listingInline('role'),
});
