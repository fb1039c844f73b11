// Tags of buckets and objects: as requests write them, and what S3 does not take.
import { compareNames } from '../../../account/record.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { RequestContext } from '../../../evaluation/request.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { Tag } from '../../parameters.ts';

type Tags = Readonly<Record<string, string>>;

export const TAGGING = {
  type: 'structure',
  event: 'Tagging',
  required: true,
  members: {
    TagSet: {
      type: 'list',
      event: 'TagSet',
      required: true,
      of: {
        type: 'structure',
        members: {
          Key: { type: 'text', event: 'Key', required: true },
          Value: { type: 'text', event: 'Value', required: true },
        },
      },
    },
  },
} as const;

const TAG = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

const invalidTag = (message: string): Result<never, AwsError> => err(awsError('InvalidTag', message));

/** `__proto__` is AWS's to take; a scenario that holds it is refused. */
export function tagSet(tags: readonly Tag[], of: 'bucket' | 'object'): Result<Tags, AwsError> {
  for (const { Key, Value } of tags) {
    if (Key === '' || Key.length > 128 || !TAG.test(Key) || Key === '__proto__')
      return invalidTag('The TagKey you have provided is invalid');
    if (Value.length > 256 || !TAG.test(Value))
      return invalidTag('The TagValue you have provided is invalid');
    if (/^aws:/i.test(Key))
      return invalidTag(
        of === 'bucket'
          ? 'System tags cannot be added/updated by requester'
          : 'Your TagKey cannot be prefixed with aws:',
      );
  }
  if (new Set(tags.map(({ Key }) => Key)).size < tags.length)
    return invalidTag('Cannot provide multiple Tags with the same key');
  const most = of === 'bucket' ? 50 : 10;
  if (tags.length > most)
    return err(
      awsError(
        'BadRequest',
        of === 'bucket'
          ? 'Bucket tag count cannot be greater than 50'
          : 'Object tags cannot be greater than 10',
      ),
    );
  return ok(tagsOf(tags));
}

export const tagsOf = (tags: readonly Tag[]): Tags =>
  Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));

export const tagSetOf = (tags: Tags): Tag[] =>
  Object.entries(tags)
    .sort(([a], [b]) => compareNames(a, b))
    .map(([Key, Value]) => ({ Key, Value }));

/** The tags in a header, which is written as a query is: `team=books&shelf=7`. Null for what is not. */
export function taggingHeader(header = ''): readonly Tag[] | null {
  if (header === '') return [];
  const tags: Tag[] = [];
  for (const pair of header.split('&')) {
    const [key = '', value = '', ...more] = pair.split('=');
    const Key = decoded(key);
    const Value = decoded(value);
    if (Key === null || Value === null || more.length > 0 || tags.some((tag) => tag.Key === Key)) return null;
    tags.push({ Key, Value });
  }
  return tags;
}

export const TAGGING_HEADER = { type: 'text', event: 'x-amz-tagging', required: false } as const;

export const taggingHeaderError = (header: string | undefined): AwsError | null =>
  taggingHeader(header) === null
    ? awsError(
        'InvalidArgument',
        "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag name duplicates.",
      )
    : null;

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    // Escapes that stand for no text.
    return null;
  }
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/tagging-and-policies.html */
export const existingTagKeys = (tags: Tags | undefined): RequestContext =>
  Object.fromEntries(
    Object.entries(tags ?? {}).map(([key, value]) => [`s3:ExistingObjectTag/${key}`, value]),
  );
