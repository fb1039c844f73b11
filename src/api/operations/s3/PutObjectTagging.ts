// s3:PutObjectTagging: writes the tags of an object, in place of those it has.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { BUCKET, KEY, objectNameError, objectSet } from './bucket.ts';
import { existingObject, objectRequests } from './object.ts';
import { TAGGING, tagSet, tagsOf } from './tagging.ts';

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectTagging.html */
export const PutObjectTagging = operation({
  name: 's3:PutObjectTagging',
  readOnly: false,
  dataEvent: true,
  allowsAnonymous: true,
  cli: 's3api put-object-tagging',
  parameters: { Bucket: BUCKET, Key: KEY, Tagging: TAGGING },
  validate: objectNameError,
  authorization: (world, _caller, input) => {
    const [first, ...rest] = objectRequests(world, input, 's3:PutObjectTagging');
    return first ? [{ ...first, tags: { kind: 'set', tags: tagsOf(input.Tagging.TagSet) } }, ...rest] : rest;
  },
  perform: (scene, { Bucket, Key, Tagging }) => {
    const found = existingObject(scene, Bucket, Key);
    if (!found.ok) return found;
    const tags = tagSet(Tagging.TagSet, 'object');
    if (!tags.ok) return tags;
    const { object } = found.value;
    return ok({ output: {}, changes: [objectSet(found.value, Key, { ...object, tags: tags.value })] });
  },
});
