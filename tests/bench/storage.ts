// How long a workspace with 10,000 events takes to load, and how much memory the largest world takes.
import 'fake-indexeddb/auto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { NO_DIRECTORIES } from '../../src/account/directories.ts';
import { callEntry, type JournalEntry } from '../../src/account/journal.ts';
import type { World } from '../../src/account/world.ts';
import type { Result } from '../../src/aws/result.ts';
import { SCENARIO_VERSION, type Scenario } from '../../src/scenario/scenario.ts';
import { SIGNED_OUT } from '../../src/session/facts.ts';
import { openStore } from '../../src/storage/workspaces.ts';
import { event } from '../fixtures/event.ts';
import type { Row } from './evaluation.ts';
import { SIZES, worldOf } from './execute.ts';

const EVENTS = 10_000;

const value = <Value>(result: Result<Value, unknown>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const scenarioOf = (world: World): Scenario => ({
  format: 'rolecall-scenario',
  version: SCENARIO_VERSION,
  title: 'Bench',
  story: '',
  handout: [],
  directories: NO_DIRECTORIES,
  world,
});

/** Every tenth call wrote something, the others only read. */
function* history(start: World): Generator<{ readonly world: World; readonly entry: JournalEntry }> {
  let world = start;
  for (let at = 0; at < EVENTS; at++) {
    const changes =
      at % 10 === 0
        ? [
            {
              kind: 'entityPatched',
              account: '111122223333',
              table: 'users',
              name: 'user0',
              patch: { tags: { team: `t${at}` } },
            } as const,
          ]
        : [];
    const made = callEntry(world, event(`00000000-0000-4000-8000-${String(at).padStart(12, '0')}`), changes);
    world = made.world;
    yield made;
  }
}

/** In memory, as a browser's database is not: what is measured is our own part of it, reading and believing. */
export async function storageRows(): Promise<Row[]> {
  const store = value(
    await openStore({
      scope: '/bench/',
      now: () => '2026-11-25T12:00:00Z',
      newId: () => 'bench',
      onClosed: () => undefined,
    }),
  );
  const { id, ...made } = value(await store.create(scenarioOf(worldOf(10))));
  let { revision } = made;
  for (const { world, entry } of history(worldOf(10))) {
    const commit = {
      workspace: id,
      revision,
      scenario: scenarioOf(world),
      session: SIGNED_OUT,
      ahead: 0,
      entries: [entry],
    };
    revision = value(await store.commit(commit)).revision;
  }
  const started = performance.now();
  const loaded = value(await store.load(id));
  const first = performance.now() - started;
  let { from } = loaded;
  let events = loaded.entries.length;
  while (from > 2) {
    const earlier = value(await store.earlier(id, from));
    from = earlier.from;
    events += earlier.entries.length;
  }
  const whole = performance.now() - started;
  store.close();
  if (events !== EVENTS) throw new Error(`${events} events came back`);
  return [
    { name: 'load a workspace, the newest 200 of 10,000 events', value: first, unit: 'ms' },
    { name: 'load a workspace, all 10,000 events', value: whole, unit: 'ms' },
    memoryRow(),
  ];
}

function memoryRow(): Row {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  const before = process.memoryUsage().heapUsed;
  const entities = SIZES[2];
  const world = worldOf(entities);
  collect();
  const after = process.memoryUsage().heapUsed;
  if (Object.keys(world.accounts).length === 0) throw new Error('no world');
  return {
    name: `memory of a world of ${entities.toLocaleString('en-US')} entities`,
    value: (after - before) / 1e6,
    unit: 'MB',
  };
}
