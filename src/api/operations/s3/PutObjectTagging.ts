// s3:PutObjectTagging: writes the tags of an object, in place of those it has.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { BUCKET, KEY, objectNameError } from './bucket.ts';
import { existingObject, objectRequests } from './object.ts';
import { TAGGING, tagSet, tagsOf } from './tagging.ts';
import { VERSION_ID_PARAMETER, versionHeader, versionIdError, versionReplaced } from './versions.ts';

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectTagging.html */
export const PutObjectTagging = operation({
  name: 's3:PutObjectTagging',
  readOnly: false,
  dataEvent: true,
  allowsAnonymous: true,
  cli: 's3api put-object-tagging',
  parameters: { Bucket: BUCKET, Key: KEY, VersionId: VERSION_ID_PARAMETER, Tagging: TAGGING },
  validate: (input) => objectNameError(input) ?? versionIdError(input.VersionId),
  authorization: (world, _caller, input) => {
    const [first, ...rest] = objectRequests(world, input, 's3:PutObjectTagging');
    return first ? [{ ...first, tags: { kind: 'set', tags: tagsOf(input.Tagging.TagSet) } }, ...rest] : rest;
  },
  perform: (scene, input) => {
    const found = existingObject(scene, input, 'writes');
    if (!found.ok) return found;
    const tags = tagSet(input.Tagging.TagSet, 'object');
    if (!tags.ok) return tags;
    const { bucket, object } = found.value;
    return ok({
      output: versionHeader(bucket, object.version),
      changes: [versionReplaced(found.value, { ...object, tags: tags.value })],
    });
  },
});
