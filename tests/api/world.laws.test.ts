// Laws of the world: whatever is called in whatever order, it stays sound, can be taken back, and can be made again.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_DIRECTORIES } from '../../src/account/directories.ts';
import { applyChanges } from '../../src/account/apply-change.ts';
import type { Caller } from '../../src/account/caller.ts';
import type { Change } from '../../src/account/change.ts';
import { makeChanges } from '../../src/account/inverse.ts';
import type { World } from '../../src/account/world.ts';
import type { ApiCall } from '../../src/api/call.ts';
import { execute } from '../../src/api/execute.ts';
import { addSeconds } from '../../src/aws/instant.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { plainScenario } from '../../src/scenario/print.ts';
import { SCENARIO_VERSION } from '../../src/scenario/scenario.ts';
import { caller, environment, NEIGHBOUR, NOW, ROOT } from '../fixtures/world.ts';
import { caughtFrom, diceOf, OPERATION_COUNT, randomCall, START } from './random-calls.ts';

/** The root user, most of the time: others are refused too often for anything to happen. */
const CALLERS: readonly Caller[] = [
  ...Array<Caller>(8).fill(ROOT),
  caller('amira'),
  { ...ROOT, account: NEIGHBOUR },
];

interface Life {
  readonly world: World;
  readonly changes: readonly Change[];
  /** The latest first. */
  readonly inverse: readonly Change[];
}

const succeeded = new Set<string>();

/** Lets calls happen one after the other, a minute apart. */
function live(seeds: readonly number[]): Life {
  const bytes = diceOf(seeds[0] ?? 0);
  // Those of the fixture come again after 256, and with them an access key.
  const env = {
    ...environment(),
    randomBytes: (count: number) => Array.from({ length: count }, () => bytes(256)),
  };
  const caught = new Map<string, string[]>();
  let life: Life = { world: START, changes: [], inverse: [] };
  for (const [at, seed] of seeds.entries()) {
    const dice = diceOf(seed);
    const who = CALLERS[dice(CALLERS.length)] ?? ROOT;
    const call: ApiCall = randomCall(dice, caught, life.world);
    const now = addSeconds(NOW, at * 60);
    const signed = signedUntil(who, addSeconds(now, 3600));
    const { result, changes, event } = execute(life.world, signed, call, { ...env, now });
    expect(event.errorMessage).toBe(result.ok ? undefined : result.error.message);
    if (!result.ok) expect(changes).toEqual([]);
    else {
      succeeded.add(call.operation);
      caughtFrom(result.output, caught);
    }
    const made = makeChanges(life.world, changes);
    life = {
      world: made.world,
      changes: [...life.changes, ...changes],
      inverse: [...made.inverse, ...life.inverse],
    };
  }
  return life;
}

const signedUntil = (who: Caller, expires: string): Caller =>
  who.kind === 'root' || who.kind === 'user'
    ? ({ ...who, credentials: { ...who.credentials, expires } } as Caller)
    : who;

/** What `parseScenario` refuses is not sound: a name that dangles, is used twice, or is one too many. */
function faultOf(world: World): object | null {
  const parsed = parseScenario(
    plainScenario({
      format: 'rolecall-scenario',
      version: SCENARIO_VERSION,
      title: 't',
      story: '',
      handout: [],
      directories: NO_DIRECTORIES,
      world,
    }),
  );
  return parsed.ok ? null : parsed.error;
}

const seeds = fc.array(fc.integer(), { minLength: 20, maxLength: 150 });

/** Milliseconds: thousands of calls are made, and a hundred worlds read again. */
const LONG = 60_000;

test(
  'no sequence of calls leaves a world that is not sound',
  () =>
    fc.assert(
      fc.property(seeds, (all) => {
        expect(faultOf(live(all).world)).toBeNull();
      }),
      { numRuns: 60 },
    ),
  LONG,
);

test(
  'everything can be taken back, and the first world is as it was',
  () =>
    fc.assert(
      fc.property(seeds, (all) => {
        expect(applyChanges(live(all).world, live(all).inverse)).toEqual(START);
      }),
      { numRuns: 30 },
    ),
  LONG,
);

test(
  'the changes, made again on the first world, make the same world',
  () =>
    fc.assert(
      fc.property(seeds, (all) => {
        const { world, changes } = live(all);
        expect(applyChanges(START, changes)).toEqual(world);
      }),
      { numRuns: 30 },
    ),
  LONG,
);

test('many operations came to do something', () => {
  console.log(`${succeeded.size} of ${OPERATION_COUNT} operations succeeded in random sequences`);
  expect(succeeded.size).toBeGreaterThan(240);
});
