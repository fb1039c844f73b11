// iam:GetRolePolicy: the document of an inline policy of a role.
import { operation } from '../../operation.ts';
import { gettingInline } from './inline.ts';
import { POLICY_NAME, ROLE_NAME } from './parameters.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html */
export const GetRolePolicy = operation({
  name: 'iam:GetRolePolicy',
  readOnly: true,
  cli: 'iam get-role-policy',
  parameters: { RoleName: ROLE_NAME, PolicyName: POLICY_NAME },
  ...gettingInline('role', ({ owner, ...policy }) => ({ RoleName: owner, ...policy })),
});
