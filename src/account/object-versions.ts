// Object versions: what a bucket keeps under a key, in order, and what a version id names there.
import { indexBy } from './index-by.ts';
import { valuesNamed } from './indexes.ts';
import type { Bucket, DeleteMarker, StoredObject, StoredVersion } from './resources.ts';
import { lookup } from './table.ts';

/** What S3 calls a version that was written while versioning was not on. A key has at most one. */
export const NULL_VERSION = 'null';

/** How a version is filed. An id has no slash in it, so the key is all that comes after the first one. */
export const versionName = ({ version, key }: { readonly version: string; readonly key: string }): string =>
  `${version}/${key}`;

const namesByKey = indexBy<StoredVersion>(({ value }) => [value.key]);

/** Newest first; what the key holds now is not among them. */
export const versionsBehind = ({ versions }: Bucket, key: string): StoredVersion[] =>
  newestFirst(valuesNamed(versions, namesByKey(versions, key)));

/** Two tabs that wrote at the same moment may have given the same number. */
export const newestFirst = (versions: readonly StoredVersion[]): StoredVersion[] =>
  versions.toSorted((a, b) => b.order - a.order || (a.value.version < b.value.version ? -1 : 1));

export type NamedVersion =
  | { readonly kind: 'object'; readonly value: StoredObject }
  | { readonly kind: 'deleteMarker'; readonly value: DeleteMarker };

/** The version that an id names. */
export function versionNamed(bucket: Bucket, key: string, version: string): NamedVersion | null {
  const current = lookup(bucket.objects, key);
  if (current?.version === version) return { kind: 'object', value: current };
  return lookup(bucket.versions, versionName({ version, key })) ?? null;
}

/** The delete marker that hides what a key held, if that is its newest version. */
export function hidingMarker(bucket: Bucket, key: string): DeleteMarker | null {
  if (lookup(bucket.objects, key)) return null;
  const [newest] = versionsBehind(bucket, key);
  return newest?.kind === 'deleteMarker' ? newest.value : null;
}
