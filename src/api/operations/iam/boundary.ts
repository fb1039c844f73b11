// Permissions boundaries: whether a managed policy can be one, and the condition key that names it.
import { managedPolicy } from '../../../account/policies.ts';
import type { Arn } from '../../../aws/arn.ts';
import type { RequestContext } from '../../../evaluation/request.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { Scene } from '../../operation.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html */
export function boundaryError({ world, caller, env }: Scene, boundary: Arn): AwsError | null {
  if (!/^arn:aws:iam::(\d{12}|aws):policy\//.test(boundary))
    return awsError('InvalidInput', `ARN ${boundary} is not valid.`);
  if (/^arn:aws:iam::aws:policy\/aws-service-role\//.test(boundary))
    return awsError('PolicyNotAttachable', 'Cannot attach a Service Role Policy to a Customer Role.');
  return managedPolicy(world, caller.account, boundary, env.managedPolicies)
    ? null
    : awsError('NoSuchEntity', `Policy ${boundary} does not exist or is not attachable.`);
}

/** `iam:PermissionsBoundary`: the boundary of whom the call is about, or the one that it sets. */
export const boundaryKey = (boundary: Arn | null | undefined): { readonly context?: RequestContext } =>
  boundary ? { context: { 'iam:PermissionsBoundary': boundary } } : {};
