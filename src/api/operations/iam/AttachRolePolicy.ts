// iam:AttachRolePolicy: attaches a managed policy to a role.
import { operation } from '../../operation.ts';
import { attaching } from './attachments.ts';
import { POLICY_ARN, ROLE_NAME } from './parameters.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html */
export const AttachRolePolicy = operation({
  name: 'iam:AttachRolePolicy',
  readOnly: false,
  cli: 'iam attach-role-policy',
  parameters: { RoleName: ROLE_NAME, PolicyArn: POLICY_ARN },
  ...attaching('role'),
});
