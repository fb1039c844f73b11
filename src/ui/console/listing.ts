// Listing: what the console makes of the flat list of keys in a bucket: folders by "/", as AWS's own console does.
import type { Operations } from '../../api/call.ts';

/** What the console shows of an object. */
export type Entry = Pick<
  Operations['s3:ListObjectsV2']['output']['Contents'][number],
  'Key' | 'Size' | 'LastModified'
>;

export interface Folder {
  /** What the row shows, ending in `/`. */
  readonly name: string;
  /** The prefix to list to see inside. */
  readonly prefix: string;
  /** Objects at any depth below. */
  readonly objects: number;
}

export interface Listed {
  readonly folders: readonly Folder[];
  /** Objects directly under the prefix, with the rest of their key as the name. */
  readonly objects: readonly (Entry & { readonly name: string })[];
}

/**
 * Splits the keys under `prefix` at the next `/`. Buckets have no folders: these are only a way to show keys.
 * An object whose key is the prefix itself (a "folder" made by the console) is listed under its whole key.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-folders.html
 */
export function listFolder(entries: readonly Entry[], prefix: string): Listed {
  const folders = new Map<string, number>();
  const objects: (Entry & { name: string })[] = [];
  for (const entry of entries) {
    if (!entry.Key.startsWith(prefix)) continue;
    const rest = entry.Key.slice(prefix.length);
    const slash = rest.indexOf('/');
    if (slash === -1) objects.push({ ...entry, name: rest === '' ? entry.Key : rest });
    else {
      const name = rest.slice(0, slash + 1);
      folders.set(name, (folders.get(name) ?? 0) + 1);
    }
  }
  return {
    folders: [...folders].map(([name, count]) => ({ name, prefix: prefix + name, objects: count })),
    objects,
  };
}

/** The steps from the top of the bucket to `prefix`, the last one included. */
export function crumbs(prefix: string): readonly { readonly name: string; readonly prefix: string }[] {
  return [...prefix.matchAll(/[^/]*\/|[^/]+$/g)].map((part) => ({
    name: part[0],
    prefix: prefix.slice(0, part.index + part[0].length),
  }));
}

/** The list after an object was written or deleted, in the order in which S3 lists: by key. */
export function withEntry(entries: readonly Entry[], entry: Entry): readonly Entry[] {
  return [...withoutEntry(entries, entry.Key), entry].sort((a, b) =>
    a.Key < b.Key ? -1 : a.Key > b.Key ? 1 : 0,
  );
}

export const withoutEntry = (entries: readonly Entry[], key: string): readonly Entry[] =>
  entries.filter((entry) => entry.Key !== key);

/** `0 bytes`, `512 bytes`, `1.4 KB`: thousands of 1,024, as AWS's console counts. */
export function sizeInWords(bytes: number): string {
  if (bytes === 1) return '1 byte';
  if (bytes < 1024) return `${bytes} bytes`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${kilobytes.toFixed(1)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}

/** What S3 would store for a key when nobody says otherwise. */
export function contentTypeOf(key: string): string {
  const extension = /\.([a-z]+)$/i.exec(key)?.[1]?.toLowerCase() ?? '';
  const types: Readonly<Record<string, string>> = {
    csv: 'text/csv',
    html: 'text/html',
    json: 'application/json',
    md: 'text/markdown',
    txt: 'text/plain',
  };
  return types[extension] ?? 'binary/octet-stream';
}

/** Keys can have 1,024 bytes. */
const LONGEST_NAME = 60;

/** A key for titles and messages: whole, or the start and the end of a long one. */
export function shortKey(key: string): string {
  const letters = [...key];
  if (letters.length <= LONGEST_NAME) return key;
  const half = (LONGEST_NAME - 1) / 2;
  return `${letters.slice(0, Math.ceil(half)).join('')}…${letters.slice(-Math.floor(half)).join('')}`;
}
