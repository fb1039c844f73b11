// s3:GetObject: reads an object.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { BUCKET, KEY, objectNameError } from './bucket.ts';
import { readKeyError } from './encryption.ts';
import { existingObject, objectHeaders, readRequests } from './object.ts';
import { VERSION_ID_PARAMETER, versionIdError } from './versions.ts';

/**
 * A version can be read by its id, be there a delete marker before it or not.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export const GetObject = operation({
  name: 's3:GetObject',
  readOnly: true,
  dataEvent: true,
  allowsAnonymous: true,
  cli: 's3api get-object',
  parameters: { Bucket: BUCKET, Key: KEY, VersionId: VERSION_ID_PARAMETER },
  validate: (input) => objectNameError(input) ?? versionIdError(input.VersionId),
  authorization: readRequests,
  perform: (scene, input) => {
    const found = existingObject(scene, input, 'reads');
    if (!found.ok) return found;
    const { object } = found.value;
    const closed = readKeyError(scene, object.kmsKey);
    if (closed) return err(closed);
    return ok({ output: { Body: object.body, ...objectHeaders(found.value) }, changes: [] });
  },
});
