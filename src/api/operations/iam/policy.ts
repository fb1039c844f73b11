// What operations on managed policies share: finding one, AWS's or the customer's, and what IAM refuses about documents.
import { findCustomerPolicy } from '../../../account/find.ts';
import type { Account, ManagedPolicy } from '../../../account/world.ts';
import type { Arn } from '../../../aws/arn.ts';
import type { AwsManagedPolicy } from '../../../aws/catalogue.ts';
import type { Result } from '../../../aws/result.ts';
import { err, ok } from '../../../aws/result.ts';
import { saveError } from '../../../policy/save.ts';
import { isTooLong, SIZE_LIMITS } from '../../../policy/size.ts';
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
  return found ? ok(found) : err(notFound(arn));
}

export const notFound = (arn: Arn): AwsError => awsError('NoSuchEntity', `Policy ${arn} was not found.`);

/** A managed policy that can be read: everybody can read those of AWS. */
export type AnyPolicy =
  | { readonly by: 'customer'; readonly arn: Arn; readonly policy: ManagedPolicy }
  | { readonly by: 'aws'; readonly arn: Arn; readonly policy: AwsManagedPolicy };

export function readablePolicy(scene: Scene, arn: Arn): Result<AnyPolicy, AwsError> {
  const policy = scene.env.managedPolicies.get(arn);
  if (policy) return ok({ by: 'aws', arn, policy });
  const found = existingPolicy(scene, arn);
  return found.ok ? ok({ by: 'customer', arn, policy: found.value.policy }) : found;
}

/** A policy that has the version, or NoSuchEntity. */
export function existingVersion(scene: Scene, arn: Arn, version: string): Result<Found, AwsError> {
  const found = existingPolicy(scene, arn);
  if (!found.ok || found.value.policy.versions.some(({ id }) => id === version)) return found;
  return err(versionNotFound(arn, version));
}

export const versionNotFound = (arn: Arn, version: string): AwsError =>
  awsError('NoSuchEntity', `Policy ${arn} version ${version} does not exist or is not attachable.`);

/** What IAM says about a document that it does not take. Managed policies are held to more than inline ones. */
export function documentError(text: string, kept: 'managed' | 'inline'): AwsError | null {
  const fault = saveError(text, { kind: 'identity', managed: kept === 'managed' });
  return fault && awsError(fault.code, fault.message);
}

/** What IAM says about the document of a managed policy that it does not take, its size included. */
export function managedDocumentError(text: string): AwsError | null {
  return (
    documentError(text, 'managed') ??
    (isTooLong(text, SIZE_LIMITS.identity)
      ? awsError('LimitExceeded', `Cannot exceed quota for PolicySize: ${SIZE_LIMITS.identity.most}`)
      : null)
  );
}
