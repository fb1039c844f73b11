// `aws s3 cp`, `mv` and `rm`: objects and files copied, moved and deleted.
import { decode, encode } from 'js-base64';
import type { AwsError } from '../api/aws-error.ts';
import type { ApiCall } from '../api/call.ts';
import { failureText, otherFailure } from '../api/command-line/failure.ts';
import { lineOf } from '../api/command-line/output/failure.ts';
import { absolute, HOME, shortPath } from './files.ts';
import { failing, out, problem, type Ask, type Chunk, type Run } from './run.ts';
import { notS3, s3Address, type S3Address, type S3Command } from './s3-command.ts';
import { streamChunk } from './stream.ts';

type Doing = 'copy' | 'move';

interface Step {
  readonly from: string;
  readonly to: string;
}

/** @see https://docs.aws.amazon.com/cli/latest/reference/s3/cp.html */
export function* transfer(command: S3Command, doing: Doing): Run {
  const [from = '', to = ''] = command.paths;
  if (!s3Address(from) && !s3Address(to))
    return yield* notS3(
      `aws s3 ${doing === 'copy' ? 'cp' : 'mv'} <LocalPath> <S3Uri> or <S3Uri> <LocalPath> or <S3Uri> <S3Uri>`,
    );
  const steps = yield* stepsOf(command, from, to);
  if (typeof steps === 'number') return steps;
  let status = 0;
  for (const step of steps) status = Math.max(status, yield* oneStep(command, doing, step));
  return status;
}

type Steps = Generator<Chunk | Ask, readonly Step[] | number, string | undefined>;

function* stepsOf(command: S3Command, from: string, to: string): Steps {
  const source = s3Address(from);
  if (!source) return yield* localSteps(command, from, to);
  if (command.has('recursive')) {
    const keys = yield* keysUnder(command, source);
    if (typeof keys === 'number') return keys;
    const base = source.key === '' || source.key.endsWith('/') ? source.key : `${source.key}/`;
    return keys.map((key) => ({
      from: `s3://${source.bucket}/${key}`,
      to: within(to, key.startsWith(base) ? key.slice(base.length) : lastPart(key)),
    }));
  }
  // The CLI asks about the object before it reads or copies it.
  const head = command.aws.call({
    operation: 's3:HeadObject',
    input: { Bucket: source.bucket, Key: source.key },
  });
  if (!head.ok) {
    yield problem(`fatal error: ${headLine(head.error, source.key)}\n`);
    return 1;
  }
  return [{ from, to: named(to, lastPart(source.key)) }];
}

/** A HEAD has no body, and so no code and no words of S3 either. */
const headLine = ({ status }: AwsError, key: string): string => {
  const words = status === 404 ? `Key "${key}" does not exist` : status === 403 ? 'Forbidden' : 'Bad Request';
  return `An error occurred (${status}) when calling the HeadObject operation: ${words}`;
};

function localFound({ shell, has }: S3Command, from: string): readonly string[] | null {
  if (!has('recursive')) return shell.readFile(from) === null ? null : [from];
  const base = absolute(from);
  const below = shell.paths.filter((path) => path.startsWith(base === '/' ? '/' : `${base}/`));
  return below.length === 0 && base !== HOME ? null : below;
}

function* localSteps(command: S3Command, from: string, to: string): Steps {
  if (from === '-') return [{ from, to }];
  const found = localFound(command, from);
  if (!found) {
    const failure = otherFailure(`The user-provided path ${from} does not exist.`);
    yield problem(failureText(failure));
    return failure.exit;
  }
  if (!command.has('recursive')) return [{ from, to: named(to, lastPart(from)) }];
  const base = absolute(from);
  return found.map((path) => ({
    from: shortPath(path),
    to: within(to, path.slice(base === '/' ? 1 : base.length + 1)),
  }));
}

const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Where something of that name goes: below what ends as a directory does, else under the name that is given. */
function named(to: string, name: string): string {
  const address = s3Address(to);
  if (address) return address.key === '' || address.key.endsWith('/') ? within(to, name) : to;
  if (to === '-') return to;
  return to === '.' || to.endsWith('/') ? within(to, name) : to;
}

const within = (to: string, name: string): string => {
  const base = to === '.' ? '' : to;
  return base === '' || base.endsWith('/') ? base + name : `${base}/${name}`;
};

function* oneStep(command: S3Command, doing: Doing, { from, to }: Step): Run {
  const { has } = command;
  const source = s3Address(from);
  const target = s3Address(to);
  const verb = doing === 'move' ? 'move' : source && target ? 'copy' : source ? 'download' : 'upload';
  const line = `${verb}: ${shown(from)} to ${shown(to)}\n`;
  const silent = has('quiet') || has('only-show-errors') || to === '-' || from === '-';
  if (has('dryrun')) {
    yield out(`(dryrun) ${line}`);
    return 0;
  }
  const refused = yield* moved(command, from, to, source, target);
  const left = refused === null && doing === 'move' ? gone(command, from, source) : refused;
  if (left === null) {
    if (!silent) yield out(line);
    return 0;
  }
  yield problem(`${verb} failed: ${shown(from)} to ${shown(to)} ${left}\n`);
  return 1;
}

