// Rotation: what two keys tell of how far it has come.
import { expect, test } from 'vitest';
import { rotationSteps, type HeldKey } from './rotation.ts';

const OLD: HeldKey = { id: 'AKIAOLD', status: 'Active', created: '2026-01-01T00:00:00Z', used: null };
const NEW: HeldKey = { id: 'AKIANEW', status: 'Active', created: '2026-02-01T00:00:00Z', used: null };
const USED = { ...NEW, used: '2026-02-02T00:00:00Z' };

test.each<[string, readonly HeldKey[], string]>([
  ['no key', [], 'next later later later'],
  ['one key', [OLD], 'next later later later'],
  ['a second key that was not used yet', [OLD, NEW], 'done next later later'],
  ['in whatever order they are listed', [NEW, OLD], 'done next later later'],
  ['a second key at work', [OLD, USED], 'done done next later'],
  ['the first switched off', [{ ...OLD, status: 'Inactive' }, USED], 'done done done next'],
])('%s', (_, keys, states) => {
  expect(
    rotationSteps(keys)
      .map(({ state }) => state)
      .join(' '),
  ).toBe(states);
});

test('which key is which is told by name', () => {
  expect(rotationSteps([NEW, OLD])[3]?.text).toBe('Delete AKIAOLD.');
});

test.each([0, 1])('of two keys created in one second, the one put to work first is the older', (at) => {
  const used = [null, '2026-02-02T00:00:00Z'];
  const twins = [
    { ...OLD, used: used[at] ?? null },
    { ...NEW, created: OLD.created, used: used[1 - at] ?? null },
  ];
  const older = at === 1 ? 'AKIAOLD' : 'AKIANEW';
  expect(rotationSteps(twins)[3]?.text).toBe(`Delete ${older}.`);
  expect(rotationSteps(twins.toReversed())[3]?.text).toBe(`Delete ${older}.`);
});
