// The open workspace: one gate for writes, saved as it goes, and in step with other tabs.
import { expect, test, vi } from 'vitest';
import { keysIn, put, shop } from '../../tests/fixtures/tabs.ts';
import { namesOf } from '../account/table.ts';
import type { Store } from '../storage/workspaces.ts';
import type { OpenWorkspace } from './workspace.svelte.ts';

test('what is asked for is on the screen at once and on disk soon after', async () => {
  const { tab } = await shop();
  const one = await tab();
  expect(one.request(put('a')).result.ok).toBe(true);
  expect(one.save.kind).toBe('saving');
  expect(keysIn(one)).toContain('a');
  await one.settled();
  expect(one.save.kind).toBe('saved');
  const again = await tab();
  expect(keysIn(again)).toContain('a');
  expect(again.events.map(({ eventName }) => eventName)).toEqual(['PutObject']);
});

test('calls know what was used before, in this tab and after opening it again', async () => {
  const { tab } = await shop();
  const one = await tab();
  const used = (workspace: OpenWorkspace): string[] => namesOf(workspace.env().activity.services);
  expect(used(one)).toEqual([]);
  one.request(put('a'));
  expect(used(one)).toEqual([expect.stringMatching(/^AIDA[A-Z0-9]+\/s3$/)]);
  await one.settled();
  expect(used(await tab())).toEqual(used(one));
});

test('many requests in a row keep their order, newest first', async () => {
  const { tab } = await shop();
  const one = await tab();
  for (const key of ['a', 'b', 'c']) one.request(put(key));
  await one.settled();
  const again = await tab();
  expect(again.events.map(({ requestParameters }) => requestParameters.key)).toEqual(['c', 'b', 'a']);
});

test('a tab follows what another one does', async () => {
  const { tab } = await shop();
  const one = await tab();
  const two = await tab();
  one.request(put('from-one'));
  await one.settled();
  await vi.waitFor(() => expect(keysIn(two)).toContain('from-one'));
  two.request(put('from-two'));
  await two.settled();
  await vi.waitFor(() => expect(keysIn(one)).toEqual(expect.arrayContaining(['from-one', 'from-two'])));
  one.signOut();
  await one.settled();
  await vi.waitFor(() => expect(two.caller).toBeNull());
});

test('two tabs that write at the same moment lose nothing', async () => {
  const { tab } = await shop();
  const one = await tab();
  const two = await tab();
  one.request(put('from-one'));
  two.request(put('from-two'));
  one.request(put('again-from-one'));
  await Promise.all([one.settled(), two.settled()]);
  expect([one.save.kind, two.save.kind]).toEqual(['saved', 'saved']);
  const again = await tab();
  expect(keysIn(again)).toEqual(expect.arrayContaining(['from-one', 'from-two', 'again-from-one']));
  expect(again.events).toHaveLength(3);
  await vi.waitFor(() => expect(keysIn(one)).toContain('from-two'));
});

test('what could not be saved stays on the screen, says so, and is saved with the next change', async () => {
  const { store, tab } = await shop();
  const one = await tab();
  const commit = vi.spyOn(store, 'commit').mockResolvedValueOnce({
    ok: false,
    error: { kind: 'quotaExceeded', message: 'The browser has no space left.' },
  });
  one.request(put('a'));
  await one.settled();
  expect(one.save).toEqual({ kind: 'failed', message: 'The browser has no space left.' });
  expect(keysIn(one)).toContain('a');
  one.request(put('b'));
  await one.settled();
  expect(one.save.kind).toBe('saved');
  expect(commit).toHaveBeenCalledTimes(2);
  expect(keysIn(await tab())).toEqual(expect.arrayContaining(['a', 'b']));
});

test('a workspace that another tab deleted cannot be saved any more', async () => {
  const { store, tab } = await shop();
  const one = await tab();
  await store.remove(one.id);
  await vi.waitFor(() => expect(one.save.kind).toBe('failed'));
});

