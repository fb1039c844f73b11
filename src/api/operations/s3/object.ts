// Objects of S3: the requests for one that should be there, who owns it, and what is told of it.
import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Caller } from '../../../account/caller.ts';
import { findBucket } from '../../../account/find.ts';
import { hidingMarker, NULL_VERSION, versionNamed } from '../../../account/object-versions.ts';
import type { Bucket, StoredObject } from '../../../account/resources.ts';
import { lookup } from '../../../account/table.ts';
import type { Account, World } from '../../../account/world.ts';
import { bucketArn, objectArn, type AccountId, type ActionName } from '../../../aws/arn.ts';
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
import { INVALID_VERSION_ID, isForeignVersion, versionHeader } from './versions.ts';

export interface FoundObject {
  readonly account: Account;
  readonly bucket: Bucket;
  readonly object: StoredObject;
}

/** The object that a call names: what its key holds, or one version. */
export interface ObjectInput {
  readonly Bucket: string;
  readonly Key: string;
  readonly VersionId?: string;
}

/** What an input names in a bucket; null where there is nothing. */
const namedIn = (bucket: Bucket, { Key, VersionId }: ObjectInput) => {
  if (VersionId !== undefined) return versionNamed(bucket, Key, VersionId);
  const value = lookup(bucket.objects, Key);
  return value ? ({ kind: 'object', value } as const) : null;
};

/** Undefined for what is not there, and for delete markers. */
export const objectIn = (world: World, input: ObjectInput): StoredObject | undefined => {
  const found = findBucket(world, input.Bucket);
  const named = found && namedIn(found.bucket, input);
  return named?.kind === 'object' ? named.value : undefined;
};

const NO_KEY = awsError('NoSuchKey', 'The specified key does not exist.');
export const DELETE_MARKER = awsError(
  'MethodNotAllowed',
  'The specified method is not allowed against this resource.',
);

/**
 * @param method A delete marker that is the newest version of its key counts as nothing for reads, and is in the way of
 * writes.
 */
export function existingObject(
  scene: Scene,
  input: ObjectInput,
  method: 'reads' | 'writes',
): Result<FoundObject, AwsError> {
  const found = existingBucket(scene, input.Bucket);
  if (!found.ok) return found;
  const { bucket } = found.value;
  const { Key, VersionId } = input;
  if (VersionId !== undefined && isForeignVersion(bucket, VersionId)) return err(INVALID_VERSION_ID);
  const named = namedIn(bucket, input);
  if (named?.kind === 'object') return ok({ ...found.value, object: named.value });
  if (named) return err(DELETE_MARKER);
  if (VersionId !== undefined && bucket.versioning !== null)
    return err(awsError('NoSuchVersion', 'The specified version does not exist.'));
  return err(method === 'writes' && hidingMarker(bucket, Key) ? DELETE_MARKER : NO_KEY);
}

/** What takes the place of a permission where a version is named: `s3:GetObjectAcl`, `s3:GetObjectVersionAcl`. */
export const versionAction = (action: ActionName, version: string | undefined): ActionName =>
  version === undefined ? action : (action.replace('Object', 'ObjectVersion') as ActionName);

export const versionKeys = (version: string | undefined): RequestContext =>
  version === undefined ? {} : { 's3:VersionId': version };

/**
 * The requests of a call for an object that should be there. Whether a missing key is missing is told only to callers who
 * may list the bucket; others get AccessDenied. So a missing key asks for `s3:ListBucket` as well.
 */
export function objectRequests(
  world: World,
  input: ObjectInput,
  action: ActionName,
  context: RequestContext = {},
): readonly AuthorizationRequest[] {
  const { Bucket: name, Key, VersionId } = input;
  const found = findBucket(world, name);
  const named = found && namedIn(found.bucket, input);
  const tags = named?.kind === 'object' ? named.value.tags : undefined;
  const asked: AuthorizationRequest = {
    action: versionAction(action, VersionId),
    resource: objectArn(name, Key),
    context: { ...existingTagKeys(tags), ...versionKeys(VersionId), ...context },
  };
  return found && !named ? [asked, { action: 's3:ListBucket', resource: bucketArn(name) }] : [asked];
}

/** The requests of a call that reads what is in an object: if it is encrypted with a key of KMS, that is asked too. */
export const readRequests = (
  world: World,
  caller: Caller,
  input: ObjectInput,
  env: Env,
): readonly AuthorizationRequest[] => [
  ...objectRequests(world, input, 's3:GetObject'),
  ...decryptRequests(world, caller, input, objectIn(world, input)?.kmsKey ?? null, env),
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
export const etagOf = ({ body, kmsKey }: Pick<StoredObject, 'body' | 'kmsKey'>): string =>
  `"${bytesToHex(md5(utf8ToBytes(kmsKey === null ? body : `${kmsKey} ${body}`)))}"`;

/** What a list would tell of an object that holds this. */
export const textDigest = (text: string): { readonly size: number; readonly etag: string } => ({
  size: utf8Length(text),
  etag: etagOf({ body: text, kmsKey: null }),
});

const contentHeaders = (object: StoredObject) => ({
  ETag: etagOf(object),
  ServerSideEncryption: object.kmsKey === null ? 'AES256' : 'aws:kms',
  ...(object.kmsKey !== null && { SSEKMSKeyId: object.kmsKey }),
});

/** What a write answers of the object: of its version only where it made one. */
export const writtenHeaders = (object: StoredObject) => ({
  ...contentHeaders(object),
  ...(object.version !== NULL_VERSION && { VersionId: object.version }),
});

/** What GetObject and HeadObject answer of the object. */
export const objectHeaders = ({ bucket, object }: FoundObject) => {
  const tags = Object.keys(object.tags).length;
  return {
    AcceptRanges: 'bytes',
    ContentType: object.contentType,
    ContentLength: utf8Length(object.body),
    LastModified: object.modified,
    ...contentHeaders(object),
    // What a writer may say of an object in words of its own is not kept here.
    Metadata: {},
    ...versionHeader(bucket, object.version),
    ...(tags > 0 && { TagCount: tags }),
  };
};
