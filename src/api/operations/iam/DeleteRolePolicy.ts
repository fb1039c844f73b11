// iam:DeleteRolePolicy: removes an inline policy of a role.
import { operation } from '../../operation.ts';
import { deletingInline } from './inline.ts';
import { POLICY_NAME, ROLE_NAME } from './parameters.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRolePolicy.html */
export const DeleteRolePolicy = operation({
  name: 'iam:DeleteRolePolicy',
  readOnly: false,
  cli: 'iam delete-role-policy',
  parameters: { RoleName: ROLE_NAME, PolicyName: POLICY_NAME },
  ...deletingInline('role'),
});
