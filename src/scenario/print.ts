// Printing: a scenario as compact JSON, always the same text for the same scenario.
import type { Scenario } from './scenario.ts';

/**
 * The text that `parseScenario` reads back to the same value. The first two fields say what it is; below the top, fields
 * and names are sorted, so that the order in which things were made leaves no trace.
 */
export function printScenario({ format, version, title, story, handout, world }: Scenario): string {
  return JSON.stringify({
    format,
    version,
    title,
    story,
    handout: handout.map(sorted),
    world: sorted(world),
  });
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
