// iam:GetGroupPolicy: the document of an inline policy of a group.
import { operation } from '../../operation.ts';
import { gettingInline } from './inline.ts';
import { GROUP_NAME, POLICY_NAME } from './parameters.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetGroupPolicy.html */
export const GetGroupPolicy = operation({
  name: 'iam:GetGroupPolicy',
  readOnly: true,
  cli: 'iam get-group-policy',
  parameters: { GroupName: GROUP_NAME, PolicyName: POLICY_NAME },
  ...gettingInline('group', ({ owner, ...policy }) => ({ GroupName: owner, ...policy })),
});
