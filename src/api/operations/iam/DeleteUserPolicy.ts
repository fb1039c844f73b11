// iam:DeleteUserPolicy: removes an inline policy of a user.
import { operation } from '../../operation.ts';
import { deletingInline } from './inline.ts';
import { EXISTING_USER_NAME, POLICY_NAME } from './parameters.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUserPolicy.html */
export const DeleteUserPolicy = operation({
  name: 'iam:DeleteUserPolicy',
  readOnly: false,
  cli: 'iam delete-user-policy',
  parameters: { UserName: EXISTING_USER_NAME, PolicyName: POLICY_NAME },
  ...deletingInline('user'),
});
