// What is kept beside a workspace: histories of older builds lose their secrets, sooner or later.
import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { Profile, value, Writer } from '../../tests/storage/store.ts';
import { withTerminal } from '../session/keyring.ts';
import { keptHistory } from '../shell/kept-history.ts';
import { storageError } from '../storage/errors.ts';
import { memoryStore } from '../storage/memory.ts';
import type { Store } from '../storage/workspaces.ts';
import { Kept } from './kept.svelte.ts';
import { lastDrafts } from './last-drafts.ts';

const PASSWORD = 'Maple-and-Rye-7!';
const SECRET_KEY = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const TOKEN = 'IQoJb3JpZ2luX2VjEXAMPLETOKEN';
const CODE = '042137';

/** As an older build has stored it. */
const HISTORY = [
  'aws iam list-users',
  `aws iam create-login-profile --user-name lena --password ${PASSWORD}`,
  `aws configure set aws_secret_access_key ${SECRET_KEY} --profile shop`,
  `export AWS_SESSION_TOKEN=${TOKEN}`,
  `aws sts get-session-token --serial-number arn:aws:iam::111122223333:mfa/lena --token-code ${CODE}`,
  'ls',
];
const FILES = { '/home/lena/notes.txt': 'bm90ZXM=' };

const kept: Kept[] = [];
afterEach(() => {
  for (const one of kept.splice(0)) one.close();
  vi.useRealTimers();
  localStorage.clear();
});

interface Device {
  readonly store: Store;
  readonly id: string;
  /** The history as it is in the database. */
  readonly stored: () => Promise<readonly string[]>;
  readonly open: () => Kept;
}

/** A workspace with a history. */
async function device(history: readonly string[], opening: Store | Promise<Store>): Promise<Device> {
  const store = await opening;
  const { id } = await Writer.make(store);
  value(await store.changeKeyring(id, (keyring) => withTerminal(keyring, { history, files: FILES })));
  return {
    store,
    id,
    stored: async () => value(await store.keyring(id)).terminal.history,
    open: () => {
      const one = new Kept(id, store);
      kept.push(one);
      return one;
    },
  };
}

/** In a store that does without a clock of its own, while that of the pauses is wound by hand. */
function timed(history: readonly string[]): Promise<Device> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  return device(history, memoryStore(new Profile().options()));
}

const full = { ok: false, error: storageError('quotaExceeded') } as const;

test('what is secret in an older history is taken out of the database, and nothing else', async () => {
  const { store, id, stored, open } = await device(HISTORY, new Profile().open());
  const one = open();
  await vi.waitFor(async () => expect(await stored()).toEqual(keptHistory(HISTORY)));
  const { terminal } = value(await store.keyring(id));
  expect(terminal.files).toEqual(FILES);
  for (const secret of [PASSWORD, SECRET_KEY, TOKEN, CODE])
    expect(terminal.history.join('\n')).not.toContain(secret);
  expect(terminal.history).toHaveLength(HISTORY.length);
  expect([terminal.history[0], terminal.history.at(-1)]).toEqual(['aws iam list-users', 'ls']);
  await vi.waitFor(() => expect(one.keyring.terminal).toEqual(terminal));
});

test('a history without secrets is not written again', async () => {
  const { store, open } = await timed(['aws iam list-users', 'ls']);
  const write = vi.spyOn(store, 'changeKeyring');
  const one = open();
  expect(one.keyring.terminal.history).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(write).not.toHaveBeenCalled();
});

test('what cannot be written is tried again, after pauses that grow', async () => {
  const { store, stored, open } = await timed(HISTORY);
  const write = vi.spyOn(store, 'changeKeyring').mockResolvedValue(full);
  open();
  await vi.dynamicImportSettled();
  expect(write).toHaveBeenCalledTimes(1);
  for (const [pause, times] of [
    [9_999, 1],
    [1, 2],
    [19_999, 2],
    [1, 3],
    [39_999, 3],
  ] as const) {
    await vi.advanceTimersByTimeAsync(pause);
    expect(write).toHaveBeenCalledTimes(times);
  }
  expect(await stored()).toEqual(HISTORY);
  write.mockRestore();
  await vi.advanceTimersByTimeAsync(1);
  await vi.dynamicImportSettled();
  expect(await stored()).toEqual(keptHistory(HISTORY));
});

test('it is tried again as soon as anything else was written', async () => {
  const { store, stored, open } = await timed(HISTORY);
  const write = vi.spyOn(store, 'changeKeyring').mockResolvedValueOnce(full);
  const one = open();
  await vi.dynamicImportSettled();
  expect(write).toHaveBeenCalledTimes(1);
  await one.change((keyring) => ({ ...keyring, drafts: { one: 'text' } }));
  await vi.dynamicImportSettled();
  expect(await stored()).toEqual(keptHistory(HISTORY));
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(write).toHaveBeenCalledTimes(3);
});

test('a draft that was typed last before the page was left is there again, and in the database then', async () => {
  const { store, id, open } = await device([], new Profile().open());
  const first = open();
  await first.keepDraft('one', 'before');
  await first.keepDraft('two', 'to be forgotten');
  expect(first.keepDraftAtOnce('one', 'at last')).toBe(true);
  expect(first.keepDraftAtOnce('two', null)).toBe(true);
  first.close();
  const second = open();
  await vi.waitFor(() => expect(second.keyring.drafts).toEqual({ one: 'at last' }));
  await vi.waitFor(async () => expect(value(await store.keyring(id)).drafts).toEqual({ one: 'at last' }));
  await vi.waitFor(() => expect(lastDrafts(id)).toEqual({}));
});

test('what was kept at once gives way to what was written, not to what was written of an older text', async () => {
  const { id, open } = await device([], new Profile().open());
  const one = open();
  one.keepDraftAtOnce('one', 'newer');
  await one.keepDraft('one', 'older');
  expect(lastDrafts(id)).toEqual({ one: 'newer' });
  await one.keepDraft('one', 'newer');
  expect(lastDrafts(id)).toEqual({});
});

test('where it cannot be written it is shown all the same, and left for the next time', async () => {
  const { store, id, open } = await device([], new Profile().open());
  open().keepDraftAtOnce('one', 'at last');
  vi.spyOn(store, 'changeKeyring').mockResolvedValue(full);
  const second = open();
  await vi.waitFor(() => expect(second.keyring.drafts).toEqual({ one: 'at last' }));
  expect(lastDrafts(id)).toEqual({ one: 'at last' });
});

test('once it is closed nothing is tried any more', async () => {
  const { store, stored, open } = await timed(HISTORY);
  const write = vi.spyOn(store, 'changeKeyring').mockResolvedValue(full);
  const one = open();
  await vi.dynamicImportSettled();
  expect(write).toHaveBeenCalledTimes(1);
  one.close();
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(write).toHaveBeenCalledTimes(1);
  expect(await stored()).toEqual(HISTORY);
});
