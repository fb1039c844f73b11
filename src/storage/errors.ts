// Storage errors: what can go wrong with the browser's database, and what to tell the person about it.

export type StorageErrorKind =
  /** The browser's disk space for this site is used up. */
  | 'quotaExceeded'
  /** There is no usable database: private browsing, blocked site data, a broken profile. */
  | 'unavailable'
  /** Another tab holds the database open in an older form and does not let go. */
  | 'blocked'
  /** The database, or the workspace in it, was written by a newer build. */
  | 'newerVersion'
  /** The database of an older build could not be brought up to date; it is as it was. */
  | 'upgradeFailed'
  /** This tab's connection was closed in favour of a newer build in another tab. */
  | 'closed'
  /** Another tab wrote to the workspace in the meantime; nothing was written. */
  | 'conflict'
  /** There is no such workspace or record; another tab may have deleted it. */
  | 'missing'
  /** The workspace could not be read and is now kept aside. */
  | 'setAside'
  /** It could not be read back if it were written; nothing was written. */
  | 'unsound'
  /** Anything else. */
  | 'failed';

export interface StorageError {
  readonly kind: StorageErrorKind;
  /** What happened, why, and what to do next, in plain sentences. */
  readonly message: string;
}

/** `detail` is one sentence of ours from further down, never what a browser threw; kinds that need none ignore it. */
export const storageError = (kind: StorageErrorKind, detail = ''): StorageError => ({
  kind,
  message: messageOf(kind, detail),
});

function messageOf(kind: StorageErrorKind, detail: string): string {
  switch (kind) {
    case 'quotaExceeded':
      return 'The browser has no space left for this site, so nothing was saved. Delete a workspace you no longer need, or free disk space, and try again. What is on the screen is still there.';
    case 'unavailable':
      return 'The browser does not let this site keep data: private windows and blocked site data do that. Allow site data, or use another window, and reload this page.';
    case 'blocked':
      return 'An older version of this app is open in another tab and holds the saved data. Close that tab, then reload this one.';
    case 'newerVersion':
      return 'The saved data was written by a newer version of this app. Nothing was changed. Reload the page to get that version.';
    case 'upgradeFailed':
      return 'The saved data of an older version of this app could not be brought up to date. It is as it was. Reload this page to try again.';
    case 'closed':
      return 'This tab can no longer save: its connection to the saved data was closed, most likely because a newer version of this app was opened in another tab. Reload this page.';
    case 'conflict':
      return 'This workspace was changed in another tab, so nothing was saved from this one. Reload this page to see what the other tab did.';
    case 'missing':
      return 'It is no longer there. It may have been deleted in another tab.';
    case 'setAside':
      return `The workspace could not be read. It is kept aside unchanged, for download. (${detail})`;
    case 'unsound':
      return `This could not be saved, because it could not be read back. The state before is kept. (${detail})`;
    case 'failed':
      return `The browser could not save. Try again; if it goes on, download the account as a file and reload the page.${detail === '' ? '' : ` (${detail})`}`;
  }
}

/** The names of an error and of those it wraps: Dexie passes on the browser's as `inner`, or several as `failures`. */
function namesOf(thrown: unknown, depth = 0): string[] {
  if (typeof thrown !== 'object' || thrown === null || depth > 5) return [];
  const name: unknown = Reflect.get(thrown, 'name');
  const failures: unknown = Reflect.get(thrown, 'failures');
  const several: readonly unknown[] = Array.isArray(failures) ? failures : [];
  const wrapped = [Reflect.get(thrown, 'inner'), ...several].flatMap((one) => namesOf(one, depth + 1));
  return [...(typeof name === 'string' ? [name] : []), ...wrapped];
}

/** Names what a database call threw. A full disk arrives as an `AbortError` around a `QuotaExceededError`. */
export function errorWhileUsing(thrown: unknown): StorageError {
  const names = namesOf(thrown);
  if (names.includes('QuotaExceededError')) return storageError('quotaExceeded');
  if (names.includes('DatabaseClosedError')) return storageError('closed');
  return storageError('failed');
}

/** Names what opening the database threw; `old`, when it was there already, in the form of an older build. */
export function errorWhileOpening(thrown: unknown, old = false): StorageError {
  const names = namesOf(thrown);
  if (names.includes('QuotaExceededError')) return storageError('quotaExceeded');
  if (names.includes('VersionError')) return storageError('newerVersion');
  return storageError(old ? 'upgradeFailed' : 'unavailable');
}
