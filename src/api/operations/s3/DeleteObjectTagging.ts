// s3:DeleteObjectTagging: takes all tags away from an object.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { BUCKET, KEY, objectNameError } from './bucket.ts';
import { existingObject, objectRequests } from './object.ts';
import { VERSION_ID_PARAMETER, versionHeader, versionIdError, versionReplaced } from './versions.ts';

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjectTagging.html */
export const DeleteObjectTagging = operation({
  name: 's3:DeleteObjectTagging',
  readOnly: false,
  dataEvent: true,
  allowsAnonymous: true,
  cli: 's3api delete-object-tagging',
  parameters: { Bucket: BUCKET, Key: KEY, VersionId: VERSION_ID_PARAMETER },
  validate: (input) => objectNameError(input) ?? versionIdError(input.VersionId),
  authorization: (world, _caller, input) => objectRequests(world, input, 's3:DeleteObjectTagging'),
  perform: (scene, input) => {
    const found = existingObject(scene, input, 'writes');
    if (!found.ok) return found;
    const { bucket, object } = found.value;
    return ok({
      output: versionHeader(bucket, object.version),
      changes: [versionReplaced(found.value, { ...object, tags: {} })],
    });
  },
});
