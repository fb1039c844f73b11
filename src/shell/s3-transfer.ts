// `aws s3 cp` and `mv`: objects and files copied and moved.
import { decode, encode } from 'js-base64';
import type { AwsError } from '../api/aws-error.ts';
import type { ApiCall } from '../api/call.ts';
import { failureText, otherFailure, wrongValue } from '../api/command-line/failure.ts';
import { lineOf } from '../api/command-line/output/failure.ts';
import { failed } from './failed.ts';
import { out, problem, type Ask, type Chunk, type Run } from './run.ts';
import { notS3, s3Address, type S3Address, type S3Command } from './s3-command.ts';
import {
  filesBelow,
  isFolder,
  lastPart,
  named,
  objectsBelow,
  shown,
  within,
  type Below,
} from './s3-paths.ts';
import { streamChunk } from './stream.ts';

export type Doing = 'copy' | 'move';

export interface Step {
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
  if (doing === 'move' && isOntoItself(from, to))
    return yield* failed(
      wrongValue(`Cannot mv a file onto itself: ${slashed(from)} - ${slashed(to)}`),
      command.globals,
    );
  const steps = yield* stepsOf(command, from, to);
  if (typeof steps === 'number') return steps;
  let status = 0;
  for (const step of steps) status = Math.max(status, yield* oneStep(command, doing, step));
  return status;
}

/** A bucket alone, as the CLI reads it. */
const slashed = (path: string): string => (s3Address(path)?.key === '' ? path.replace(/\/?$/, '/') : path);

/** What is moved to where it is, under its own name or with the name left out. */
function isOntoItself(from: string, to: string): boolean {
  if (!s3Address(from) || !s3Address(to)) return false;
  const [source, target] = [slashed(from), slashed(to)];
  return source === target || (target.endsWith('/') && source === target + lastPart(source));
}

/** What is copied to where; a number is the exit status, and why was printed. */
type Steps = Generator<Chunk | Ask, readonly Step[] | number, string | undefined>;

function* stepsOf(command: S3Command, from: string, to: string): Steps {
  const source = s3Address(from);
  if (!source) return yield* localSteps(command, from, to);
  // Without a key, the CLI looks through the whole bucket as well, and finds nothing that is meant.
  if (command.has('recursive') || source.key === '') {
    const objects = yield* objectsBelow(command, source);
    if (typeof objects === 'number') return objects;
    const meant = command.has('recursive') ? objects.filter((object) => !isFolder(object)) : [];
    return wantedSteps(command, meant, to);
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
  const name = lastPart(source.key);
  return command.wanted(name) ? [{ from, to: named(to, name) }] : [];
}

const wantedSteps = ({ wanted }: S3Command, all: readonly Below[], to: string): readonly Step[] =>
  all.filter(({ name }) => wanted(name)).map(({ name, path }) => ({ from: path, to: within(to, name) }));

/** A HEAD has no body, and so no code and no words of S3 either. */
const headLine = ({ status }: AwsError, key: string): string => {
  const words = status === 404 ? `Key "${key}" does not exist` : status === 403 ? 'Forbidden' : 'Bad Request';
  return `An error occurred (${status}) when calling the HeadObject operation: ${words}`;
};

function* localSteps(command: S3Command, from: string, to: string): Steps {
  if (from === '-') return [{ from, to }];
  const below = command.has('recursive') ? filesBelow(command, from) : null;
  if (below) return wantedSteps(command, below, to);
  if (command.has('recursive') || command.shell.readFile(from) === null) {
    const failure = otherFailure(`The user-provided path ${from} does not exist.`);
    yield problem(failureText(failure));
    return failure.exit;
  }
  const name = lastPart(from);
  return command.wanted(name) ? [{ from, to: named(to, name) }] : [];
}

/** Copies or moves one, and says so. */
export function* oneStep(command: S3Command, doing: Doing, { from, to }: Step): Run {
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
