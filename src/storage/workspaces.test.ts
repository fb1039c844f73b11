// The store: reload, all or nothing, two tabs, and records that cannot be read.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import sample from '../../tests/scenario/samples/v1/library.json' with { type: 'json' };
import type { ApiEvent } from '../account/event.ts';
import type { Result } from '../aws/result.ts';
import { parseScenario } from '../scenario/parse.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { SIGNED_OUT } from '../session/facts.ts';
import { openSession } from '../session/session.ts';
import { databaseName, openDatabase, type Database } from './database.ts';
import { TRAVEL } from './travel.ts';
import { openStore, type Store } from './workspaces.ts';

const value = <Value>(result: Result<Value, unknown>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const library: Scenario = value(parseScenario(sample));
const session = openSession(
  { kind: 'user', account: '111122223333', name: 'ada' },
  '2026-11-22T10:00:00Z',
  'ASIAAAAABBBBCCCCDDDD',
);

const event = (eventID: string): ApiEvent => ({
  eventID,
  eventTime: '2026-11-22T10:00:00Z',
  requestID: 'r',
  eventType: 'AwsApiCall',
  eventCategory: 'Management',
  awsRegion: 'us-east-1',
  responseElements: null,
  recipientAccountId: '111122223333',
  session: {},
  eventSource: 's3.amazonaws.com',
  eventName: 'GetObject',
  userIdentity: {
    type: 'IAMUser',
    principalId: 'AIDAAAAABBBBCCCCDDDD1',
    arn: 'arn:aws:iam::111122223333:user/staff/ada',
    accountId: '111122223333',
    userName: 'ada',
  },
  sourceIPAddress: '203.0.113.10',
  userAgent: 'tests',
  requestParameters: { bucketName: 'quiet-archive', key: 'ada/notes.txt' },
  readOnly: true,
  resources: [{ ARN: 'arn:aws:s3:::quiet-archive/ada/notes.txt', accountId: '111122223333' }],
  request: {
    principal: {
      kind: 'user',
      arn: 'arn:aws:iam::111122223333:user/staff/ada',
      account: '111122223333',
      name: 'ada',
    },
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::quiet-archive/ada/notes.txt',
    resourceAccount: '111122223333',
    context: { 'aws:SourceIp': '203.0.113.10', 'aws:TagKeys': ['a', 'b'], 's3:prefix': { unknown: true } },
  },
  decision: { outcome: 'allow', by: 'identity' },
});

let scope = '';
let seconds = 0;
let ids = 0;
beforeEach(() => {
  scope = `/test-${Math.random()}/`;
  seconds = 0;
});

const options = (onClosed = () => {}) => ({
  scope,
  now: () => `2026-11-22T10:00:${String(seconds++).padStart(2, '0')}Z`,
  newId: () => `id-${ids++}`,
  onClosed,
});

const opened = async (): Promise<Store> => value(await openStore(options()));

/** The database under the store, for looking and for damaging. */
const beneath = async (): Promise<Database> => value(await openDatabase(scope, () => {}));

const renamed = (title: string): Scenario => ({ ...library, title });

describe('reload', () => {
  test('everything comes back in another store on the same scope', async () => {
    const first = await opened();
    const { id, revision } = value(await first.create(library));
    expect(value(await first.load(id))).toEqual({
      id,
      revision,
      scenario: library,
      session: SIGNED_OUT,
      events: [],
    });
    const changed = renamed('Changed');
    const once = value(
      await first.commit({
        workspace: id,
        revision,
        scenario: changed,
        session,
        events: [event('a'), event('b')],
      }),
    );
    const twice = value(
      await first.commit({ workspace: id, ...once, scenario: changed, session, events: [event('c')] }),
    );
    // No close: a crash closes nothing either.
    const second = await opened();
    expect(value(await second.load(id))).toEqual({
      id,
      revision: twice.revision,
      scenario: changed,
      session,
      events: [event('a'), event('b'), event('c')],
    });
    expect(value(await second.list())).toEqual([
      { id, title: 'Changed', changed: expect.any(Number) as number, events: 3 },
    ]);
  });

  test('events beyond ten commits keep their order', async () => {
    const store = await opened();
    const { id: workspace, revision: first } = value(await store.create(library));
    let revision = first;
    const all = Array.from({ length: 25 }, (_, at) => event(`e${at}`));
    for (const each of all)
      ({ revision } = value(
        await store.commit({ workspace, revision, scenario: library, session, events: [each] }),
      ));
    expect(value(await store.load(workspace)).events).toEqual(all);
  });

  test('the list has the newest change first', async () => {
    const store = await opened();
    const one = value(await store.create(renamed('One')));
    const two = value(await store.create(renamed('Two')));
    expect(value(await store.list()).map(({ title }) => title)).toEqual(['Two', 'One']);
    value(
      await store.commit({
        workspace: one.id,
        revision: one.revision,
        scenario: renamed('One'),
        session,
        events: [],
      }),
    );
    expect(value(await store.list()).map(({ title }) => title)).toEqual(['One', 'Two']);
    expect(two.id).not.toBe(one.id);
  });

  test('what was open last is remembered, until it is gone', async () => {
    const store = await opened();
    expect(value(await store.lastOpen())).toBeNull();
    const { id } = value(await store.create(library));
    value(await store.setLastOpen(id));
    expect(value(await (await opened()).lastOpen())).toBe(id);
    value(await store.remove(id));
    expect(value(await store.lastOpen())).toBeNull();
    value(await store.setLastOpen(null));
    expect(value(await store.lastOpen())).toBeNull();
  });

  test('removing one workspace leaves nothing of it, and the others alone', async () => {
    const store = await opened();
    const gone = value(await store.create(library));
    const kept = value(await store.create(library));
    for (const { id: workspace, revision } of [gone, kept])
      value(await store.commit({ workspace, revision, scenario: library, session, events: [event('x')] }));
    value(await store.remove(gone.id));
    expect(await store.load(gone.id)).toMatchObject({ ok: false, error: { kind: 'missing' } });
    expect(value(await store.load(kept.id)).events).toHaveLength(1);
    const { events, sessions } = await beneath();
    expect([await events.count(), await sessions.count()]).toEqual([1, 1]);
  });

  test('copies of the app under other paths keep apart', async () => {
    const store = await opened();
    value(await store.create(library));
    scope = `${scope}other/`;
    expect(value(await (await opened()).list())).toEqual([]);
  });
});

describe('all or nothing', () => {
  /** Everything in the database, for before and after. */
  const everything = async () => {
    const { dexie } = await beneath();
    const tables = await Promise.all(dexie.tables.map(async (table) => [table.name, await table.toArray()]));
    dexie.close();
    return tables;
  };

  test.each<[string, (id: string, database: Database) => Promise<ApiEvent[]>]>([
    [
      'an event that cannot be stored, after the world and one event were written',
      () => Promise.resolve([event('fine'), { ...event('bad'), userAgent: (() => '') as never }]),
    ],
    [
      'an event whose place is taken',
      async (id, { events }) => {
        await events.add({ workspace: id, revision: 2, position: 0, event: event('squatter') });
        return [event('fine')];
      },
    ],
  ])('%s: nothing is written', async (_what, prepare) => {
    const store = await opened();
    const { id, revision } = value(await store.create(library));
    const events = await prepare(id, await beneath());
    const before = await everything();
    const written = await store.commit({
      workspace: id,
      revision,
      scenario: renamed('Half'),
      session,
      events,
    });
    expect(written).toMatchObject({ ok: false, error: { kind: 'failed' } });
    expect(await everything()).toEqual(before);
  });

  test('a session that cannot be stored, after world and events were written: nothing is written', async () => {
    const store = await opened();
    const { id, revision } = value(await store.create(library));
    const before = await everything();
    const bad = { kind: 'signedOut', oops: () => {} } as const;
    const commit = { workspace: id, revision, scenario: renamed('Half'), session: bad, events: [event('a')] };
    expect(await store.commit(commit)).toMatchObject({ ok: false, error: { kind: 'failed' } });
    expect(await everything()).toEqual(before);
  });

  test('a world that could not be read back is refused, in words', async () => {
    const store = await opened();
    const { id, revision } = value(await store.create(library));
    const before = await everything();
    const written = await store.commit({
      workspace: id,
      revision,
      scenario: { ...library, world: { organization: null, accounts: {} } },
      session,
      events: [],
    });
    expect(written).toMatchObject({ ok: false, error: { kind: 'unsound' } });
    expect(!written.ok && written.error.message).toContain('handout › 1');
    expect(await store.create(renamed(''))).toMatchObject({ ok: false, error: { kind: 'unsound' } });
    expect(await everything()).toEqual(before);
  });
});

describe('two tabs', () => {
  test('the second writer is told, and nothing of theirs is written', async () => {
    const [first, second] = [await opened(), await opened()];
    const { id, revision } = value(await first.create(library));
    const mine = { workspace: id, revision, scenario: renamed('Mine'), session, events: [event('mine')] };
    const theirs = { ...mine, scenario: renamed('Theirs'), events: [event('theirs')] };
    value(await first.commit(mine));
    expect(await second.commit(theirs)).toMatchObject({ ok: false, error: { kind: 'conflict' } });
    const loaded = value(await second.load(id));
    expect([loaded.scenario.title, loaded.events.map(({ eventID }) => eventID)]).toEqual(['Mine', ['mine']]);
  });

  test('of two that write at the same moment, one wins whole', async () => {
    const [first, second] = [await opened(), await opened()];
    const { id, revision } = value(await first.create(library));
    const commit = (name: string) => ({
      workspace: id,
      revision,
      scenario: renamed(name),
      session,
      events: [event(name)],
    });
    const outcomes = await Promise.all([first.commit(commit('One')), second.commit(commit('Two'))]);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const loaded = value(await first.load(id));
    expect(loaded.events.map(({ eventID }) => eventID)).toEqual([loaded.scenario.title]);
  });

  test('a workspace that was removed in another tab', async () => {
    const store = await opened();
    const { id, revision } = value(await store.create(library));
    value(await (await opened()).remove(id));
    const commit = { workspace: id, revision, scenario: library, session, events: [] };
    expect(await store.commit(commit)).toMatchObject({ ok: false, error: { kind: 'missing' } });
  });

  test('a newer build takes over: this tab is told, closes, and never writes again', async () => {
    const onClosed = vi.fn();
    const store = value(await openStore(options(onClosed)));
    const { id, revision } = value(await store.create(library));
    const newer = new Dexie(databaseName(scope));
    newer
      .version(2)
      .stores({ workspaces: 'id', events: null, sessions: null, setAside: null, settings: null });
    await newer.open();
    expect(onClosed).toHaveBeenCalledOnce();
    const commit = { workspace: id, revision, scenario: library, session, events: [] };
    expect(await store.commit(commit)).toMatchObject({ ok: false, error: { kind: 'closed' } });
    expect(await store.load(id)).toMatchObject({ ok: false, error: { kind: 'closed' } });
    expect(newer.backendDB().version).toBe(20);
    expect(onClosed).toHaveBeenCalledOnce();
    newer.close();
  });
});

describe('opening', () => {
  test('closing on purpose is nothing to report', async () => {
    const onClosed = vi.fn();
    const store = value(await openStore(options(onClosed)));
    store.close();
    expect(onClosed).not.toHaveBeenCalled();
    expect(await store.list()).toMatchObject({ ok: false, error: { kind: 'closed' } });
  });

  test('a database of a newer build is left exactly as it is', async () => {
    const newer = new Dexie(databaseName(scope));
    newer.version(2).stores({ somethingElse: 'id' });
    await newer.open();
    newer.close();
    expect(await openStore(options())).toMatchObject({ ok: false, error: { kind: 'newerVersion' } });
    const after = (await indexedDB.databases()).find(({ name }) => name === databaseName(scope));
    expect(after?.version).toBe(20);
  });

  test('an old tab that does not let go', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const old = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(databaseName(scope), 1);
      request.onsuccess = () => resolve(request.result);
    });
    expect(await openStore(options())).toMatchObject({ ok: false, error: { kind: 'blocked' } });
    old.close();
    vi.restoreAllMocks();
  });

  test('no database at all', async () => {
    vi.stubGlobal('indexedDB', undefined);
    expect(await openStore(options())).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
    vi.unstubAllGlobals();
  });
});

