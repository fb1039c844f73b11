// `aws s3 sync`: what is new or changed is copied, from a directory or prefix to another.
import { textDigest } from '../api/operations/s3/object.ts';
import { failureText, otherFailure } from '../api/command-line/failure.ts';
import { out, problem, type Ask, type Chunk, type Run } from './run.ts';
import { notS3, s3Address, type S3Command } from './s3-command.ts';
import { filesBelow, isFolder, objectsBelow, shown, within } from './s3-paths.ts';
import { deleted } from './s3-remove.ts';
import { oneStep } from './s3-transfer.ts';
import { streamText } from './stream.ts';

/** What is compared of a file or an object. */
interface Item {
  readonly path: string;
  readonly size: number;
  readonly etag: string;
  /** Files of this sandbox have no time. */
  readonly modified: string | null;
}

type Items = ReadonlyMap<string, Item>;

/** @see https://docs.aws.amazon.com/cli/latest/reference/s3/sync.html */
export function* sync(command: S3Command): Run {
  const [from = '', to = ''] = command.paths;
  if (!s3Address(from) && !s3Address(to))
    return yield* notS3('aws s3 sync <LocalPath> <S3Uri> or <S3Uri> <LocalPath> or <S3Uri> <S3Uri>');
  const source = yield* itemsIn(command, from, 'source');
  if (typeof source === 'number') return source;
  const target = yield* itemsIn(command, to, 'target');
  if (typeof target === 'number') return target;
  let status = 0;
  for (const name of [...new Set([...source.keys(), ...target.keys()])].sort()) {
    if (!command.wanted(name)) continue;
    const [here, there] = [source.get(name), target.get(name)];
    if (here && (!there || differs(command, here, there)))
      status = Math.max(status, yield* oneStep(command, 'copy', { from: here.path, to: within(to, name) }));
    else if (!here && there && command.has('delete'))
      status = Math.max(status, yield* removed(command, there.path));
  }
  return status;
}

/** Sizes first; then what was written last between buckets, and the content where a file is on one side. */
function differs({ has }: S3Command, here: Item, there: Item): boolean {
  if (here.size !== there.size) return true;
  if (has('size-only')) return false;
  return here.modified !== null && there.modified !== null
    ? here.modified > there.modified
    : here.etag !== there.etag;
}

function* itemsIn(
  command: S3Command,
  path: string,
  side: 'source' | 'target',
): Generator<Chunk | Ask, Items | number, string | undefined> {
  const address = s3Address(path);
  if (address) {
    const objects = yield* objectsBelow(command, {
      ...address,
      key: address.key === '' || address.key.endsWith('/') ? address.key : `${address.key}/`,
    });
    if (typeof objects === 'number') return objects;
    return new Map(objects.filter((one) => !isFolder(one)).map((one) => [one.name, one]));
  }
  const files = filesBelow(command, path);
  if (!files && side === 'source') {
    const failure = otherFailure(`The user-provided path ${path} does not exist.`);
    yield problem(failureText(failure));
    return failure.exit;
  }
  return new Map((files ?? []).map(({ name, path: file }) => [name, fileItem(command, file)]));
}

function fileItem({ shell }: S3Command, path: string): Item {
  const text = streamText(shell.readFile(path) ?? '');
  return { path, modified: null, ...textDigest(text) };
}

function* removed(command: S3Command, path: string): Run {
  const address = s3Address(path);
  if (address) return yield* deleted(command, address);
  const line = `delete: ${shown(path)}\n`;
  if (command.has('dryrun')) {
    yield out(`(dryrun) ${line}`);
    return 0;
  }
  command.shell.deleteFile(path);
  if (!command.has('quiet') && !command.has('only-show-errors')) yield out(line);
  return 0;
}
