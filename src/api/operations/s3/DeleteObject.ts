// s3:DeleteObject: removes an object, hides it behind a delete marker, or removes one version of it for good.
import { versionNamed } from '../../../account/object-versions.ts';
import { lookup } from '../../../account/table.ts';
import { objectArn } from '../../../aws/arn.ts';
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { BUCKET, KEY, existingBucket, objectNameError, objectSet } from './bucket.ts';
import { ownerOfNew } from './object.ts';
import {
  INVALID_VERSION_ID,
  VERSION_ID_PARAMETER,
  isForeignVersion,
  markerWritten,
  newVersion,
  versionHeader,
  versionIdError,
  versionRemoved,
  versionSpaceError,
} from './versions.ts';

interface Deleted {
  readonly DeleteMarker?: true;
  readonly VersionId?: string;
}

/**
 * Succeeds for a key or version that was never there. In a bucket that keeps versions, a key that was never there gets a
 * delete marker, too.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html
 */
export const DeleteObject = operation({
  name: 's3:DeleteObject',
  readOnly: false,
  dataEvent: true,
  allowsAnonymous: true,
  cli: 's3api delete-object',
  parameters: { Bucket: BUCKET, Key: KEY, VersionId: VERSION_ID_PARAMETER },
  validate: (input) => objectNameError(input) ?? versionIdError(input.VersionId),
  authorization: (_world, _caller, { Bucket, Key, VersionId }) => {
    const resource = objectArn(Bucket, Key);
    return VersionId === undefined
      ? [{ action: 's3:DeleteObject', resource }]
      : [{ action: 's3:DeleteObjectVersion', resource, context: { 's3:VersionId': VersionId } }];
  },
  perform: (scene, { Bucket, Key, VersionId }) => {
    const found = existingBucket(scene, Bucket);
    if (!found.ok) return found;
    const { bucket } = found.value;
    const deleted = (output: Deleted) => output;
    if (VersionId !== undefined) {
      if (isForeignVersion(bucket, VersionId)) return err(INVALID_VERSION_ID);
      const isMarker = versionNamed(bucket, Key, VersionId)?.kind === 'deleteMarker';
      return ok({
        output: deleted({ ...(isMarker && { DeleteMarker: true }), ...versionHeader(bucket, VersionId) }),
        changes: versionRemoved(found.value, Key, VersionId),
      });
    }
    if (bucket.versioning === null)
      return ok({
        output: deleted({}),
        changes: lookup(bucket.objects, Key) ? [objectSet(found.value, Key, null)] : [],
      });
    const version = newVersion(bucket, scene.env);
    const full = versionSpaceError(found.value, Key, version);
    if (full) return err(full);
    const marker = {
      key: Key,
      version,
      modified: scene.env.now,
      owner: ownerOfNew(found.value, scene.caller, undefined),
    };
    return ok({
      output: deleted({ DeleteMarker: true, VersionId: version }),
      changes: markerWritten(found.value, marker),
    });
  },
});
