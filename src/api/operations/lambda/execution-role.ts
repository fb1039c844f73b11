// The execution role of a function: whether Lambda may assume it, by the trust policy that it has now.
import { roleOfArn } from '../../../account/resource-policy.ts';
import type { Role, World } from '../../../account/world.ts';
import type { Arn } from '../../../aws/arn.ts';
import { serviceAsker } from '../../asker.ts';
import { authorize } from '../../authorize.ts';
import type { AwsError } from '../../aws-error.ts';
import type { Surroundings } from '../../request-context.ts';
import { invalidValue, type FunctionPlace, functionArn } from './function.ts';

/** @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html */
export const ROLE = {
  type: 'arn',
  event: 'role',
  required: true,
  pattern: 'arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+',
} as const;

export const CANNOT_BE_ASSUMED = 'The role defined for the function cannot be assumed by Lambda.';

/** The role, where it is there and lets Lambda in for this function. */
export function assumableRole(world: World, arn: Arn, place: FunctionPlace, env: Surroundings): Role | null {
  const found = roleOfArn(world, arn);
  if (!found) return null;
  const asker = serviceAsker(world, 'lambda.amazonaws.com', {
    arn: functionArn(place),
    account: place.account,
  });
  const asked = authorize(world, asker, { action: 'sts:AssumeRole', resource: arn }, env);
  return asked.decision.outcome === 'allow' ? found.role : null;
}

export const roleError = (): AwsError => invalidValue(CANNOT_BE_ASSUMED);
