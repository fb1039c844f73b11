// s3:DeleteObjectTagging: takes all tags away from an object.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { BUCKET, KEY, objectNameError, objectSet } from './bucket.ts';
import { existingObject, objectRequests } from './object.ts';

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjectTagging.html */
export const DeleteObjectTagging = operation({
  name: 's3:DeleteObjectTagging',
  readOnly: false,
  dataEvent: true,
  allowsAnonymous: true,
  cli: 's3api delete-object-tagging',
  parameters: { Bucket: BUCKET, Key: KEY },
  validate: objectNameError,
  authorization: (world, _caller, input) => objectRequests(world, input, 's3:DeleteObjectTagging'),
  perform: (scene, { Bucket, Key }) => {
    const found = existingObject(scene, Bucket, Key);
    if (!found.ok) return found;
    const { object } = found.value;
    return ok({ output: {}, changes: [objectSet(found.value, Key, { ...object, tags: {} })] });
  },
});
