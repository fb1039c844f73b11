// Backups: there and back with the whole history, never with credentials, and files that are none or were changed.
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { event } from '../../tests/fixtures/event.ts';
import {
  eventsOf,
  library,
  Profile,
  putNotes,
  read,
  renamed,
  session,
  value,
  Writer,
} from '../../tests/storage/store.ts';
import { callEntry, stepEntry, undoable, type JournalEntry } from '../account/journal.ts';
import sample from '../../tests/scenario/samples/v1/library.json' with { type: 'json' };
import { plainScenario, printScenario } from '../scenario/print.ts';
import { SIGNED_OUT } from '../session/facts.ts';
import { backupFile, MAX_BACKUP_BYTES, parseBackup, readFile, type Backup } from './backup.ts';
import { MAX_BYTES, scenarioFile } from './file.ts';
import type { Shareable } from './travel.ts';

/** The library after two writes, one of them undone. */
function lived(): { scenario: typeof library; entries: JournalEntry[] } {
  let { world } = library;
  const entries: JournalEntry[] = [{ kind: 'gap', event: event('long ago') }];
  for (const id of ['a', 'b']) {
    const made = callEntry(world, event(id), [putNotes(id)]);
    entries.push(made.entry, read(`after ${id}`));
    world = made.world;
  }
  const last = undoable(entries);
  if (!last) throw new Error('nothing to undo');
  const made = stepEntry(world, last, { id: 'u', time: '2026-11-22T10:00:00Z' });
  return { scenario: { ...library, world: made.world }, entries: [...entries, made.entry] };
}

const parsedBack = async (backup: Backup): Promise<Record<string, unknown>> =>
  JSON.parse(await backupFile(backup).blob.text()) as Record<string, unknown>;

test('a backup reads back as it was, world and history', async () => {
  const backup = lived();
  const { name, blob } = backupFile(backup);
  expect(name).toBe('the-quiet-library.rolecall-backup.json');
  expect(await readFile(blob)).toEqual({
    ok: true,
    value: { scenario: backup.scenario, history: backup.entries },
  });
});

test('restored into a new workspace, it goes on where it was', async () => {
  const store = await new Profile().open();
  const present = await Writer.make(store, renamed('Work in progress'));
  const { scenario, entries } = lived();
  const { id } = value(await store.create(scenario, entries));
  const loaded = value(await store.load(id));
  expect(loaded).toMatchObject({ scenario, entries, session: SIGNED_OUT });
  expect(undoable(loaded.entries)).toMatchObject({ event: { eventID: 'a' } });
  await present.expectWhole(store);
});

test('the file of a scenario comes in by the same door', async () => {
  expect(await readFile(scenarioFile(library).blob)).toEqual({
    ok: true,
    value: { scenario: library, history: null },
  });
});

test('credentials are in no backup: it does not compile, and there is no place for them', async () => {
  expectTypeOf<Shareable<Backup>>().toEqualTypeOf<Backup>();
  const workspace = { ...lived(), session };
  // @ts-expect-error A workspace holds credentials.
  const { blob } = backupFile(workspace);
  const text = await blob.text();
  expect(text).toContain('long ago');
  expect(text).not.toContain('ASIAAAAABBBBCCCCDDDD');
  expect(text).not.toContain('signedIn');
});

describe('what is not taken', () => {
  const changed = async (change: (document: Record<string, unknown>) => void) => {
    const document = await parsedBack(lived());
    change(document);
    return new Blob([JSON.stringify(document)]);
  };
  const { entries } = lived();

  test.each<[string, () => Promise<Blob> | Blob, string, string]>([
    ['half of it', () => backupFile(lived()).blob.slice(0, 600), 'damaged', 'breaks off'],
    ['no entries', () => changed((it) => delete it['entries']), 'damaged', 'not in the form'],
    ['another format', () => changed((it) => (it['format'] = 'tldraw')), 'foreign', ''],
    ['a later version', () => changed((it) => (it['version'] = 99)), 'tooNew', ''],
    [
      'a scenario that breaks a rule',
      () => changed((it) => (it['scenario'] = { ...plainScenario(library), title: 7 })),
      'damaged',
      'title: must be string, but is 7.',
    ],
    [
      'an entry that is none',
      () => changed((it) => (it['entries'] = [...entries, { kind: 'sneeze' }])),
      'damaged',
      'entries › 7: is not an entry of a journal.',
    ],
    [
      'a history that leads elsewhere',
      () => changed((it) => (it['scenario'] = plainScenario(library))),
      'damaged',
      'do not lead to the account',
    ],
    [
      'a change that cannot be applied',
      () =>
        changed((it) => {
          const bad = { kind: 'entitySet', account: '111122223333', table: 'shelves', name: 'x', value: 1 };
          it['entries'] = [{ ...read('x'), changes: [bad], inverse: [bad] }];
        }),
      'damaged',
      'do not lead back to an account',
    ],
  ])('%s', async (_what, make, kind, detail) => {
    const found = await readFile(await make());
    expect(found).toMatchObject({ ok: false, error: { kind } });
    expect(!found.ok && 'detail' in found.error ? found.error.detail : '').toContain(detail);
  });

  test('anything at all: an answer, never an exception', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (one, two) => {
        expect(parseBackup(one).ok).toBe(false);
        const document = {
          format: 'rolecall-backup',
          version: 1,
          scenario: plainScenario(library),
          entries: [one, two],
        };
        expect(parseBackup(document)).toBeDefined();
      }),
    );
  });

  test('oversized: by its size alone, each kind by its own limit', async () => {
    const file = (size: number, head: string) =>
      ({
        size,
        slice: () => new Blob([head]),
        arrayBuffer: () => Promise.reject(new Error('was read')),
      }) as never;
    const backup = file(MAX_BACKUP_BYTES + 1, '{"format":"rolecall-backup"');
    expect(await readFile(backup)).toMatchObject({ error: { kind: 'oversized', limit: MAX_BACKUP_BYTES } });
    const scenario = file(MAX_BYTES + 1, '{"format":"rolecall-scenario"');
    expect(await readFile(scenario)).toMatchObject({ error: { kind: 'oversized', limit: MAX_BYTES } });
  });

  test('gone by the time it is read', async () => {
    const gone = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    const file = { size: 10, slice: () => ({ text: gone }), arrayBuffer: gone } as never;
    expect(await readFile(file)).toMatchObject({ ok: false, error: { kind: 'damaged' } });
  });
});

test('an inverse that would do what nobody did is not believed', async () => {
  const { scenario, entries } = lived();
  const bad = entries.map((entry) =>
    entry.kind === 'call' && entry.event.eventID === 'a'
      ? { ...entry, inverse: [putNotes('smuggled'), ...entry.inverse] }
      : entry,
  );
  const found = value(parseBackup(await parsedBack({ scenario, entries: bad })));
  expect(found).toEqual({ scenario, entries });
});

test('a backup of an older version: the account and what was done, without what it changed', async () => {
  const document = await parsedBack(lived());
  const older = { ...document, version: 1, scenario: sample };
  const found = value(parseBackup(older));
  expect(eventsOf(found.entries)).toEqual(['long ago', 'a', 'after a', 'b', 'after b', undefined]);
  expect(found.entries.every(({ kind }) => kind === 'gap')).toBe(true);
  expect(printScenario(found.scenario)).toBe(printScenario(library));
});
