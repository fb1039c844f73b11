// iam:GetUserPolicy: the document of an inline policy of a user.
import { operation } from '../../operation.ts';
import { gettingInline } from './inline.ts';
import { EXISTING_USER_NAME, POLICY_NAME } from './parameters.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetUserPolicy.html */
export const GetUserPolicy = operation({
  name: 'iam:GetUserPolicy',
  readOnly: true,
  cli: 'iam get-user-policy',
  parameters: { UserName: EXISTING_USER_NAME, PolicyName: POLICY_NAME },
  ...gettingInline('user', ({ owner, ...policy }) => ({ UserName: owner, ...policy })),
});
