// Naming what the browser threw.
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { errorWhileOpening, errorWhileUsing } from './errors.ts';

const quota = new DOMException('full', 'QuotaExceededError');

test.each([
  ['a full disk, plain', quota, 'quotaExceeded'],
  ['a full disk, wrapped by an abort', new Dexie.AbortError('aborted', quota), 'quotaExceeded'],
  [
    'a full disk, wrapped twice',
    new Dexie.BulkError('2 failed', [new Dexie.AbortError('a', quota)]),
    'quotaExceeded',
  ],
  ['an abort for another reason', new Dexie.AbortError('aborted'), 'failed'],
  ['a connection that was closed', new Dexie.DatabaseClosedError('closed'), 'closed'],
  ['something that is no error', 'oops', 'failed'],
  ['nothing', undefined, 'failed'],
])('in use: %s', (_what, thrown, kind) => {
  expect(errorWhileUsing(thrown).kind).toBe(kind);
});

test.each([
  ['no database at all', new Dexie.MissingAPIError('no IndexedDB'), 'unavailable'],
  ['a private window', new DOMException('denied', 'SecurityError'), 'unavailable'],
  ['a newer database', new Dexie.VersionError('newer'), 'newerVersion'],
  ['a full disk', new Dexie.OpenFailedError('open', quota), 'quotaExceeded'],
])('on opening: %s', (_what, thrown, kind) => {
  expect(errorWhileOpening(thrown).kind).toBe(kind);
});

test('an older database that could not be brought up to date', () => {
  expect(errorWhileOpening(new Dexie.AbortError('aborted'), true).kind).toBe('upgradeFailed');
  expect(errorWhileOpening(new Dexie.OpenFailedError('open', quota), true).kind).toBe('quotaExceeded');
});

test('what the browser threw is for nobody to read', () => {
  const thrown = new TypeError("Cannot read properties of undefined (reading 'databases')");
  for (const { message } of [
    errorWhileUsing(thrown),
    errorWhileOpening(thrown),
    errorWhileOpening(thrown, true),
  ])
    expect(message).not.toMatch(/Cannot read|\(\)|undefined/);
});
