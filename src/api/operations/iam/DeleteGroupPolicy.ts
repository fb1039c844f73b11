// iam:DeleteGroupPolicy: removes an inline policy of a group.
import { operation } from '../../operation.ts';
import { deletingInline } from './inline.ts';
import { GROUP_NAME, POLICY_NAME } from './parameters.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteGroupPolicy.html */
export const DeleteGroupPolicy = operation({
  name: 'iam:DeleteGroupPolicy',
  readOnly: false,
  cli: 'iam delete-group-policy',
  parameters: { GroupName: GROUP_NAME, PolicyName: POLICY_NAME },
  ...deletingInline('group'),
});
