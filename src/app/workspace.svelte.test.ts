// The open workspace: one gate for writes, saved as it goes, and in step with other tabs.
import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { bucketIn } from '../../tests/fixtures/world.ts';
import { EMPTY, lookup, namesOf } from '../account/table.ts';
import { managedPolicies } from '../../tests/fixtures/managed-policies.ts';
import type { ApiCall } from '../api/call.ts';
import { commandLineAgent } from '../api/user-agent.ts';
import { bookshop } from '../lessons/bookshop/lesson.ts';
import { consoleLink, opened as openedSession } from '../session/session.ts';
import { SIGNED_OUT, type SessionFacts } from '../session/facts.ts';
import { switchLink, switchPlan } from '../session/switch-role.ts';
import { openStore, type Store } from '../storage/workspaces.ts';
import { now } from './clock.ts';
import { newId } from './ids.ts';
import { OpenWorkspace } from './workspace.svelte.ts';

const account = '111122223333';
const signedIn = (name: string, at = now()): SessionFacts =>
  openedSession(SIGNED_OUT, consoleLink({ kind: 'user', account, name }, at, 'ASIA'), name);

let scopes = 0;
const opened: { close(): void }[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
  vi.useRealTimers();
});

/** A store with one workspace, and a way to open that workspace as often as there are tabs. */
async function shop(
  session = signedIn('amira'),
): Promise<{ store: Store; tab: () => Promise<OpenWorkspace> }> {
  const store = await openStore({ scope: `/test/${scopes++}/`, now, newId, onClosed: () => {} });
  if (!store.ok) throw new Error(store.error.message);
  const scenario = await bookshop();
  const made = await store.value.create(scenario);
  if (!made.ok) throw new Error(made.error.message);
  const { id, revision } = made.value;
  await store.value.commit({ workspace: id, revision, scenario, entries: [], session, ahead: 0 });
  opened.push(store.value);
  const tab = async (): Promise<OpenWorkspace> => {
    const loaded = await store.value.load(id);
    if (!loaded.ok) throw new Error(loaded.error.message);
    const workspace = new OpenWorkspace(loaded.value, store.value, managedPolicies());
    opened.unshift(workspace);
    return workspace;
  };
  return { store: store.value, tab };
}

const put = (Key: string): ApiCall<'s3:PutObject'> => ({
  operation: 's3:PutObject',
  input: { Bucket: 'maple-drafts', Key, Body: Key },
});
const keysIn = ({ world }: OpenWorkspace): string[] =>
  namesOf(bucketIn(world, 'maple-drafts', account)?.objects ?? EMPTY);

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

test('a session is known to have ended, also one that had ended before', async () => {
  const { tab } = await shop(signedIn('amira', '2020-01-01T00:00:00Z'));
  const one = await tab();
  expect(one.sessionEnded).toBe(true);
  const outcome = one.request(put('a'));
  expect(outcome.result).toMatchObject({ ok: false, error: { code: 'ExpiredToken' } });
  one.signOut();
  expect(one.sessionEnded).toBe(false);
});