describe('set aside', () => {
  const damage = async (id: string, change: (record: Record<string, unknown>) => void) => {
    const { dexie } = await beneath();
    const table = dexie.table<Record<string, unknown>>('workspaces');
    const record = (await table.get(id)) ?? {};
    change(record);
    await table.put(record);
    dexie.close();
    return record;
  };

  const filled = async () => {
    const store = await opened();
    const { id, revision } = value(await store.create(library));
    value(await store.commit({ workspace: id, revision, scenario: library, session, events: [event('a')] }));
    return { store, id };
  };

  const download = async (store: Store, id: string): Promise<unknown> =>
    JSON.parse(await value(await store.downloadSetAside(id)).blob.text());

  test('a world that breaks a rule: the whole workspace, untouched, and nothing is left in its place', async () => {
    const { store, id } = await filled();
    const record = await damage(id, (each) => Reflect.set(Object(each['scenario']) as object, 'title', 7));
    const loaded = await store.load(id);
    expect(loaded).toMatchObject({ ok: false, error: { kind: 'setAside' } });
    expect(!loaded.ok && loaded.error.message).toContain('title: must be string, but is 7.');
    expect(value(await store.list())).toEqual([]);
    expect(await store.load(id)).toMatchObject({ ok: false, error: { kind: 'missing' } });
    const [aside, ...more] = value(await store.setAsideRecords());
    expect(more).toEqual([]);
    expect(aside).toMatchObject({ workspace: id, reason: 'title: must be string, but is 7.' });
    expect(await download(store, aside?.id ?? '')).toMatchObject({
      content: {
        workspace: record,
        session: { workspace: id, facts: session },
        events: [{ workspace: id, revision: 2, position: 0, event: event('a') }],
      },
    });
  });

  test('a record that is no workspace is set aside by the list, which goes on', async () => {
    const { store, id } = await filled();
    const other = value(await store.create(renamed('Other')));
    await damage(id, (each) => delete each['revision']);
    expect(value(await store.list()).map((each) => each.id)).toEqual([other.id]);
    expect(value(await store.setAsideRecords())).toMatchObject([{ workspace: id }]);
  });

  test('a workspace of a newer build stays where it is', async () => {
    const { store, id } = await filled();
    await damage(id, (each) => Reflect.set(Object(each['scenario']) as object, 'version', 9));
    expect(await store.load(id)).toMatchObject({ ok: false, error: { kind: 'newerVersion' } });
    expect(value(await store.list())).toHaveLength(1);
    expect(value(await store.setAsideRecords())).toEqual([]);
  });

  test('unreadable events go aside together; the others are there', async () => {
    const { store, id } = await filled();
    const { events } = await beneath();
    const bad = { workspace: id, revision: 3, position: 0, event: { eventID: 'b' } };
    await events.bulkPut([
      bad as never,
      { ...bad, position: 1, event: 'what?' } as never,
      { ...bad, position: 2, event: event('c') },
    ]);
    expect(value(await store.load(id)).events).toEqual([event('a'), event('c')]);
    const [aside, ...more] = value(await store.setAsideRecords());
    expect(more).toEqual([]);
    expect(aside?.reason).toBe('2 events of the activity list could not be read.');
    expect(await download(store, aside?.id ?? '')).toMatchObject({
      content: { events: [bad, { position: 1, event: 'what?' }] },
    });
    expect(value(await store.load(id)).events).toHaveLength(2);
    expect(value(await store.setAsideRecords())).toHaveLength(1);
  });

  test('an unreadable session goes aside, and nobody is signed in', async () => {
    const { store, id } = await filled();
    const { sessions } = await beneath();
    await sessions.put({ workspace: id, facts: { kind: 'signedIn', caller: 'me' } as never });
    expect(value(await store.load(id)).session).toEqual(SIGNED_OUT);
    expect(value(await store.setAsideRecords())).toMatchObject([{ workspace: id }]);
  });

  test('what is not there cannot be downloaded', async () => {
    const store = await opened();
    expect(await store.downloadSetAside('7')).toMatchObject({ ok: false, error: { kind: 'missing' } });
  });
});

test('the table of what may travel names every field that is stored', async () => {
  const store = await opened();
  const { id, revision } = value(await store.create(library));
  value(await store.commit({ workspace: id, revision, scenario: library, session, events: [event('a')] }));
  value(await store.setLastOpen(id));
  const { dexie, sessions } = await beneath();
  await sessions.put({ workspace: id, facts: 'damaged' as never });
  await store.load(id);
  await store.commit({ workspace: id, revision: 2, scenario: library, session, events: [] });
  const stored = await Promise.all(
    dexie.tables.map(async (table) => {
      const [record] = (await table.toArray()) as object[];
      return [table.name, Object.keys(record ?? {}).sort()];
    }),
  );
  const named = Object.entries(TRAVEL).map(([table, fields]) => [table, Object.keys(fields).sort()]);
  expect(Object.fromEntries(stored)).toEqual(Object.fromEntries(named));
});
