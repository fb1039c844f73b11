// Changes made on a world that has gone on: nothing that was written is lost.
import { expect, test } from 'vitest';
import { BOOKSHOP, policyIn, WORLD } from '../../tests/fixtures/world.ts';
import { applyChange, applyChanges } from './apply-change.ts';
import type { Change } from './change.ts';
import { rebasedChanges } from './rebase.ts';

const version = (id: string, document: string): Change => ({
  kind: 'policyVersionCreated',
  account: BOOKSHOP,
  policy: 'WriteDrafts',
  version: { id, created: '2026-11-22T10:00:00Z', document },
  setAsDefault: true,
});

test('versions made at the same moment are all kept, the last one in force', () => {
  const theirs = applyChange(WORLD, version('v2', 'theirs'));
  const mine = rebasedChanges(theirs, [version('v2', 'mine'), version('v3', 'mine, too')]);
  const policy = policyIn(applyChanges(theirs, mine), 'WriteDrafts');
  expect(policy?.versions.slice(1).map(({ id, document }) => [id, document])).toEqual([
    ['v2', 'theirs'],
    ['v3', 'mine'],
    ['v4', 'mine, too'],
  ]);
  expect(policy?.defaultVersion).toBe('v4');
});

test('on a world that has not gone on they stay as they are', () => {
  expect(rebasedChanges(WORLD, [version('v2', 'mine')])).toEqual([version('v2', 'mine')]);
});
