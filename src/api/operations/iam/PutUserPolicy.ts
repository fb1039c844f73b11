// iam:PutUserPolicy: writes an inline policy of a user.
import { operation } from '../../operation.ts';
import { puttingInline } from './inline.ts';
import { EXISTING_USER_NAME, POLICY_DOCUMENT, POLICY_NAME } from './parameters.ts';

/**
 * A user that does not exist is asked about as one directly under `/`; who may not write it is not told that.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutUserPolicy.html
 */
export const PutUserPolicy = operation({
  name: 'iam:PutUserPolicy',
  readOnly: false,
  cli: 'iam put-user-policy',
  parameters: { UserName: EXISTING_USER_NAME, PolicyName: POLICY_NAME, PolicyDocument: POLICY_DOCUMENT },
  ...puttingInline('user'),
});
