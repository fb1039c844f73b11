// passingRole: the permission to hand a role to Lambda.
import type { Arn } from '../../../aws/arn.ts';
import type { AuthorizationRequest } from '../../operation.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
export const passingRole = (role: Arn, to: Arn): AuthorizationRequest => ({
  action: 'iam:PassRole',
  resource: role,
  context: { 'iam:PassedToService': 'lambda.amazonaws.com', 'iam:AssociatedResourceArn': to },
});
