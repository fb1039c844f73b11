// s3:DeleteObject: removes an object; of a key that does not exist, too.
import { lookup } from '../../../account/table.ts';
import { objectArn } from '../../../aws/arn.ts';
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { BUCKET, KEY, existingBucket, objectNameError } from './bucket.ts';

/**
 * Succeeds for a key that was never there, and changes nothing then.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html
 */
export const DeleteObject = operation({
  name: 's3:DeleteObject',
  readOnly: false,
  dataEvent: true,
  allowsAnonymous: true,
  cli: 's3api delete-object',
  parameters: { Bucket: BUCKET, Key: KEY },
  validate: objectNameError,
  authorization: (_world, _caller, { Bucket, Key }) => [
    { action: 's3:DeleteObject', resource: objectArn(Bucket, Key) },
  ],
  perform: (scene, { Bucket, Key }) => {
    const found = existingBucket(scene, Bucket);
    if (!found.ok) return found;
    const { account, bucket } = found.value;
    return ok({
      output: {},
      changes: lookup(bucket.objects, Key)
        ? [
            {
              kind: 'partSet',
              account: account.id,
              table: 'buckets',
              name: Bucket,
              part: 'objects',
              key: Key,
              value: null,
            },
          ]
        : [],
    });
  },
});
