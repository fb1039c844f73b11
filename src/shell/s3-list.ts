// `aws s3 ls`: buckets, or what is in one.
import type { ApiCall } from '../api/call.ts';
import { answered } from './requester.ts';
import { out, problem, type Run } from './run.ts';
import { s3Address, type S3Command } from './s3-command.ts';

/** @see https://docs.aws.amazon.com/cli/latest/reference/s3/ls.html */
export function* list(command: S3Command): Run {
  const [path = 's3://'] = command.paths;
  const address = s3Address(path.startsWith('s3://') ? path : `s3://${path}`);
  if (!address || address.bucket === '') return yield* buckets(command);
  return yield* objects(command, address.bucket, address.key);
}

function* buckets({ aws, globals }: S3Command): Run {
  const listed = aws.call({ operation: 's3:ListBuckets', input: {} });
  if (!listed.ok) return yield* refused('ListBuckets', listed.error, globals);
  for (const { CreationDate, Name } of listed.value.Buckets) yield out(`${timeText(CreationDate)} ${Name}\n`);
  return 0;
}

function* refused(...[operation, error, globals]: Parameters<typeof answered>): Run {
  const { text, status } = answered(operation, error, globals);
  yield problem(text);
  return status;
}

function* objects({ aws, globals, has }: S3Command, bucket: string, prefix: string): Run {
  const size = (bytes: number): string => (has('human-readable') ? readable(bytes) : `${bytes}`);
  const total = { objects: 0, bytes: 0 };
  let found = false;
  let token: string | undefined;
  do {
    const call: ApiCall<'s3:ListObjectsV2'> = {
      operation: 's3:ListObjectsV2',
      input: {
        Bucket: bucket,
        Prefix: prefix,
        ...(!has('recursive') && { Delimiter: '/' }),
        ...(token !== undefined && { ContinuationToken: token }),
      },
    };
    const listed = aws.call(call);
    if (!listed.ok) return yield* refused('ListObjectsV2', listed.error, globals);
    const { Contents, CommonPrefixes = [], NextContinuationToken } = listed.value;
    for (const { Prefix } of CommonPrefixes) {
      found = true;
      yield out(`${'PRE'.padStart(30)} ${Prefix.split('/').at(-2) ?? ''}/\n`);
    }
    for (const { Key, Size, LastModified } of Contents) {
      found = true;
      total.objects++;
      total.bytes += Size;
      const name = has('recursive') ? Key : Key.slice(Key.lastIndexOf('/') + 1);
      yield out(`${timeText(LastModified)} ${size(Size).padStart(10)} ${name}\n`);
    }
    token = NextContinuationToken;
  } while (token !== undefined);
  if (has('summarize')) yield out(`\nTotal Objects: ${total.objects}\n   Total Size: ${size(total.bytes)}\n`);
  return Number(prefix !== '' && !found);
}

/** `2026-11-26T00:01:50Z` as the list shows it. */
const timeText = (instant: string): string => instant.slice(0, 19).replace('T', ' ');

const UNITS = ['KiB', 'MiB', 'GiB'];

function readable(bytes: number): string {
  if (bytes === 1) return '1 Byte';
  if (bytes < 1024) return `${bytes} Bytes`;
  const power = Math.min(UNITS.length, Math.floor(Math.log(bytes) / Math.log(1024)));
  return `${(bytes / 1024 ** power).toFixed(1)} ${UNITS[power - 1] ?? ''}`;
}
