// The mechanism of migrations, on made-up versions; tests/scenario/migrations.test.ts holds the real ones to it.
import { expect, test } from 'vitest';
import { isGapless, migrate, MIGRATIONS, type Migration } from './migrate.ts';
import { SCENARIO_VERSION } from './scenario.ts';

const STEPS: readonly Migration[] = [
  { from: 1, name: 'a title', up: (document) => ({ ...document, title: 'untitled' }) },
  {
    from: 2,
    name: 'title in capitals',
    up: (document) => ({ ...document, title: String(document['title']).toUpperCase() }),
  },
];

test.each([
  ['from the first version', { version: 1 }, 1, { version: 3, title: 'UNTITLED' }],
  ['from between', { version: 2, title: 'mine' }, 2, { version: 3, title: 'MINE' }],
  ['the newest is left alone', { version: 3, title: 'mine' }, 3, { version: 3, title: 'mine' }],
])('steps are taken in order: %s', (_from, document, version, expected) => {
  expect(migrate(document, version, STEPS, 3)).toEqual(expected);
});

test.each([
  [[], 1, true],
  [STEPS, 3, true],
  [STEPS, 4, false],
  [STEPS.slice(1), 3, false],
  [STEPS.toReversed(), 3, false],
])('a gap is noticed: %#', (migrations, newest, gapless) => {
  expect(isGapless(migrations, newest)).toBe(gapless);
});

test('the migrations of this build lead to its version without a gap', () => {
  expect(isGapless(MIGRATIONS, SCENARIO_VERSION)).toBe(true);
});