test('a switch of roles and the way back are events of the console; other ways to become somebody are not', async () => {
  const { tab } = await shop();
  const one = await tab();
  const plan = switchPlan(
    one.world,
    one.session,
    { account, role: 'Auditor', name: 'Looking', color: 'green' },
    one.now(),
  );
  const link = plan && switchLink(one.world, plan, one.requestAs(plan.caller, plan.call));
  if (!link) throw new Error('The role was not granted.');
  one.become(link);
  expect(one.request(put('a')).result.ok).toBe(false);
  one.become({ ...link, way: 'assumeRole' });
  one.back(2);
  one.back(1);
  one.back(1);
  expect(one.events.map(({ eventName }) => eventName)).toEqual([
    'ExitRole',
    'PutObject',
    'SwitchRole',
    'AssumeRole',
  ]);
  expect(one.events[2]).toMatchObject({
    eventType: 'AwsConsoleSignIn',
    userIdentity: { type: 'AssumedRole', arn: `arn:aws:sts::${account}:assumed-role/Auditor/amira` },
    responseElements: { SwitchRole: 'Success' },
    additionalEventData: { SwitchFrom: `arn:aws:iam::${account}:user/amira` },
    recipientAccountId: account,
  });
  expect(one.steps.map(({ refused }) => refused)).toEqual([null, null, null, null, 'isOnTheWay']);
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

test('nobody signed in: nobody can ask', async () => {
  const { tab } = await shop(SIGNED_OUT);
  const one = await tab();
  expect(() => one.request(put('a'))).toThrow();
});

test('undo takes back the last change, redo makes it again; both are saved, and in the activity list', async () => {
  const { tab } = await shop();
  const one = await tab();
  expect([one.canUndo, one.canRedo]).toEqual([null, null]);
  expect(() => one.undo()).toThrow();
  one.request(put('a'));
  one.request(put('b'));
  one.request({ operation: 's3:GetObject', input: { Bucket: 'maple-drafts', Key: 'a' } });
  expect([one.canUndo, one.canRedo]).toEqual(['PutObject', null]);
  one.undo();
  expect(keysIn(one)).not.toContain('b');
  expect([one.canUndo, one.canRedo]).toEqual(['PutObject', 'PutObject']);
  one.undo();
  expect(keysIn(one)).not.toContain('a');
  one.redo();
  await one.settled();
  expect(one.save.kind).toBe('saved');
  const again = await tab();
  expect(keysIn(again)).toContain('a');
  expect(keysIn(again)).not.toContain('b');
  expect([again.canUndo, again.canRedo]).toEqual(['PutObject', 'PutObject']);
  expect(again.events.map(({ eventName }) => eventName)).toEqual(['GetObject', 'PutObject', 'PutObject']);
  expect(again.activity.map(({ kind }) => kind)).toEqual(['redo', 'undo', 'undo', 'event', 'event', 'event']);
  again.redo();
  expect(keysIn(again)).toContain('b');
  expect(again.canRedo).toBeNull();
});

test('the world as an event found it can be had again, also after a reload', async () => {
  const { tab } = await shop();
  const one = await tab();
  for (const key of ['a', 'b', 'c']) one.request(put(key));
  one.undo();
  await one.settled();
  for (const workspace of [one, await tab()]) {
    const [c, b, a] = workspace.events;
    const found = (id = '') =>
      ['a', 'b', 'c'].filter((key) => {
        const world = workspace.worldAt(id);
        const objects = world ? bucketIn(world, 'maple-drafts', account)?.objects : undefined;
        return lookup(objects ?? EMPTY, key) !== undefined;
      });
    expect([found(a?.eventID), found(b?.eventID), found(c?.eventID)]).toEqual([[], ['a'], ['a', 'b']]);
    expect(workspace.worldAt('nonsense')).toBeNull();
  }
});

test('a request of long ago is decided again by the policies of its time', async () => {
  const { tab } = await shop();
  const one = await tab();
  one.request(put('a'));
  const Policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:PutObject',
      Resource: 'arn:aws:s3:::maple-drafts/*',
    },
  });
  one.request({ operation: 's3:PutBucketPolicy', input: { Bucket: 'maple-drafts', Policy } });
  expect(one.request(put('b')).result.ok).toBe(false);
  await one.settled();
  const again = await tab();
  const outcomes = again.events.map((event) => again.trace(event));
  expect(outcomes.map((trace) => trace && [trace.asOf, trace.evaluation.decision.outcome])).toEqual([
    ['then', 'explicitDeny'],
    ['then', 'allow'],
    ['then', 'allow'],
  ]);
});

