// iam:DetachGroupPolicy: takes an attached managed policy from a group.
import { operation } from '../../operation.ts';
import { detaching } from './attachments.ts';
import { GROUP_NAME, POLICY_ARN } from './parameters.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DetachGroupPolicy.html */
export const DetachGroupPolicy = operation({
  name: 'iam:DetachGroupPolicy',
  readOnly: false,
  cli: 'iam detach-group-policy',
  parameters: { GroupName: GROUP_NAME, PolicyArn: POLICY_ARN },
  ...detaching('group'),
});
