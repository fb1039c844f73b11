// What the operations of IAM share: finding a managed policy, and what IAM refuses about documents.
import { findCustomerPolicy } from '../../../account/find.ts';
import type { Account, ManagedPolicy } from '../../../account/world.ts';
import type { Arn } from '../../../aws/arn.ts';
import type { Result } from '../../../aws/result.ts';
import { err, ok } from '../../../aws/result.ts';
import { saveError } from '../../../policy/save.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { Scene } from '../../operation.ts';

/**
 * Whether a text names a managed policy at all. The two spaces in the first message are AWS's.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns
 */
export function policyArnError({ PolicyArn }: { readonly PolicyArn: Arn }): AwsError | null {
  if (!PolicyArn.startsWith('arn:')) return awsError('ValidationError', 'Invalid ARN:  Could not be parsed!');
  if (/^arn:aws:iam::(\d{12}|aws):policy\/([\w.,+@=-]+\/)*[\w+=,.@-]+$/.test(PolicyArn)) return null;
  return awsError('InvalidInput', `ARN ${PolicyArn} is not valid.`);
}

type Found = { readonly account: Account; readonly policy: ManagedPolicy };

export function existingPolicy({ world }: Scene, arn: Arn): Result<Found, AwsError> {
  const found = findCustomerPolicy(world, arn);
  return found ? ok(found) : err(awsError('NoSuchEntity', `Policy ${arn} was not found.`));
}

/** A policy that has the version, or NoSuchEntity. */
export function existingVersion(scene: Scene, arn: Arn, version: string): Result<Found, AwsError> {
  const found = existingPolicy(scene, arn);
  if (!found.ok || found.value.policy.versions.some(({ id }) => id === version)) return found;
  return err(
    awsError('NoSuchEntity', `Policy ${arn} version ${version} does not exist or is not attachable.`),
  );
}

/** What IAM says about a document that it does not take. Managed policies are held to more than inline ones. */
export function documentError(text: string, kept: 'managed' | 'inline'): AwsError | null {
  const fault = saveError(text, { kind: 'identity', managed: kept === 'managed' });
  return fault && awsError(fault.code, fault.message);
}
