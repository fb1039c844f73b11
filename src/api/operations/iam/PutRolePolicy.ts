// iam:PutRolePolicy: writes an inline policy of a role.
import { operation } from '../../operation.ts';
import { puttingInline } from './inline.ts';
import { POLICY_DOCUMENT, POLICY_NAME, ROLE_NAME } from './parameters.ts';

/**
 * A role that does not exist is asked about as one directly under `/`; who may not write it is not told that.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html
 */
export const PutRolePolicy = operation({
  name: 'iam:PutRolePolicy',
  readOnly: false,
  cli: 'iam put-role-policy',
  parameters: { RoleName: ROLE_NAME, PolicyName: POLICY_NAME, PolicyDocument: POLICY_DOCUMENT },
  ...puttingInline('role'),
});
