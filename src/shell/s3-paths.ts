// S3 paths: how `aws s3` names files and objects, and what is below a directory or a prefix.
import { lineOf } from '../api/command-line/output/failure.ts';
import { absolute, HOME, shortPath } from './files.ts';
import { problem, type Ask, type Chunk } from './run.ts';
import { s3Address, type S3Address, type S3Command } from './s3-command.ts';

export const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Where something of that name goes: below what ends as a directory does, else under the name that is given. */
export function named(to: string, name: string): string {
  const address = s3Address(to);
  if (address) return address.key === '' || address.key.endsWith('/') ? within(to, name) : to;
  if (to === '-') return to;
  return to === '.' || to.endsWith('/') ? within(to, name) : to;
}

export const within = (to: string, name: string): string => {
  const base = to === '.' ? '' : to;
  return base === '' || base.endsWith('/') ? base + name : `${base}/${name}`;
};

/** Files as the CLI writes them, from where one is. */
export const shown = (path: string): string =>
  s3Address(path) || path === '-' ? path : path.startsWith('/') ? path : `./${path.replace(/^\.\//, '')}`;

/** A file or an object below where one looks. */
export interface Below {
  /** From there on. */
  readonly name: string;
  /** As it is named on a command line. */
  readonly path: string;
}

export interface ObjectBelow extends Below {
  readonly key: string;
  readonly size: number;
  readonly etag: string;
  readonly modified: string;
}

/** Null: there is no such directory. */
export function filesBelow({ shell }: S3Command, directory: string): readonly Below[] | null {
  const base = absolute(directory);
  const start = base === '/' ? '/' : `${base}/`;
  const below = shell.paths.filter((path) => path.startsWith(start));
  if (below.length === 0 && base !== HOME) return null;
  return below.map((path) => ({ name: path.slice(start.length), path: shortPath(path) }));
}

/** An empty object whose key ends as a directory does: the CLI deletes such a folder, and copies none. */
export const isFolder = ({ key, size }: ObjectBelow): boolean => size === 0 && key.endsWith('/');

/** All objects below a prefix; a number is the exit status, and why was printed. */
export function* objectsBelow(
  { aws }: S3Command,
  { bucket, key }: S3Address,
): Generator<Chunk | Ask, readonly ObjectBelow[] | number, string | undefined> {
  const base = key === '' || key.endsWith('/') ? key : `${key}/`;
  const all: ObjectBelow[] = [];
  let token: string | undefined;
  do {
    const listed = aws.call({
      operation: 's3:ListObjectsV2',
      input: { Bucket: bucket, Prefix: key, ...(token !== undefined && { ContinuationToken: token }) },
    });
    if (!listed.ok) {
      yield problem(`fatal error: ${lineOf('ListObjectsV2', listed.error)}\n`);
      return 1;
    }
    for (const { Key, Size, ETag, LastModified } of listed.value.Contents)
      all.push({
        name: Key.startsWith(base) ? Key.slice(base.length) : lastPart(Key),
        path: `s3://${bucket}/${Key}`,
        key: Key,
        size: Size,
        etag: ETag,
        modified: LastModified,
      });
    token = listed.value.NextContinuationToken;
  } while (token !== undefined);
  return all;
}
