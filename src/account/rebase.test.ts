// Changes made on a world that has gone on: nothing that was written is lost.
import { expect, test } from 'vitest';
import { BOOKSHOP, policyIn, WORLD } from '../../tests/fixtures/world.ts';
import { applyChange } from './apply-change.ts';
import type { Change } from './change.ts';
import { rebaseChanges } from './rebase.ts';

const version = (id: string, document: string): Change => ({
  kind: 'policyVersionCreated',
  account: BOOKSHOP,
  policy: 'WriteDrafts',
  version: { id, created: '2026-11-22T10:00:00Z', document },
  setAsDefault: true,
});

test('two versions made at the same moment are both kept, the later one in force', () => {
  const theirs = applyChange(WORLD, version('v2', 'theirs'));
  const policy = policyIn(rebaseChanges(theirs, [version('v2', 'mine')]), 'WriteDrafts');
  expect(policy?.versions.slice(1).map(({ id, document }) => [id, document])).toEqual([
    ['v2', 'theirs'],
    ['v3', 'mine'],
  ]);
  expect(policy?.defaultVersion).toBe('v3');
});

test('on a world that has not gone on it is the same as applying', () => {
  expect(rebaseChanges(WORLD, [version('v2', 'mine')])).toEqual(applyChange(WORLD, version('v2', 'mine')));
});