test('a workspace can be renamed, also while another tab writes', async () => {
  const { tab } = await shop();
  const one = await tab();
  const two = await tab();
  two.request(put('from-two'));
  one.describe({ title: 'Exercise 3', story: 'Find out why.' });
  await Promise.all([one.settled(), two.settled()]);
  const again = await tab();
  expect([again.title, again.story]).toEqual(['Exercise 3', 'Find out why.']);
  expect(keysIn(again)).toContain('from-two');
  expect(() => one.describe({ title: ' ', story: '' })).toThrow('blank');
});

test('what is outside of AWS is saved and shared by tabs, is no call, and is refused when it cannot be kept', async () => {
  const { tab } = await shop();
  const one = await tab();
  const two = await tab();
  const key = await one.newProviderKey();
  const provider = { name: 'Ours', issuer: 'https://idp.example', key, subjects: [] };
  one.request(put('from-one'));
  one.direct({ ...one.directories, webIdentity: [provider] });
  await one.settled();
  two.request(put('from-two'));
  await two.settled();
  const again = await tab();
  expect(again.directories.webIdentity).toEqual([provider]);
  expect(keysIn(again)).toEqual(expect.arrayContaining(['from-one', 'from-two']));
  expect(again.env().issuerKeys?.('https://idp.example')).toHaveLength(1);
  expect(again.events).toHaveLength(2);
  expect(() => one.direct({ ...one.directories, webIdentity: [provider, provider] })).toThrow('issuer');
});

test('many tabs that write all the time lose nothing', async () => {
  const { tab } = await shop();
  const tabs = await Promise.all([tab(), tab(), tab()]);
  for (let round = 0; round < 5; round++) {
    for (const [at, one] of tabs.entries()) one.request(put(`${at}-${round}`));
    await Promise.all(tabs.map((one) => one.settled()));
  }
  expect(tabs.map(({ save }) => save.kind)).toEqual(['saved', 'saved', 'saved']);
  const again = await tab();
  expect(again.events).toHaveLength(15);
  expect(keysIn(again)).toEqual(
    expect.arrayContaining([0, 1, 2].flatMap((at) => [0, 1, 2, 3, 4].map((round) => `${at}-${round}`))),
  );
});

test('the newest entries are there at once, and all of them a moment later', async () => {
  const { store, tab } = await shop();
  const one = await tab();
  one.request({ operation: 'sts:GetCallerIdentity', input: {} });
  one.request(put('a'));
  await one.settled();
  const [event] = one.events;
  if (!event) throw new Error('no event');
  const { scenario, session, ...loaded } = await loadedFrom(store, one.id);
  let { revision } = loaded;
  for (let at = 0; at < 600; at++) {
    const entry = { kind: 'call', event: { ...event, eventID: `e${at}` }, changes: [], inverse: [] } as const;
    const written = await store.commit({
      workspace: one.id,
      revision,
      scenario,
      session,
      ahead: 0,
      entries: [entry],
    });
    if (!written.ok) throw new Error(written.error.message);
    ({ revision } = written.value);
  }
  const again = await tab();
  expect(again.complete).toBe(false);
  // What was done at first is not read yet, and known all the same.
  expect(again.events.map(({ eventName }) => eventName)).not.toContain('GetCallerIdentity');
  expect(namesOf(again.env().activity.services)).toContainEqual(expect.stringMatching(/\/sts$/));
  expect(again.events.length).toBeGreaterThanOrEqual(99);
  await vi.waitFor(() => expect(again.complete).toBe(true));
  expect(again.events).toHaveLength(602);
  expect(again.canUndo).toBe('PutObject');
});

const loadedFrom = async (store: Store, id: string) => {
  const loaded = await store.load(id);
  if (!loaded.ok) throw new Error(loaded.error.message);
  return loaded.value;
};
