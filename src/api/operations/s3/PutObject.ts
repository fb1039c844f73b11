// s3:PutObject: writes an object, over the one of the same key if there is one.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { BUCKET, KEY, objectNameError } from './bucket.ts';
import { SSE_PARAMETERS, sseError } from './encryption.ts';
import { writtenHeaders } from './object.ts';
import { TAGGING_HEADER, taggingHeader, taggingHeaderError } from './tagging.ts';
import { OBJECT_ACL_HEADERS, writeRequests, written } from './write-object.ts';

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html */
export const PutObject = operation({
  name: 's3:PutObject',
  readOnly: false,
  dataEvent: true,
  allowsAnonymous: true,
  cli: 's3api put-object',
  parameters: {
    Bucket: BUCKET,
    Key: KEY,
    Body: { type: 'text', event: 'body', required: false, file: 'body' },
    ContentType: { type: 'text', event: 'contentType', required: false },
    ...OBJECT_ACL_HEADERS,
    Tagging: TAGGING_HEADER,
    ...SSE_PARAMETERS,
  },
  validate: (input) => objectNameError(input) ?? sseError(input) ?? taggingHeaderError(input.Tagging),
  authorization: (world, caller, input, env) =>
    writeRequests(world, caller, input, taggingHeader(input.Tagging) ?? [], env),
  perform: (scene, input) => {
    // An object without a body is empty: so the console makes a folder.
    const { Body: body = '', ContentType: contentType } = input;
    const result = written(scene, input, { body, contentType, tags: taggingHeader(input.Tagging) ?? [] });
    if (!result.ok) return result;
    const { output, changes } = result.value;
    return ok({ output: writtenHeaders(output), changes });
  },
});
