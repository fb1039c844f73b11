// Every operation, walked: allowed it does what it says, denied it does nothing, and each of its errors has AWS's words.
import { describe, expect, test } from 'vitest';
import { NO_DIRECTORIES } from '../../src/account/directories.ts';
import { applyChanges } from '../../src/account/apply-change.ts';
import { NO_ACTIVITY, type Activity } from '../../src/account/activity.ts';
import type { World } from '../../src/account/world.ts';
import type { ApiCall, OperationName } from '../../src/api/call.ts';
import { execute } from '../../src/api/execute.ts';
import { OPERATIONS, splitOperation } from '../../src/api/operations.ts';
import { denialCode } from '../../src/api/services.ts';
import type { Caller } from '../../src/account/caller.ts';
import { plainScenario } from '../../src/scenario/print.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { SCENARIO_VERSION } from '../../src/scenario/scenario.ts';
import { adding, caller, environment, ROOT, user, withBookshop, WORLD } from '../fixtures/world.ts';
import type { OperationRow } from './row.ts';
import { ROWS } from './rows.ts';

const ask = (
  world: World,
  who: Caller,
  operation: OperationName,
  input: object,
  activity: Activity = NO_ACTIVITY,
) => execute(world, who, { operation, input } as ApiCall, { ...environment(), activity });

/** Nothing dangles, no name is used twice, every quota holds: the world could be saved and opened again. */
function expectSound(world: World): void {
  const scenario = plainScenario({
    format: 'rolecall-scenario',
    version: SCENARIO_VERSION,
    title: 't',
    story: '',
    handout: [],
    directories: NO_DIRECTORIES,
    world,
  });
  const parsed = parseScenario(scenario);
  expect(parsed.ok || parsed.error).toBe(true);
}

const rows: readonly OperationRow[] = ROWS;

test('every operation has its row', () => {
  const missing = Object.keys(OPERATIONS).filter((name) => !rows.some(({ operation }) => operation === name));
  expect(missing).toEqual([]);
  console.log(
    `${new Set(rows.map(({ operation }) => operation)).size} operations, ${rows.flatMap(({ errors }) => errors).length} error conditions`,
  );
});

/** The answer to HEAD has no body to say more. */
const bareOf = (operation: OperationName): string | null => (/:Head/.test(operation) ? '403' : null);

/** Somebody who is there and may do nothing. */
const NOBODY = 'nobody';
const withNobody = (world: World): World =>
  withBookshop((account) => ({ ...account, users: adding(account.users, user(NOBODY, [])) }), world);

describe.each(rows)(
  '$operation',
  ({ operation, world = WORLD, caller: who = ROOT, activity, works, then, errors }) => {
    test.skipIf(works === null)('works', () => {
      if (works === null) return;
      const outcome = ask(world, who, operation, works, activity);
      expect(outcome.result.ok || outcome.result.error).toBe(true);
      const after = applyChanges(world, outcome.changes);
      if (OPERATIONS[operation].readOnly) expect(outcome.changes).toEqual([]);
      expectSound(after);
      if (outcome.result.ok) then?.(outcome.result.output, after);
      expect(outcome.event.errorCode).toBeUndefined();
    });

    test('denied, it does nothing', () => {
      const asksNobody = operation === 'sts:GetCallerIdentity' || 'identify' in OPERATIONS[operation];
      if (asksNobody) return;
      const outcome = ask(withNobody(world), caller(NOBODY), operation, works ?? errors[0]?.input ?? {});
      const code = bareOf(operation) ?? denialCode(splitOperation(operation).service);
      expect(outcome.result).toMatchObject({ ok: false, error: { code } });
      expect(outcome.changes).toEqual([]);
      expect(outcome.event.decision?.outcome).toBe('implicitDeny');
    });

    test.each(errors)(
      '$code: $message',
      ({ input, code, message, details, world: its = world, caller: whose = who, activity: known }) => {
        const outcome = ask(its, whose, operation, input, known);
        expect(outcome.result).toMatchObject({
          ok: false,
          error: { code, message, ...(details && { details }) },
        });
        expect(outcome.changes).toEqual([]);
      },
    );
  },
);
