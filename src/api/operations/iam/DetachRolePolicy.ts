// iam:DetachRolePolicy: takes an attached managed policy from a role.
import { operation } from '../../operation.ts';
import { detaching } from './attachments.ts';
import { POLICY_ARN, ROLE_NAME } from './parameters.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DetachRolePolicy.html */
export const DetachRolePolicy = operation({
  name: 'iam:DetachRolePolicy',
  readOnly: false,
  cli: 'iam detach-role-policy',
  parameters: { RoleName: ROLE_NAME, PolicyArn: POLICY_ARN },
  ...detaching('role'),
});
