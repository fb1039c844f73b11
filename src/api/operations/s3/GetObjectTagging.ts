// s3:GetObjectTagging: the tags of an object.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { BUCKET, KEY, objectNameError } from './bucket.ts';
import { existingObject, objectRequests } from './object.ts';
import { tagSetOf } from './tagging.ts';

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectTagging.html */
export const GetObjectTagging = operation({
  name: 's3:GetObjectTagging',
  readOnly: true,
  dataEvent: true,
  allowsAnonymous: true,
  cli: 's3api get-object-tagging',
  parameters: { Bucket: BUCKET, Key: KEY },
  validate: objectNameError,
  authorization: (world, _caller, input) => objectRequests(world, input, 's3:GetObjectTagging'),
  perform: (scene, { Bucket, Key }) => {
    const found = existingObject(scene, Bucket, Key);
    return found.ok ? ok({ output: { TagSet: tagSetOf(found.value.object.tags) }, changes: [] }) : found;
  },
});
