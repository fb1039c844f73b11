// `aws s3 rm`: objects deleted.
import { lineOf } from '../api/command-line/output/failure.ts';
import { failing, out, type Run } from './run.ts';
import { notS3, s3Address, type S3Address, type S3Command } from './s3-command.ts';
import { isFolder, lastPart, objectsBelow, type ObjectBelow } from './s3-paths.ts';

/** @see https://docs.aws.amazon.com/cli/latest/reference/s3/rm.html */
export function* remove(command: S3Command): Run {
  const [path = ''] = command.paths;
  const address = s3Address(path);
  if (!address || address.bucket === '') return yield* notS3('aws s3 rm <S3Uri>');
  if (command.has('recursive')) return yield* deleteAll(command, address);
  // Without a key, the CLI looks through the whole bucket, and takes the folders in it alone.
  if (address.key === '') return yield* deleteAll(command, address, isFolder);
  return command.wanted(lastPart(address.key)) ? yield* deleted(command, address) : 0;
}

/** Deletes everything below a prefix. */
export function* deleteAll(
  command: S3Command,
  address: S3Address,
  meant: (object: ObjectBelow) => boolean = () => true,
): Run {
  const objects = yield* objectsBelow(command, address);
  if (typeof objects === 'number') return objects;
  let status = 0;
  for (const object of objects)
    if (meant(object) && command.wanted(object.name))
      status = Math.max(status, yield* deleted(command, { bucket: address.bucket, key: object.key }));
  return status;
}

/** Deletes one object. */
export function* deleted({ aws, has }: S3Command, { bucket, key }: S3Address): Run {
  const line = `delete: s3://${bucket}/${key}\n`;
  if (has('dryrun')) {
    yield out(`(dryrun) ${line}`);
    return 0;
  }
  const done = aws.call({ operation: 's3:DeleteObject', input: { Bucket: bucket, Key: key } });
  if (done.ok) {
    if (!has('quiet') && !has('only-show-errors')) yield out(line);
    return 0;
  }
  yield* failing(`delete failed: s3://${bucket}/${key} ${lineOf('DeleteObject', done.error)}`, 1);
  return 1;
}
