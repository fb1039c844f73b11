// iam:DetachUserPolicy: takes an attached managed policy from a user.
import { operation } from '../../operation.ts';
import { detaching } from './attachments.ts';
import { POLICY_ARN, USER_NAME } from './parameters.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DetachUserPolicy.html */
export const DetachUserPolicy = operation({
  name: 'iam:DetachUserPolicy',
  readOnly: false,
  cli: 'iam detach-user-policy',
  parameters: { UserName: USER_NAME, PolicyArn: POLICY_ARN },
  ...detaching('user'),
});
