// Printing and reading back.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BOOKSHOP, bucket, byName, object, user, withBookshop } from '../../tests/fixtures/world.ts';
import { arbitraryScenario } from '../../tests/scenario/arbitrary.ts';
import { AWKWARD, iamName } from '../../tests/scenario/arbitrary/words.ts';
import { NO_DIRECTORIES } from '../account/directories.ts';
import { parseScenarioText } from './parse.ts';
import { SCENARIO_VERSION, type Scenario } from './scenario.ts';
import { plainScenario, printScenario } from './print.ts';

/** The same value, made in another order. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, reordered(inner)])
      .reverse(),
  );
}

const EMPTY_SCENARIO: Omit<Scenario, 'world'> = {
  format: 'rolecall-scenario',
  version: SCENARIO_VERSION,
  title: 'Many',
  story: '',
  handout: [],
  directories: NO_DIRECTORIES,
};

test('parse after print is identity', () => {
  fc.assert(
    fc.property(arbitraryScenario, (scenario) => {
      expect(parseScenarioText(printScenario(scenario))).toEqual({ ok: true, value: scenario });
    }),
  );
});

test('tables of many leaves come back as they were, whatever the names in them', () => {
  const names = fc.uniqueArray(fc.oneof(iamName, fc.constantFrom(...AWKWARD)), {
    selector: (name) => name.toLowerCase(),
    minLength: 17,
    maxLength: 60,
    size: 'max',
  });
  fc.assert(
    fc.property(names, (names) => {
      const world = withBookshop((account) => ({
        ...account,
        users: byName(
          ...names.map((name, at) => user(name, [], { id: `AIDA${String(at).padStart(17, '0')}` })),
        ),
        buckets: byName(
          bucket(
            'many-things',
            [...AWKWARD, '__proto__', ...names].map((key) => object(key, key)),
          ),
        ),
      }));
      const scenario = { ...EMPTY_SCENARIO, world };
      expect(world.accounts[BOOKSHOP]?.users).toHaveProperty('branch');
      expect(parseScenarioText(printScenario(scenario))).toEqual({ ok: true, value: scenario });
    }),
    { numRuns: 50 },
  );
});

test('the order in which things were made leaves no trace in the text', () => {
  fc.assert(
    fc.property(arbitraryScenario, (scenario) => {
      const other = parseScenarioText(JSON.stringify(reordered(plainScenario(scenario))));
      expect(other.ok && printScenario(other.value)).toBe(printScenario(scenario));
    }),
  );
});

test('the text starts by saying what it is', () => {
  fc.assert(
    fc.property(arbitraryScenario, (scenario) => {
      expect(
        printScenario(scenario).startsWith(`{"format":"rolecall-scenario","version":${SCENARIO_VERSION},`),
      ).toBe(true);
    }),
    { numRuns: 5 },
  );
});
