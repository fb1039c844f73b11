// Session tags: those passed in a call, those that must not be passed, and those that a chain of roles hands on.
import type { Caller } from '../../../account/caller.ts';
import { overlaidTags, type Tags } from '../../../evaluation/context-keys/tags.ts';
import type { RequestContext } from '../../../evaluation/request.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { Tag } from '../../parameters.ts';

/** What a call passes. */
export interface PassedTags {
  readonly Tags?: readonly Tag[];
  readonly TransitiveTagKeys?: readonly string[];
}

/** The tags that a session made by this caller inherits. */
export function inheritedTags(caller: Caller): Tags {
  if (caller.kind !== 'roleSession') return {};
  const keys = new Set(caller.transitiveTags.map(folded));
  return Object.fromEntries(Object.entries(caller.sessionTags).filter(([key]) => keys.has(folded(key))));
}

const folded = (key: string): string => key.toLowerCase();

/**
 * What is wrong with the tags of a call. An inherited tag can neither be passed again nor be declared again.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
 */
export function sessionTagError(
  { Tags = [], TransitiveTagKeys = [] }: PassedTags,
  inherited: Tags,
): AwsError | null {
  const keys = Tags.map(({ Key }) => folded(Key));
  const transitive = TransitiveTagKeys.map(folded);
  const given = new Set(keys);
  if (given.size < keys.length)
    return invalid('Duplicate tag keys found. Please note that Tag keys are case insensitive.');
  // The second has a meaning of its own in so much code that it is refused here.
  if (keys.some((key) => key.startsWith('aws:') || key === '__proto__'))
    return invalid('Tag keys starting with aws: are reserved.');
  const taken = new Set(Object.keys(inherited).map(folded));
  if ([...keys, ...transitive].some((key) => taken.has(key)))
    return invalid(
      "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.",
    );
  if (transitive.some((key) => !given.has(key)))
    return invalid('The specified transitive tag key must be included in the requested tags.');
  return null;
}

const invalid = (message: string): AwsError => awsError('InvalidParameterValue', message);

export const tagsOf = ({ Tags = [] }: PassedTags): Tags =>
  Object.fromEntries(Tags.map(({ Key, Value }) => [Key, Value]));

/** The tags of the new session, and which of them the next one inherits. */
export const sessionTags = (
  passed: PassedTags,
  inherited: Tags,
): { readonly sessionTags: Tags; readonly transitiveTags: readonly string[] } => ({
  sessionTags: overlaidTags(tagsOf(passed), inherited),
  transitiveTags: [...Object.keys(inherited), ...(passed.TransitiveTagKeys ?? [])],
});

/** The keys that a call declares to be transitive are in its request. */
export const transitiveKeys = ({ TransitiveTagKeys = [] }: PassedTags): RequestContext =>
  TransitiveTagKeys.length === 0 ? {} : { 'sts:TransitiveTagKeys': TransitiveTagKeys };
