// s3:HeadObject: what an object is, without what is in it.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { BUCKET, KEY, objectNameError } from './bucket.ts';
import { readKeyError } from './encryption.ts';
import { BAD_REQUEST, bareError, FORBIDDEN } from './head.ts';
import { existingObject, objectHeaders, readRequests } from './object.ts';
import { VERSION_ID_PARAMETER, versionIdError } from './versions.ts';

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
  parameters: { Bucket: BUCKET, Key: KEY, VersionId: VERSION_ID_PARAMETER },
  validate: (input) => {
    const refused = objectNameError(input) ?? versionIdError(input.VersionId);
    return refused === null || refused.code === 'ParamValidation' ? refused : BAD_REQUEST;
  },
  authorization: readRequests,
  denial: () => FORBIDDEN,
  perform: (scene, input) => {
    const found = existingObject(scene, input, 'reads');
    if (!found.ok) return err(bareError(found.error));
    const { object } = found.value;
    if (readKeyError(scene, object.kmsKey)) return err(BAD_REQUEST);
    return ok({ output: objectHeaders(found.value), changes: [] });
  },
});