/** Files as the CLI writes them, from where one is. */
const shown = (path: string): string =>
  s3Address(path) || path === '-' ? path : path.startsWith('/') ? path : `./${path.replace(/^\.\//, '')}`;

type Refusing = Generator<Chunk | Ask, string | null, string | undefined>;

/** Null, or why not. */
function* moved(
  command: S3Command,
  from: string,
  to: string,
  source: S3Address | null,
  target: S3Address | null,
): Refusing {
  const { aws, shell, input } = command;
  if (source && target) {
    const copied = aws.call({
      operation: 's3:CopyObject',
      input: {
        ...writing(command),
        Bucket: target.bucket,
        Key: target.key,
        CopySource: `${source.bucket}/${encodeURIComponent(source.key).replaceAll('%2F', '/')}`,
      },
    });
    return copied.ok ? null : lineOf('CopyObject', copied.error);
  }
  if (source) {
    const got = aws.call({ operation: 's3:GetObject', input: { Bucket: source.bucket, Key: source.key } });
    if (!got.ok) return lineOf('GetObject', got.error);
    if (to === '-') {
      yield streamChunk(encode(got.value.Body));
      return null;
    }
    return shell.writeFile(to, encode(got.value.Body));
  }
  if (!target) return 'neither is in S3';
  const held = from === '-' ? (input ?? '') : shell.readFile(from);
  if (held === null) return `[Errno 2] No such file or directory: '${from}'`;
  const body = decode(held);
  if (encode(body) !== held) return 'objects of this sandbox hold text, and this file does not.';
  const call: ApiCall<'s3:PutObject'> = {
    operation: 's3:PutObject',
    input: {
      ContentType: contentType(from),
      ...writing(command),
      Bucket: target.bucket,
      Key: target.key,
      Body: body,
    },
  };
  const put = aws.call(call);
  return put.ok ? null : lineOf('PutObject', put.error);
}

/** What is said of the object that is written. */
function writing({ has, value }: S3Command) {
  const acl = value('acl');
  const key = value('sse-kms-key-id');
  const type = value('content-type');
  return {
    ...(acl !== null && { ACL: acl }),
    ...(has('sse') && { ServerSideEncryption: value('sse') ?? 'AES256' }),
    ...(key !== null && { SSEKMSKeyId: key }),
    ...(type !== null && { ContentType: type }),
  };
}

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css',
  csv: 'text/csv',
  html: 'text/html',
  js: 'text/javascript',
  json: 'application/json',
  md: 'text/markdown',
  txt: 'text/plain',
  xml: 'application/xml',
};

const contentType = (path: string): string =>
  TYPES[/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''] ?? 'binary/octet-stream';

/** What was moved is taken away where it was. */
function gone({ aws, shell }: S3Command, from: string, source: S3Address | null): string | null {
  if (!source) {
    shell.deleteFile(from);
    return null;
  }
  const deleted = aws.call({
    operation: 's3:DeleteObject',
    input: { Bucket: source.bucket, Key: source.key },
  });
  return deleted.ok ? null : lineOf('DeleteObject', deleted.error);
}

/** All keys below a prefix; a number is the exit status, and why was printed. */
function* keysUnder(
  { aws }: S3Command,
  { bucket, key }: S3Address,
): Generator<Chunk | Ask, readonly string[] | number, string | undefined> {
  const keys: string[] = [];
  let token: string | undefined;
  do {
    const call: ApiCall<'s3:ListObjectsV2'> = {
      operation: 's3:ListObjectsV2',
      input: { Bucket: bucket, Prefix: key, ...(token !== undefined && { ContinuationToken: token }) },
    };
    const listed = aws.call(call);
    if (!listed.ok) {
      yield problem(`fatal error: ${lineOf('ListObjectsV2', listed.error)}\n`);
      return 1;
    }
    keys.push(...listed.value.Contents.map(({ Key }) => Key));
    token = listed.value.NextContinuationToken;
  } while (token !== undefined);
  return keys;
}

/** @see https://docs.aws.amazon.com/cli/latest/reference/s3/rm.html */
export function* remove(command: S3Command): Run {
  const [path = ''] = command.paths;
  const address = s3Address(path);
  if (!address || address.bucket === '') return yield* notS3('aws s3 rm <S3Uri>');
  if (command.has('recursive')) return yield* deleteAll(command, address);
  return yield* deleted(command, address);
}

/** Deletes everything below a prefix. */
export function* deleteAll(command: S3Command, address: S3Address): Run {
  const keys = yield* keysUnder(command, address);
  if (typeof keys === 'number') return keys;
  let status = 0;
  for (const key of keys) status = Math.max(status, yield* deleted(command, { bucket: address.bucket, key }));
  return status;
}

function* deleted({ aws, has }: S3Command, { bucket, key }: S3Address): Run {
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
