// s3:CopyObject: writes an object as a copy of another one.
import { objectArn } from '../../../aws/arn.ts';
import { err, ok } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { BUCKET, KEY, bucketNameError, objectNameError } from './bucket.ts';
import { SSE_PARAMETERS, readKeyError, sseError } from './encryption.ts';
import {
  DELETE_MARKER,
  existingObject,
  objectIn,
  readRequests,
  versionAction,
  versionKeys,
  writtenHeaders,
  type ObjectInput,
} from './object.ts';
import { TAGGING_HEADER, existingTagKeys, tagSetOf, taggingHeader, taggingHeaderError } from './tagging.ts';
import { INVALID_VERSION_ID, versionHeader, versionIdError } from './versions.ts';
import { OBJECT_ACL_HEADERS, writeRequests, written } from './write-object.ts';

/** `BUCKET/KEY?versionId=VERSION`, with or without a slash before and a version behind, encoded as in an address. */
function sourceOf(text: string): ObjectInput | null {
  const [, path = '', version] = /^(.*?)(?:\?versionId=(.*))?$/s.exec(text) ?? [];
  const [, Bucket = '', Key = ''] = /^\/?([^/]+)\/(.+)$/s.exec(decoded(path)) ?? [];
  if (Bucket === '') return null;
  return { Bucket, Key, ...(version !== undefined && { VersionId: decoded(version) }) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Escapes that stand for no text: no bucket and no key is called so.
    return '';
  }
}

function sourceError(text: string): AwsError | null {
  const source = sourceOf(text);
  if (!source) return awsError('InvalidArgument', 'Invalid copy source object key');
  if (bucketNameError(source)) return awsError('InvalidArgument', 'Invalid copy source bucket name');
  const refused = versionIdError(source.VersionId);
  // Of an id that is none, a copy says less than other calls do.
  return refused === INVALID_VERSION_ID ? awsError('InvalidRequest', 'Invalid Request') : refused;
}

const MARKER_NAMED = awsError(
  'InvalidRequest',
  'The source of a copy request may not specifically refer to a delete marker by version id.',
);

const NOTHING_CHANGED =
  "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.";

const DIRECTIVE = { type: 'text', required: false, oneOf: ['COPY', 'REPLACE'] } as const;

/**
 * Reads the one and writes the other, each with its permissions. Tags come along and take permissions too; owner, access
 * control list and encryption do not.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
 */
export const CopyObject = operation({
  name: 's3:CopyObject',
  readOnly: false,
  dataEvent: true,
  allowsAnonymous: true,
  cli: 's3api copy-object',
  parameters: {
    Bucket: BUCKET,
    Key: KEY,
    CopySource: { type: 'text', event: 'x-amz-copy-source', required: true },
    ContentType: { type: 'text', event: 'contentType', required: false },
    MetadataDirective: { ...DIRECTIVE, event: 'x-amz-metadata-directive' },
    TaggingDirective: { ...DIRECTIVE, event: 'x-amz-tagging-directive' },
    ...OBJECT_ACL_HEADERS,
    Tagging: TAGGING_HEADER,
    ...SSE_PARAMETERS,
  },
  validate: (input) =>
    objectNameError(input) ??
    sourceError(input.CopySource) ??
    sseError(input) ??
    taggingHeaderError(input.Tagging),
  authorization: (world, caller, input, env) => {
    const source = sourceOf(input.CopySource);
    if (!source) return [];
    const copied = objectIn(world, source)?.tags ?? {};
    const replaces = input.TaggingDirective === 'REPLACE';
    const readsTags = !replaces && Object.keys(copied).length > 0;
    const tags = replaces ? (taggingHeader(input.Tagging) ?? []) : tagSetOf(copied);
    const resource = objectArn(source.Bucket, source.Key);
    return [
      ...readRequests(world, caller, source, env),
      ...(readsTags
        ? [
            {
              action: versionAction('s3:GetObjectTagging', source.VersionId),
              resource,
              context: { ...existingTagKeys(copied), ...versionKeys(source.VersionId) },
            },
          ]
        : []),
      ...writeRequests(world, caller, input, tags, env, {
        's3:x-amz-copy-source': `${source.Bucket}/${source.Key}`,
        ...(input.MetadataDirective !== undefined && {
          's3:x-amz-metadata-directive': input.MetadataDirective,
        }),
      }),
    ];
  },
  perform: (scene, input) => {
    const source = sourceOf(input.CopySource);
    const found = source && existingObject(scene, source, 'reads');
    if (!found) return err(awsError('InvalidArgument', 'Invalid copy source object key'));
    if (!found.ok) return found.error === DELETE_MARKER ? err(MARKER_NAMED) : found;
    const { bucket, object } = found.value;
    const closed = readKeyError(scene, object.kmsKey);
    if (closed) return err(closed);
    const replacesType = input.MetadataDirective === 'REPLACE';
    const isItself =
      source.VersionId === undefined && bucket.name === input.Bucket && object.key === input.Key;
    if (isItself && !replacesType && input.ServerSideEncryption === undefined)
      return err(awsError('InvalidRequest', NOTHING_CHANGED));
    const result = written(scene, input, {
      body: object.body,
      contentType: replacesType ? input.ContentType : object.contentType,
      tags:
        input.TaggingDirective === 'REPLACE' ? (taggingHeader(input.Tagging) ?? []) : tagSetOf(object.tags),
    });
    if (!result.ok) return result;
    const { output, changes } = result.value;
    const { ETag, ...headers } = writtenHeaders(output);
    const { VersionId: CopySourceVersionId } = versionHeader(bucket, object.version);
    return ok({
      output: {
        CopyObjectResult: { ETag, LastModified: output.modified },
        ...(CopySourceVersionId !== undefined && { CopySourceVersionId }),
        ...headers,
      },
      changes,
    });
  },
});
