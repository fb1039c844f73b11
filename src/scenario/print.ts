// Printing: a scenario as compact JSON, always the same text for the same scenario.
import { isTable, recordOf } from '../account/table.ts';
import type { Scenario } from './scenario.ts';

/** The document of a scenario: plain JSON in which every table is a record again. `parseScenario` reads it back. */
export const plainScenario = ({
  format,
  version,
  title,
  story,
  handout,
  directories,
  world,
}: Scenario): object => ({
  format,
  version,
  title,
  story,
  handout: handout.map(sorted),
  directories: sorted(directories),
  world: sorted(world),
});

/**
 * The text that `parseScenario` reads back to the same value. The first two fields say what it is; below the top, fields
 * and names are sorted, so that the order in which things were made leaves no trace.
 */
export const printScenario = (scenario: Scenario): string => JSON.stringify(plainScenario(scenario));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(isTable(value) ? recordOf(value) : value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