test('what a script called is one step, after opening again as well', async () => {
  const { tab } = await shop();
  const one = await tab();
  const { caller } = one;
  if (!caller) throw new Error('Somebody is signed in.');
  one.request(put('before'));
  for (const key of ['a', 'b', 'c']) one.requestAs(caller, put(key), { userAgent: commandLineAgent('t1.1') });
  one.requestAs(caller, put('other'), { userAgent: commandLineAgent('t1.4') });
  await one.settled();

  const again = await tab();
  expect(again.canUndo).toBe('a script');
  again.undo();
  expect(keysIn(again)).not.toContain('other');
  expect(keysIn(again)).toEqual(expect.arrayContaining(['before', 'a', 'b', 'c']));
  again.undo();
  expect(again.canRedo).toBe('a script');
  expect(again.canUndo).toBe('PutObject');
  expect(keysIn(again)).toContain('before');
  for (const key of ['a', 'b', 'c']) expect(keysIn(again)).not.toContain(key);
  again.redo();
  expect(keysIn(again)).toEqual(expect.arrayContaining(['a', 'b', 'c']));
  expect(keysIn(again)).not.toContain('other');
});

test('two tabs that undo the same thing at the same moment undo it once', async () => {
  const { tab } = await shop();
  const one = await tab();
  one.request(put('a'));
  one.request(put('b'));
  await one.settled();
  const two = await tab();
  one.undo();
  two.undo();
  await Promise.all([one.settled(), two.settled()]);
  await vi.waitFor(() => expect(two.activity).toHaveLength(3));
  for (const workspace of [one, two, await tab()]) {
    expect(keysIn(workspace)).toContain('a');
    expect(keysIn(workspace)).not.toContain('b');
    expect(workspace.save.kind).toBe('saved');
  }
});

test('a tab follows undo and redo, and what it did itself at that moment is kept', async () => {
  const { tab } = await shop();
  const one = await tab();
  one.request(put('a'));
  await one.settled();
  const two = await tab();
  one.undo();
  two.request(put('from-two'));
  await Promise.all([one.settled(), two.settled()]);
  await vi.waitFor(() => {
    expect(one.events).toHaveLength(2);
    expect(two.events).toHaveLength(2);
  });
  const again = await tab();
  for (const workspace of [one, two]) expect(workspace.world).toEqual(again.world);
  expect(keysIn(again)).toContain('from-two');
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

test('the clock goes forward: the session ends, requests are of then, and other tabs and a reload know', async () => {
  const { tab } = await shop();
  const [one, two] = [await tab(), await tab()];
  one.request(put('a'));
  one.advance(13 * 60 * 60);
  expect(one.sessionEnded).toBe(true);
  expect(one.request(put('b')).result).toMatchObject({ ok: false, error: { code: 'ExpiredToken' } });
  const [late, early] = one.events;
  expect(Date.parse(late?.eventTime ?? '') - Date.parse(early?.eventTime ?? '')).toBeGreaterThanOrEqual(
    46_800_000,
  );
  await one.settled();
  await vi.waitFor(() => expect(two.ahead).toBe(46_800));
  expect((await tab()).ahead).toBe(46_800);
  for (const wrong of [0, -1, 1.5, NaN, 1e12]) expect(() => one.advance(wrong)).toThrow('forward only');
});

test('the moment follows the clock each second for as long as somebody looks on', async () => {
  const { tab } = await shop();
  const one = await tab();
  const before = one.moment;
  const leave = one.watchClock();
  await vi.waitFor(() => expect(one.moment > before).toBe(true), { timeout: 5000 });
  leave();
});

test('a refused request for credentials is a step of the session machine, unless a program sent it', async () => {
  const { tab } = await shop(signedIn('jonas'));
  const one = await tab();
  const { caller } = one;
  if (!caller) throw new Error('jonas is signed in.');
  const call = {
    operation: 'sts:AssumeRole',
    input: { RoleArn: `arn:aws:iam::${account}:role/Nothing`, RoleSessionName: 'jonas' },
  } as const;
  one.request(call);
  expect(one.steps.at(-1)).toMatchObject({
    event: { type: 'issue', operation: 'AssumeRole', error: 'AccessDenied' },
    refused: 'wasIssued',
  });
  const { length } = one.steps;
  one.requestAs(caller, call, { userAgent: 'aws-cli' });
  expect(one.steps).toHaveLength(length);
});
