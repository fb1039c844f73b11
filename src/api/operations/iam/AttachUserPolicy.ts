// iam:AttachUserPolicy: attaches a managed policy to a user.
import { operation } from '../../operation.ts';
import { attaching } from './attachments.ts';
import { POLICY_ARN, USER_NAME } from './parameters.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachUserPolicy.html */
export const AttachUserPolicy = operation({
  name: 'iam:AttachUserPolicy',
  readOnly: false,
  cli: 'iam attach-user-policy',
  parameters: { UserName: USER_NAME, PolicyArn: POLICY_ARN },
  ...attaching('user'),
});
