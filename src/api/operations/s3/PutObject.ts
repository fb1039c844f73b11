// s3:PutObject: writes an object, over the one of the same key if there is one.
import {
  MAX_CONTENT_TYPE_CHARACTERS,
  MAX_OBJECT_CHARACTERS,
  MAX_STORED_CHARACTERS,
} from '../../../account/limits.ts';
import type { Bucket, StoredObject } from '../../../account/resources.ts';
import { summed } from '../../../account/table.ts';
import type { World } from '../../../account/world.ts';
import { objectArn } from '../../../aws/arn.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { BUCKET, KEY, existingBucket, objectNameError, objectSet } from './bucket.ts';
import { SSE_PARAMETERS, encryptRequests, sseError, sseKeys, writeKey } from './encryption.ts';
import { ACL_HEADERS, aclKeys, givesAcl } from './grants.ts';
import { newObjectAcl } from './new-object-acl.ts';
import { writtenHeaders } from './object.ts';
import { tagSet, taggingHeader, tagsOf } from './tagging.ts';

/** What S3 notes for an object whose type nobody stated. */
const DEFAULT_CONTENT_TYPE = 'binary/octet-stream';

const objectCharacters = summed(({ body }: StoredObject) => body.length);
const bucketCharacters = summed(({ objects }: Bucket) => objectCharacters(objects));

/** Of all objects in all buckets; the one that is being replaced counts too, which errs on the safe side. */
const storedCharacters = ({ accounts }: World): number =>
  Object.values(accounts).reduce((sum, { buckets }) => sum + bucketCharacters(buckets), 0);

const { GrantWrite: _bucketsOnly, ...OBJECT_ACL_HEADERS } = ACL_HEADERS;

/**
 * An access control list, tags and a key of KMS each take a permission of their own.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html
 */
export const PutObject = operation({
  name: 's3:PutObject',
  readOnly: false,
  dataEvent: true,
  allowsAnonymous: true,
  cli: 's3api put-object',
  parameters: {
    Bucket: BUCKET,
    Key: KEY,
    Body: { type: 'text', event: 'body', required: true, file: 'body' },
    ContentType: { type: 'text', event: 'contentType', required: false },
    ...OBJECT_ACL_HEADERS,
    Tagging: { type: 'text', event: 'x-amz-tagging', required: false },
    ...SSE_PARAMETERS,
  },
  validate: (input) =>
    objectNameError(input) ??
    sseError(input) ??
    (input.Tagging !== undefined && taggingHeader(input.Tagging) === null ? BAD_TAGGING : null),
  authorization: (world, caller, input, env) => {
    const resource = objectArn(input.Bucket, input.Key);
    const tags = taggingHeader(input.Tagging ?? '') ?? [];
    const setting = { tags: { kind: 'set', tags: tagsOf(tags) } } as const;
    return [
      {
        action: 's3:PutObject',
        resource,
        context: { ...aclKeys(input), ...sseKeys(world, caller, input, env) },
        ...setting,
      },
      ...(givesAcl(input)
        ? [{ action: 's3:PutObjectAcl', resource, context: aclKeys(input), ofNewObject: true } as const]
        : []),
      ...(tags.length > 0 ? [{ action: 's3:PutObjectTagging', resource, ...setting } as const] : []),
      ...encryptRequests(world, caller, input, env),
    ];
  },
  perform: (scene, input) => {
    const { Bucket: name, Key, Body, ContentType = DEFAULT_CONTENT_TYPE } = input;
    const found = existingBucket(scene, name);
    if (!found.ok) return found;
    const full = spaceError(scene.world, Body, ContentType);
    if (full) return err(full);
    const acl = newObjectAcl(scene, found.value, Key, input);
    if (!acl.ok) return acl;
    const tags = objectTags(input.Tagging);
    if (!tags.ok) return tags;
    const key = writeKey(scene, input, found.value.bucket.region);
    if (!key.ok) return key;
    const object: StoredObject = {
      key: Key,
      body: Body,
      contentType: ContentType,
      modified: scene.env.now,
      ...acl.value,
      tags: tags.value,
      kmsKey: key.value.kmsKey,
    };
    return ok({
      output: writtenHeaders(object),
      changes: [...key.value.changes, objectSet(found.value, Key, object)],
    });
  },
});

const BAD_TAGGING = awsError(
  'InvalidArgument',
  "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag name duplicates.",
);

const objectTags = (header: string | undefined): Result<StoredObject['tags'], AwsError> =>
  tagSet(taggingHeader(header ?? '') ?? [], 'object');

/** What could not be saved is not taken. */
export function spaceError(world: World, body: string, contentType: string): AwsError | null {
  if (body.length > MAX_OBJECT_CHARACTERS)
    return awsError('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed object size.');
  if (contentType.length > MAX_CONTENT_TYPE_CHARACTERS)
    return awsError('MetadataTooLarge', 'Your metadata headers exceed the maximum allowed metadata size');
  return storedCharacters(world) + body.length > MAX_STORED_CHARACTERS
    ? awsError(
        'SandboxFull',
        'This sandbox keeps 4,000,000 characters in all objects together, so that the account can still be shared as a file. Delete an object first.',
      )
    : null;
}
