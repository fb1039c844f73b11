// Objects of S3: the requests for one that should be there, who owns it, and what is told of it.
import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Caller } from '../../../account/caller.ts';
import { findBucket } from '../../../account/find.ts';
import type { Bucket, StoredObject } from '../../../account/resources.ts';
import { lookup } from '../../../account/table.ts';
import type { Account, World } from '../../../account/world.ts';
import { bucketArn, objectArn, type AccountId } from '../../../aws/arn.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { RequestContext } from '../../../evaluation/request.ts';
import type { AwsError } from '../../aws-error.ts';
import type { Env } from '../../env.ts';
import { awsError } from '../../errors.ts';
import type { AuthorizationRequest, Scene } from '../../operation.ts';
import { utf8Length } from '../../utf8.ts';
import { existingBucket } from './bucket.ts';
import { decryptRequests } from './encryption.ts';
import { existingTagKeys } from './tagging.ts';

export interface FoundObject {
  readonly account: Account;
  readonly bucket: Bucket;
  readonly object: StoredObject;
}

export const objectIn = (world: World, bucket: string, key: string): StoredObject | undefined => {
  const found = findBucket(world, bucket);
  return found ? lookup(found.bucket.objects, key) : undefined;
};

export function existingObject(scene: Scene, name: string, key: string): Result<FoundObject, AwsError> {
  const found = existingBucket(scene, name);
  if (!found.ok) return found;
  const object = lookup(found.value.bucket.objects, key);
  return object
    ? ok({ ...found.value, object })
    : err(awsError('NoSuchKey', 'The specified key does not exist.'));
}

/**
 * The requests of a call for an object that should be there. Whether a missing key is missing is told only to callers who
 * may list the bucket; others get AccessDenied. So a missing key asks for `s3:ListBucket` as well.
 */
export function objectRequests(
  world: World,
  { Bucket: name, Key }: { readonly Bucket: string; readonly Key: string },
  action: `s3:${string}`,
  context: RequestContext = {},
): readonly AuthorizationRequest[] {
  const resource = objectArn(name, Key);
  const found = findBucket(world, name);
  const object = found && lookup(found.bucket.objects, Key);
  const asked = { action, resource, context: { ...existingTagKeys(object?.tags), ...context } };
  return found && !object ? [asked, { action: 's3:ListBucket', resource: bucketArn(name) }] : [asked];
}

/** The requests of a call that reads what is in an object: if it is encrypted with a key of KMS, that is asked too. */
export const readRequests = (
  world: World,
  caller: Caller,
  input: { readonly Bucket: string; readonly Key: string },
  env: Env,
): readonly AuthorizationRequest[] => [
  ...objectRequests(world, input, 's3:GetObject'),
  ...decryptRequests(world, caller, input, env),
];

/**
 * Who owns an object that somebody writes; null for the owner of the bucket. What nobody has signed belongs to the owner
 * of the bucket here, and in AWS to nobody where ACLs are in use.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
 */
export function ownerOfNew(
  { account, bucket }: Pick<FoundObject, 'account' | 'bucket'>,
  { account: writer }: Caller,
  cannedAcl: string | undefined,
): AccountId | null {
  if (writer === '' || writer === account.id) return null;
  switch (bucket.ownership) {
    case 'BucketOwnerEnforced':
      return null;
    case 'BucketOwnerPreferred':
      return cannedAcl === 'bucket-owner-full-control' ? null : writer;
    case 'ObjectWriter':
    case null:
      return writer;
  }
}

/** Of what is encrypted with a key of KMS, it is no digest of the content. */
const etagOf = ({ body, kmsKey }: StoredObject): string =>
  `"${bytesToHex(md5(utf8ToBytes(kmsKey === null ? body : `${kmsKey} ${body}`)))}"`;

/** What a write answers of the object. */
export const writtenHeaders = (object: StoredObject) => ({
  ETag: etagOf(object),
  ServerSideEncryption: object.kmsKey === null ? 'AES256' : 'aws:kms',
  ...(object.kmsKey !== null && { SSEKMSKeyId: object.kmsKey }),
});

/** What GetObject and HeadObject answer of the object. */
export const objectHeaders = (object: StoredObject) => {
  const tags = Object.keys(object.tags).length;
  return {
    ContentType: object.contentType,
    ContentLength: utf8Length(object.body),
    LastModified: object.modified,
    ...writtenHeaders(object),
    ...(tags > 0 && { TagCount: tags }),
  };
};
