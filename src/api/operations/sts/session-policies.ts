// Session policies: checked as STS checks them, and the packed size that they take together with the session tags.
import type { SessionPolicies } from '../../../account/caller.ts';
import { managedPolicy } from '../../../account/policies.ts';
import { parseArn, type AccountId, type Arn } from '../../../aws/arn.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { Tags } from '../../../evaluation/context-keys/tags.ts';
import { parsedPolicy } from '../../../policy/parse.ts';
import { saveError } from '../../../policy/save.ts';
import { SIZE_LIMITS, sizeOf, sizeWithoutWhiteSpace } from '../../../policy/size.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { Scene } from '../../operation.ts';
import { utf8Length } from '../../utf8.ts';

export interface PolicyInput {
  readonly Policy?: string;
  readonly PolicyArns?: readonly { readonly arn: Arn }[];
}

export interface Packed {
  readonly policies: SessionPolicies;
  /** Percent of the room that there is; null when there is nothing to pack. */
  readonly size: number | null;
}

/** Characters of the document and of all ARNs together. */
const MAX_CHARACTERS = SIZE_LIMITS.session.most;

/**
 * The policies and tags of a session, or why they are not taken.
 * @param account The one that the session will be in: managed policies are AWS's or its own.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session
 */
export function packed(
  { world, env }: Pick<Scene, 'world' | 'env'>,
  account: AccountId,
  { Policy, PolicyArns = [] }: PolicyInput,
  tags: Tags,
): Result<Packed, AwsError> {
  const arns = PolicyArns.map(({ arn }) => arn);
  const fault = Policy === undefined ? null : documentFault(Policy);
  if (fault !== null) return err(awsError('MalformedPolicyDocument', fault));
  const characters = sizeOf(Policy ?? '', SIZE_LIMITS.session) + arns.join('').length;
  if (characters > MAX_CHARACTERS) return err(awsError('MalformedPolicyDocument', tooLong(characters)));
  const missing = arns.find((arn) => !managedPolicy(world, account, arn, env.managedPolicies));
  if (missing !== undefined)
    return err(awsError('ValidationError', `Policy ARN ${missing} does not exist or is not attachable.`));
  const size = packedSize(Policy ?? '', arns, tags);
  if (size > 100) return err(awsError('PackedPolicyTooLarge', tooLarge(size, characters > 0)));
  const isEmpty = characters === 0 && Object.keys(tags).length === 0;
  return ok({ policies: { policy: Policy ?? null, policyArns: arns }, size: isEmpty ? null : size });
}

/** AWS has the limit in its documentation only; these words are ours. */
const tooLong = (characters: number): string =>
  `Session policies and managed policy ARNs of ${characters} characters exceed the limit of ${MAX_CHARACTERS}.`;

/** The second was observed; of the first the page on quotas speaks. */
const tooLarge = (percent: number, hasPolicies: boolean): string =>
  hasPolicies
    ? `Packed policy consumes ${percent}% of allotted space, please use smaller policy.`
    : `Packed size of session tags consumes ${percent}% of allotted space.`;

/** A document of an identity-based policy, in which each ARN is whole. */
function documentFault(text: string): string | null {
  const fault = saveError(text, { kind: 'identity' });
  if (fault) return fault.message;
  const truncated = (parsedPolicy(text).document?.statements ?? [])
    .flatMap(({ resource }) => resource?.patterns ?? [])
    .find(({ value }) => value !== '*' && parseArn(value) === null);
  return truncated ? `Resource ${truncated.value} must be in ARN format or "*".` : null;
}

/** Bytes in which AWS has room for the packed form. */
const ROOM = 455;

/**
 * AWS packs in a way that it does not tell. Here tags count as they are: nine of 252 characters were seen to take 498
 * percent. What is written in JSON, and ARNs, which are all alike, count a quarter.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length
 */
export function packedSize(policy: string, arns: readonly Arn[], tags: Tags): number {
  const ofPolicies = (sizeWithoutWhiteSpace(policy) + arns.join('').length) / 4;
  const ofTags = Object.entries(tags).reduce((sum, pair) => sum + utf8Length(pair.join('')), 0);
  return Math.round((100 * (ofPolicies + ofTags)) / ROOM);
}

/** As an answer shows it. */
export const shownSize = (size: number | null): { readonly PackedPolicySize?: number } =>
  size === null ? {} : { PackedPolicySize: size };
