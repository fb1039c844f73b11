// What the operations of S3 share: bucket and key as parameters, and the errors about them.
import { findBucket } from '../../../account/find.ts';
import type { Bucket, StoredObject } from '../../../account/resources.ts';
import type { Account } from '../../../account/world.ts';
import type { Change } from '../../../account/change.ts';
import type { Result } from '../../../aws/result.ts';
import { err, ok } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { Scene } from '../../operation.ts';
import { utf8Length } from '../../utf8.ts';

export const BUCKET = { type: 'text', event: 'bucketName', required: true } as const;
export const KEY = { type: 'text', event: 'key', required: true } as const;

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const BUCKET_NAME = /^(?!.*\.\.)(?!\d+\.\d+\.\d+\.\d+$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

export const bucketNameError = ({ Bucket }: { readonly Bucket: string }): AwsError | null =>
  BUCKET_NAME.test(Bucket) ? null : awsError('InvalidBucketName', 'The specified bucket is not valid.');

/** What AWS keeps to itself: names that are something else, of access points, of other kinds of buckets or of examples. */
const RESERVED = /^(?:xn--|sthree-|amzn-s3-demo-)|(?:-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3|-an)$/;

/** How the names end that are an account's own in one Region: its id, the Region and `-an`. */
const ACCOUNT_REGIONAL = /-\d{12}-[a-z]{2}(?:-[a-z]+)+-\d-an$/;

/**
 * The same for a bucket that is to be made. Names in the namespace of an account have to be asked for as such, which is not
 * simulated.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/gpbucketnamespaces.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
export const newBucketNameError = ({ Bucket }: { readonly Bucket: string }): AwsError | null =>
  BUCKET_NAME.test(Bucket) && ACCOUNT_REGIONAL.test(Bucket)
    ? awsError(
        'MissingNamespaceHeader',
        'The requested bucket is an account-regional namespace bucket, but your request is missing the required x-amz-bucket-namespace header.',
      )
    : bucketNameError({ Bucket: RESERVED.test(Bucket) ? '' : Bucket });

/** Keys are 1 to 1,024 bytes long. The command line turns an empty one away without asking S3. */
export function objectNameError(input: { readonly Bucket: string; readonly Key: string }): AwsError | null {
  if (input.Key === '')
    return awsError(
      'ParamValidation',
      'Parameter validation failed:\nInvalid length for parameter Key, value: 0, valid min length: 1',
    );
  if (utf8Length(input.Key) > 1024) return awsError('KeyTooLongError', 'Your key is too long');
  return bucketNameError(input);
}

export const MALFORMED_XML = awsError(
  'MalformedXML',
  'The XML you provided was not well-formed or did not validate against our published schema',
);

export type Found = { readonly account: Account; readonly bucket: Bucket };

export function existingBucket({ world }: Scene, name: string): Result<Found, AwsError> {
  const found = findBucket(world, name);
  return found ? ok(found) : err(awsError('NoSuchBucket', 'The specified bucket does not exist'));
}

/**
 * The policy of a bucket can be read and written only from its own account, even where it grants more.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html
 */
export function ownBucket(scene: Scene, name: string): Result<Found, AwsError> {
  const found = existingBucket(scene, name);
  if (!found.ok || found.value.account.id === scene.caller.account) return found;
  return err(awsError('MethodNotAllowed', 'The specified method is not allowed against this resource.'));
}

export const bucketPatched = ({ account, bucket }: Found, patch: Partial<Bucket>): Change => ({
  kind: 'entityPatched',
  account: account.id,
  table: 'buckets',
  name: bucket.name,
  patch,
});

export const objectSet = ({ account, bucket }: Found, key: string, value: StoredObject | null): Change => ({
  kind: 'partSet',
  account: account.id,
  table: 'buckets',
  name: bucket.name,
  part: 'objects',
  key,
  value,
});
