// Lists of versions: all that a bucket keeps, in the order of S3, and the page of it that a call asks for.
import { newestFirst } from '../../../account/object-versions.ts';
import { compareNames } from '../../../account/record.ts';
import type { Bucket, DeleteMarker, StoredObject } from '../../../account/resources.ts';
import { valuesOf } from '../../../account/table.ts';

export type ListedVersion = { readonly isLatest: boolean } & (
  | { readonly kind: 'object'; readonly value: StoredObject }
  | { readonly kind: 'deleteMarker'; readonly value: DeleteMarker }
);

/** By key, in the byte order of UTF-8, and the newest first. */
export function allVersions({ objects, versions }: Bucket): ListedVersion[] {
  const byKey = new Map<string, ListedVersion[]>();
  for (const value of valuesOf(objects)) byKey.set(value.key, [{ kind: 'object', value, isLatest: true }]);
  for (const { order: _order, ...version } of newestFirst(valuesOf(versions))) {
    const listed = byKey.get(version.value.key);
    if (listed) listed.push({ ...version, isLatest: false });
    else byKey.set(version.value.key, [{ ...version, isLatest: true }]);
  }
  return [...byKey].sort(([a], [b]) => compareNames(a, b)).flatMap(([, listed]) => listed);
}

export interface PageAsked {
  readonly prefix: string;
  /** Empty: none. */
  readonly delimiter: string;
  /** The key after which the page starts; empty: at the first. */
  readonly keyMarker: string;
  /** The version of it after which it starts; null: after all of them. */
  readonly versionMarker: string | null;
  readonly most: number;
}

export interface Page {
  readonly versions: readonly ListedVersion[];
  /** What keys have in common up to the delimiter: each stands for all of them. */
  readonly prefixes: readonly string[];
  /** Where the next page starts; null: there is none. */
  readonly next: { readonly key: string; readonly version: string | null } | null;
}

export function pageOf(all: readonly ListedVersion[], asked: PageAsked): Page {
  const versions: ListedVersion[] = [];
  const prefixes: string[] = [];
  let next: Page['next'] = null;
  for (const version of rest(all, asked)) {
    const { key } = version.value;
    if (!key.startsWith(asked.prefix)) continue;
    const prefix = commonPrefix(key, asked);
    if (prefix !== null && (prefix === prefixes.at(-1) || prefix === asked.keyMarker)) continue;
    if (versions.length + prefixes.length >= asked.most)
      return { versions, prefixes, next: asked.most === 0 ? null : next };
    if (prefix === null) versions.push(version);
    else prefixes.push(prefix);
    next = prefix === null ? { key, version: version.value.version } : { key: prefix, version: null };
  }
  return { versions, prefixes, next: null };
}

/** What comes after the markers. */
function rest(
  all: readonly ListedVersion[],
  { keyMarker, versionMarker }: PageAsked,
): readonly ListedVersion[] {
  if (keyMarker === '') return all;
  const at =
    versionMarker === null
      ? -1
      : all.findIndex(({ value }) => value.key === keyMarker && value.version === versionMarker);
  return at === -1 ? all.filter(({ value }) => compareNames(value.key, keyMarker) > 0) : all.slice(at + 1);
}

function commonPrefix(key: string, { prefix, delimiter }: PageAsked): string | null {
  const at = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
  return at === -1 ? null : key.slice(0, at + delimiter.length);
}
