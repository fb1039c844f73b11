// s3:GetObjectTagging: the tags of an object.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { BUCKET, KEY, objectNameError } from './bucket.ts';
import { existingObject, objectRequests } from './object.ts';
import { tagSetOf } from './tagging.ts';
import { VERSION_ID_PARAMETER, versionHeader, versionIdError } from './versions.ts';

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectTagging.html */
export const GetObjectTagging = operation({
  name: 's3:GetObjectTagging',
  readOnly: true,
  dataEvent: true,
  allowsAnonymous: true,
  cli: 's3api get-object-tagging',
  parameters: { Bucket: BUCKET, Key: KEY, VersionId: VERSION_ID_PARAMETER },
  validate: (input) => objectNameError(input) ?? versionIdError(input.VersionId),
  authorization: (world, _caller, input) => objectRequests(world, input, 's3:GetObjectTagging'),
  perform: (scene, input) => {
    const found = existingObject(scene, input, 'reads');
    if (!found.ok) return found;
    const { bucket, object } = found.value;
    return ok({
      output: { ...versionHeader(bucket, object.version), TagSet: tagSetOf(object.tags) },
      changes: [],
    });
  },
});
