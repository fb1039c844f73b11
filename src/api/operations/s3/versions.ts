// Versions of objects: how a write, a deletion and the removal of one version change what a bucket keeps under a key.
import { fromUint8Array } from 'js-base64';
import type { Change } from '../../../account/change.ts';
import { MAX_VERSIONS } from '../../../account/limits.ts';
import { NULL_VERSION, versionName, versionsBehind } from '../../../account/object-versions.ts';
import type { Bucket, DeleteMarker, StoredObject, StoredVersion } from '../../../account/resources.ts';
import { lookup, sizeOf } from '../../../account/table.ts';
import type { AwsError } from '../../aws-error.ts';
import type { Env } from '../../env.ts';
import { awsError } from '../../errors.ts';
import { objectSet, type Found } from './bucket.ts';

const VERSION_ID = /^(?:null|[A-Za-z0-9._]{32})$/;

export const VERSION_ID_PARAMETER = { type: 'text', event: 'versionId', required: false } as const;

export const INVALID_VERSION_ID = awsError('InvalidArgument', 'Invalid version id specified');

/**
 * What S3 refuses as no version id at all. It can tell ids that it made from others that look alike; here those name a
 * version that does not exist.
 */
export function versionIdError(version: string | undefined): AwsError | null {
  if (version === '') return awsError('InvalidArgument', 'Version id cannot be the empty string');
  return version === undefined || VERSION_ID.test(version) ? null : INVALID_VERSION_ID;
}

/** A bucket that never had versions takes no other id than that of what it holds. */
export const isForeignVersion = ({ versioning }: Bucket, version: string): boolean =>
  versioning === null && version !== NULL_VERSION;

/** The id of what is written now: 24 random bytes in base64, which makes 32 characters, with the signs that S3 uses. */
export const newVersion = ({ versioning }: Bucket, { randomBytes }: Env): string =>
  versioning === 'Enabled'
    ? fromUint8Array(Uint8Array.from(randomBytes(24)))
        .replaceAll('+', '.')
        .replaceAll('/', '_')
    : NULL_VERSION;

/** Buckets that never had versions say nothing of them. */
export const versionHeader = ({ versioning }: Bucket, version: string): { readonly VersionId?: string } =>
  versioning === null ? {} : { VersionId: version };

const versionSet = (
  { account, bucket }: Found,
  of: { readonly version: string; readonly key: string },
  value: StoredVersion | null,
): Change => ({
  kind: 'partSet',
  account: account.id,
  table: 'buckets',
  name: bucket.name,
  part: 'versions',
  key: versionName(of),
  value,
});

/** Whether one more is more than could be saved. */
export function versionSpaceError({ bucket }: Found, key: string, version: string): AwsError | null {
  if (lookup(bucket.objects, key)?.version === version) return null;
  return sizeOf(bucket.objects) + sizeOf(bucket.versions) >= MAX_VERSIONS
    ? awsError(
        'SandboxFull',
        'This sandbox keeps 10,000 objects, versions and delete markers in a bucket, so that the account can still be shared as a file. Delete some for good first.',
      )
    : null;
}

/** What a key holds steps back behind what comes, unless that has the same id and takes its place. */
function stepBack(found: Found, key: string, version: string): { changes: Change[]; order: number } {
  const { bucket } = found;
  const current = lookup(bucket.objects, key);
  const order = (versionsBehind(bucket, key)[0]?.order ?? 0) + 1;
  return current && current.version !== version
    ? { changes: [versionSet(found, current, { kind: 'object', order, value: current })], order: order + 1 }
    : { changes: [], order };
}

/**
 * An object comes to be what its key holds. While versioning is not on, it takes the place of the one without an id,
 * wherever in the order of versions that is.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/AddingObjectstoVersionSuspendedBuckets.html
 */
export function objectWritten(found: Found, object: StoredObject): readonly Change[] {
  const replaced = lookup(found.bucket.versions, versionName(object));
  return [
    ...stepBack(found, object.key, object.version).changes,
    ...(replaced ? [versionSet(found, object, null)] : []),
    objectSet(found, object.key, object),
  ];
}

/**
 * A delete marker comes to be the newest version of a key, be there others or not.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/DeleteMarker.html
 */
export function markerWritten(found: Found, marker: DeleteMarker): readonly Change[] {
  const { changes, order } = stepBack(found, marker.key, marker.version);
  return [
    ...changes,
    versionSet(found, marker, { kind: 'deleteMarker', order, value: marker }),
    ...(lookup(found.bucket.objects, marker.key) ? [objectSet(found, marker.key, null)] : []),
  ];
}

/** A version is gone for good. If it was the newest, the one behind it takes its place. */
export function versionRemoved(found: Found, key: string, version: string): readonly Change[] {
  const { bucket } = found;
  const current = lookup(bucket.objects, key);
  const isCurrent = current?.version === version;
  const removed = lookup(bucket.versions, versionName({ version, key }));
  const [next] = versionsBehind(bucket, key).filter(({ value }) => value.version !== version);
  const steps = (isCurrent || !current) && next?.kind === 'object' ? next.value : null;
  return [
    ...(removed && !isCurrent ? [versionSet(found, { version, key }, null)] : []),
    ...(steps ? [versionSet(found, steps, null)] : []),
    ...(isCurrent || steps ? [objectSet(found, key, steps)] : []),
  ];
}

/** The same version with other tags or another access control list, in the place that it has. */
export function versionReplaced(found: Found, object: StoredObject): Change {
  const behind = lookup(found.bucket.versions, versionName(object));
  return behind?.kind === 'object' && lookup(found.bucket.objects, object.key)?.version !== object.version
    ? versionSet(found, object, { ...behind, value: object })
    : objectSet(found, object.key, object);
}
