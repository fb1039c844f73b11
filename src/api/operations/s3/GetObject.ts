// s3:GetObject: reads an object.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { BUCKET, KEY, objectNameError } from './bucket.ts';
import { readKeyError } from './encryption.ts';
import { existingObject, objectHeaders, readRequests } from './object.ts';

/**
 * The object as it is: there are no versions of it to ask for.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export const GetObject = operation({
  name: 's3:GetObject',
  readOnly: true,
  dataEvent: true,
  allowsAnonymous: true,
  cli: 's3api get-object',
  parameters: { Bucket: BUCKET, Key: KEY },
  validate: objectNameError,
  authorization: readRequests,
  perform: (scene, { Bucket, Key }) => {
    const found = existingObject(scene, Bucket, Key);
    if (!found.ok) return found;
    const { object } = found.value;
    const closed = readKeyError(scene, object.kmsKey);
    if (closed) return err(closed);
    return ok({ output: { Body: object.body, ...objectHeaders(object) }, changes: [] });
  },
});
