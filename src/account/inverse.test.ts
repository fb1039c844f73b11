// Tests for taking changes back: whatever was done to a world, its inverse leads to the world before.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RICH } from '../../tests/fixtures/rich-world.ts';
import { changeOf, changesOf } from '../../tests/scenario/arbitrary/change.ts';
import { applyChanges } from './apply-change.ts';
import { makeChanges } from './inverse.ts';

const changes = fc.array(changeOf(RICH), { maxLength: 20, size: 'max' });

describe('laws', () => {
  test('changes and then their inverse come to nothing', () => {
    fc.assert(
      fc.property(changes, (all) => {
        const { world, inverse } = makeChanges(RICH, all);
        expect(applyChanges(world, inverse)).toEqual(RICH);
      }),
    );
  });

  test.each(Object.entries(changesOf(RICH)))('%s is taken back by one change', (kind, change) => {
    let changed = 0;
    fc.assert(
      fc.property(change, (one) => {
        const { world, inverse } = makeChanges(RICH, [one]);
        expect(one.kind).toBe(kind);
        expect(inverse).toHaveLength(world === RICH ? 0 : 1);
        expect(applyChanges(world, inverse)).toEqual(RICH);
        if (world !== RICH) changed++;
      }),
    );
    expect(changed).toBeGreaterThan(0);
  });

  test('the inverse of the inverse makes the changes again', () => {
    fc.assert(
      fc.property(changes, (all) => {
        const made = makeChanges(RICH, all);
        const back = makeChanges(made.world, made.inverse);
        expect(applyChanges(back.world, back.inverse)).toEqual(made.world);
      }),
      { numRuns: 50 },
    );
  });

  test('changes are made as they are without an inverse', () => {
    fc.assert(
      fc.property(changes, (all) => {
        expect(makeChanges(RICH, all).world).toEqual(applyChanges(RICH, all));
      }),
      { numRuns: 50 },
    );
  });
});

test('what changes nothing has no inverse', () => {
  const nobody = {
    kind: 'entitySet',
    account: '222233334444',
    table: 'users',
    name: 'nobody',
    value: null,
  } as const;
  expect(makeChanges(RICH, [nobody])).toEqual({ world: RICH, inverse: [] });
});
