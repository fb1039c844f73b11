// s3:PutBucketVersioning: switches the versioning of a bucket on, or suspends it; it is never off again.
import { bucketArn } from '../../../aws/arn.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError, notSimulated } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { BUCKET, bucketNameError, bucketPatched, existingBucket, MALFORMED_XML } from './bucket.ts';

/**
 * What is there keeps its version ids.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketVersioning.html
 */
export const PutBucketVersioning = operation({
  name: 's3:PutBucketVersioning',
  readOnly: false,
  cli: 's3api put-bucket-versioning',
  parameters: {
    Bucket: BUCKET,
    VersioningConfiguration: {
      type: 'structure',
      event: 'VersioningConfiguration',
      required: true,
      members: {
        Status: { type: 'text', event: 'Status', required: false },
        MFADelete: { type: 'text', event: 'MfaDelete', required: false },
      },
    },
  },
  validate: bucketNameError,
  authorization: (_world, _caller, { Bucket }) => [
    { action: 's3:PutBucketVersioning', resource: bucketArn(Bucket) },
  ],
  perform: (scene, { Bucket, VersioningConfiguration: { Status = '', MFADelete = 'Disabled' } }) => {
    const found = existingBucket(scene, Bucket);
    if (!found.ok) return found;
    if (Status === '')
      return err(
        awsError('IllegalVersioningConfigurationException', 'The Versioning element must be specified'),
      );
    if (Status !== 'Enabled' && Status !== 'Suspended') return err(MALFORMED_XML);
    if (MFADelete === 'Enabled') return err(notSimulated('Buckets with MFA delete'));
    if (MFADelete !== 'Disabled') return err(MALFORMED_XML);
    return ok({ output: {}, changes: [bucketPatched(found.value, { versioning: Status })] });
  },
});
