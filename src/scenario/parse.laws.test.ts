// What holds of every text and document at the door of scenarios.
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { altered } from '../../tests/scenario/altered.ts';
import { arbitraryScenario } from '../../tests/scenario/arbitrary.ts';
import sample from '../../tests/scenario/samples/v5/library.json' with { type: 'json' };
import { plainScenario } from './print.ts';
import { parseScenario, parseScenarioText } from './parse.ts';

// Hundreds of made-up scenarios: a busy machine takes long.
vi.setConfig({ testTimeout: 30_000 });

/** A copy of the sample with one place replaced, or removed where the value is undefined. */
const withAt = (path: readonly (string | number)[], value: unknown): unknown => altered(sample, path, value);

describe('text', () => {
  const text = JSON.stringify(sample);
  test.each([
    ['sound', text, true],
    ['foreign', 'hello', 'foreign'],
    ['foreign', '', 'foreign'],
    ['foreign', '{"format":"other"}', 'foreign'],
    ['damaged', text.slice(0, -10), 'damaged'],
    ['damaged', '{ "format": "rolecall-scenario", "version"', 'damaged'],
  ])('%s: %#', (_what, input, expected) => {
    const parsed = parseScenarioText(input);
    expect(parsed.ok || parsed.error.kind).toBe(expected);
  });
});

describe('laws', () => {
  test('nothing that comes in can make it throw', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withMap: true }), (input) => {
        expect(parseScenario(input).ok).toBe(false);
      }),
    );
  });

  test('nor can any place of a sound one hold anything at all', () => {
    const places = (value: unknown): (string | number)[][] =>
      typeof value !== 'object' || value === null
        ? []
        : Object.entries(value).flatMap(([key, inner]) => [
            [key],
            ...places(inner).map((rest) => [key, ...rest]),
          ]);
    fc.assert(
      fc.property(fc.constantFrom(...places(sample)), fc.anything({ withBigInt: true }), (path, value) => {
        const parsed = parseScenario(withAt(path, value));
        if (!parsed.ok) expect(['foreign', 'tooNew', 'damaged']).toContain(parsed.error.kind);
      }),
      { numRuns: 500 },
    );
  });

  test('every scenario the app can hold is let in as it is', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        expect(parseScenario(plainScenario(scenario))).toEqual({ ok: true, value: scenario });
      }),
    );
  });
});
