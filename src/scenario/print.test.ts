// Printing and reading back.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryScenario } from '../../tests/scenario/arbitrary.ts';
import { parseScenarioText } from './parse.ts';
import { SCENARIO_VERSION } from './scenario.ts';
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

test('parse after print is identity', () => {
  fc.assert(
    fc.property(arbitraryScenario, (scenario) => {
      expect(parseScenarioText(printScenario(scenario))).toEqual({ ok: true, value: scenario });
    }),
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
