// s3:PutObject: writes an object, over the one of the same key if there is one.
import {
  MAX_CONTENT_TYPE_CHARACTERS,
  MAX_OBJECT_CHARACTERS,
  MAX_STORED_CHARACTERS,
} from '../../../account/limits.ts';
import { valuesOf } from '../../../account/table.ts';
import { objectArn } from '../../../aws/arn.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import type { World } from '../../../account/world.ts';
import { operation } from '../../operation.ts';
import { BUCKET, KEY, existingBucket, objectNameError } from './bucket.ts';

/** What S3 notes for an object whose type nobody stated. */
const DEFAULT_CONTENT_TYPE = 'binary/octet-stream';

/** Of all objects in all buckets; the one that is being replaced counts too, which errs on the safe side. */
const storedCharacters = ({ accounts }: World): number =>
  Object.values(accounts)
    .flatMap(({ buckets }) => valuesOf(buckets))
    .flatMap(({ objects }) => valuesOf(objects))
    .reduce((sum, { body }) => sum + body.length, 0);

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html */
export const PutObject = operation({
  name: 's3:PutObject',
  readOnly: false,
  dataEvent: true,
  cli: 's3api put-object',
  parameters: {
    Bucket: BUCKET,
    Key: KEY,
    Body: { type: 'text', event: 'body', required: true, file: 'body' },
    ContentType: { type: 'text', event: 'contentType', required: false },
  },
  validate: objectNameError,
  authorization: (_world, _caller, { Bucket, Key }) => [
    { action: 's3:PutObject', resource: objectArn(Bucket, Key) },
  ],
  perform: (scene, { Bucket, Key, Body, ContentType = DEFAULT_CONTENT_TYPE }) => {
    const found = existingBucket(scene, Bucket);
    if (!found.ok) return found;
    if (Body.length > MAX_OBJECT_CHARACTERS)
      return err(awsError('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed object size.'));
    if (ContentType.length > MAX_CONTENT_TYPE_CHARACTERS)
      return err(
        awsError('MetadataTooLarge', 'Your metadata headers exceed the maximum allowed metadata size'),
      );
    if (storedCharacters(scene.world) + Body.length > MAX_STORED_CHARACTERS)
      return err(
        awsError(
          'SandboxFull',
          'This sandbox keeps 4,000,000 characters in all objects together, so that the account can still be shared as a file. Delete an object first.',
        ),
      );
    const object = {
      key: Key,
      body: Body,
      contentType: ContentType,
      modified: scene.env.now,
      owner: null,
      acl: [],
      tags: {},
      kmsKey: null,
    };
    return ok({
      output: {},
      changes: [
        {
          kind: 'partSet',
          account: found.value.account.id,
          table: 'buckets',
          name: Bucket,
          part: 'objects',
          key: Key,
          value: object,
        },
      ],
    });
  },
});
