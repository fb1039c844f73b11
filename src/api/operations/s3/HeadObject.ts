// s3:HeadObject: what an object is, without what is in it.
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { BUCKET, KEY, objectNameError } from './bucket.ts';
import { readKeyError } from './encryption.ts';
import { BAD_REQUEST, FORBIDDEN, NOT_FOUND } from './head.ts';
import { existingObject, objectHeaders, readRequests } from './object.ts';

/**
 * The permission is `s3:GetObject`, there is none of its own. Errors are bare: the answer to HEAD has no body.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
 */
export const HeadObject = operation({
  name: 's3:HeadObject',
  readOnly: true,
  dataEvent: true,
  allowsAnonymous: true,
  cli: 's3api head-object',
  parameters: { Bucket: BUCKET, Key: KEY },
  validate: (input) => {
    const refused = objectNameError(input);
    return refused === null || refused.code === 'ParamValidation' ? refused : BAD_REQUEST;
  },
  authorization: readRequests,
  denial: () => FORBIDDEN,
  perform: (scene, { Bucket, Key }) => {
    const found = existingObject(scene, Bucket, Key);
    if (!found.ok) return err(NOT_FOUND);
    const { object } = found.value;
    if (readKeyError(scene, object.kmsKey)) return err(awsError('400', 'Bad Request'));
    return ok({ output: objectHeaders(object), changes: [] });
  },
});
