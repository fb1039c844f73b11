// `aws s3 mb` and `aws s3 rb`: buckets made and removed.
import { DEFAULT_REGION } from '../account/resource.ts';
import { lineOf } from '../api/command-line/output/failure.ts';
import { out, problem, type Run } from './run.ts';
import { notS3, s3Address, type S3Command } from './s3-command.ts';
import { deleteAll } from './s3-remove.ts';

export function* makeBucket({ aws, paths: [path = ''] }: S3Command): Run {
  const address = s3Address(path);
  if (!address || address.bucket === '') return yield* notS3('aws s3 mb <S3Uri>');
  const { bucket } = address;
  const elsewhere = aws.region !== DEFAULT_REGION && {
    CreateBucketConfiguration: { LocationConstraint: aws.region },
  };
  const made = aws.call({ operation: 's3:CreateBucket', input: { Bucket: bucket, ...elsewhere } });
  if (!made.ok) {
    yield problem(`make_bucket failed: s3://${bucket} ${lineOf('CreateBucket', made.error)}\n`);
    return 1;
  }
  yield out(`make_bucket: ${bucket}\n`);
  return 0;
}

export function* removeBucket(command: S3Command): Run {
  const { aws, has, paths } = command;
  const [path = ''] = paths;
  const address = s3Address(path);
  if (!address || address.bucket === '' || address.key !== '') return yield* notS3('aws s3 rb <S3Uri>');
  const { bucket } = address;
  if (has('force')) {
    const status = yield* deleteAll(command, { bucket, key: '' });
    if (status !== 0) {
      yield problem(
        'remove_bucket failed: Unable to delete all objects in the bucket, bucket will not be deleted.\n',
      );
      return status;
    }
  }
  const removed = aws.call({ operation: 's3:DeleteBucket', input: { Bucket: bucket } });
  if (!removed.ok) {
    yield problem(`remove_bucket failed: s3://${bucket} ${lineOf('DeleteBucket', removed.error)}\n`);
    return 1;
  }
  yield out(`remove_bucket: ${bucket}\n`);
  return 0;
}
