// s3:DeleteBucket: removes a bucket with nothing in it, no version and no delete marker; its name is free then.
import { isEmpty } from '../../../account/table.ts';
import { bucketArn } from '../../../aws/arn.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { BUCKET, bucketNameError, existingBucket } from './bucket.ts';

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucket.html */
export const DeleteBucket = operation({
  name: 's3:DeleteBucket',
  readOnly: false,
  cli: 's3api delete-bucket',
  parameters: { Bucket: BUCKET },
  validate: bucketNameError,
  authorization: (_world, _caller, { Bucket }) => [
    { action: 's3:DeleteBucket', resource: bucketArn(Bucket) },
  ],
  perform: (scene, { Bucket }) => {
    const found = existingBucket(scene, Bucket);
    if (!found.ok) return found;
    const { account, bucket } = found.value;
    const { versioning, objects, versions } = bucket;
    if (!isEmpty(objects) || !isEmpty(versions)) {
      const hint = versioning === null ? '' : '. You must delete all versions in the bucket.';
      return err(awsError('BucketNotEmpty', `The bucket you tried to delete is not empty${hint}`));
    }
    return ok({
      output: {},
      changes: [{ kind: 'entitySet', account: account.id, table: 'buckets', name: Bucket, value: null }],
    });
  },
});
