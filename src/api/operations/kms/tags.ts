// Tags of keys: how KMS writes them, and what it does not take.
import { compareNames } from '../../../account/record.ts';
import type { RequestTags } from '../../../evaluation/context-keys/request-tag-keys.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { KmsTag } from '../../parameters.ts';

type Tags = Readonly<Record<string, string>>;

const MAX_TAGS = 50;

export const tagsOf = (tags: readonly KmsTag[]): Tags =>
  Object.fromEntries(tags.map(({ TagKey, TagValue }) => [TagKey, TagValue]));

export const kmsTags = (tags: Tags): KmsTag[] =>
  Object.entries(tags)
    .sort(([a], [b]) => compareNames(a, b))
    .map(([TagKey, TagValue]) => ({ TagKey, TagValue }));

const CHARACTERS = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/**
 * `__proto__` is AWS's to take; a scenario that holds it is refused. The text on characters is not an observed one.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/tagging-keys.html
 */
export function kmsTagError(added: readonly KmsTag[]): AwsError | null {
  const keys = added.map(({ TagKey }) => TagKey);
  if (new Set(keys).size < keys.length) return awsError('TagException', 'Duplicate tag keys');
  if (added.some(({ TagKey, TagValue }) => !CHARACTERS.test(TagKey) || !CHARACTERS.test(TagValue)))
    return awsError('TagException', 'Tags contain invalid characters');
  return keys.some((key) => /^aws:/i.test(key) || key === '__proto__')
    ? awsError('TagException', 'Tags beginning with aws: are reserved')
    : null;
}

export const kmsTagQuotaError = (tags: Tags): AwsError | null =>
  Object.keys(tags).length > MAX_TAGS ? awsError('TagException', 'Too many tags') : null;

export const settingKmsTags = (tags: readonly KmsTag[]): { readonly tags: RequestTags } => ({
  tags: { kind: 'set', tags: tagsOf(tags) },
});
