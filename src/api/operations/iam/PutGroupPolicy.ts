// iam:PutGroupPolicy: writes an inline policy of a group.
import { operation } from '../../operation.ts';
import { puttingInline } from './inline.ts';
import { GROUP_NAME, POLICY_DOCUMENT, POLICY_NAME } from './parameters.ts';

/**
 * A group that does not exist is asked about as one directly under `/`; who may not write it is not told that.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutGroupPolicy.html
 */
export const PutGroupPolicy = operation({
  name: 'iam:PutGroupPolicy',
  readOnly: false,
  cli: 'iam put-group-policy',
  parameters: { GroupName: GROUP_NAME, PolicyName: POLICY_NAME, PolicyDocument: POLICY_DOCUMENT },
  ...puttingInline('group'),
});
