// iam:AttachGroupPolicy: attaches a managed policy to a group.
import { operation } from '../../operation.ts';
import { attaching } from './attachments.ts';
import { GROUP_NAME, POLICY_ARN } from './parameters.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachGroupPolicy.html */
export const AttachGroupPolicy = operation({
  name: 'iam:AttachGroupPolicy',
  readOnly: false,
  cli: 'iam attach-group-policy',
  parameters: { GroupName: GROUP_NAME, PolicyArn: POLICY_ARN },
  ...attaching('group'),
});
