// Tests for the names of callers.
import { expect, test } from 'vitest';
import { BOOKSHOP, ROOT, WORLD, byName, caller, user, withBookshop } from '../../tests/fixtures/world.ts';
import { callerArn, callerName, callerUserId } from './caller.ts';

test.each([
  [caller('noor'), 'noor', 'user/noor', 'AIDANOORAAAAAAAAAAAAA'],
  [ROOT, 'root user', 'root', BOOKSHOP],
  [caller('gone'), 'gone', 'user/gone', null],
])('%#', (who, name, resource, userId) => {
  expect(callerName(who)).toBe(name);
  expect(callerArn(WORLD, who)).toBe(`arn:aws:iam::${BOOKSHOP}:${resource}`);
  expect(callerUserId(WORLD, who)).toBe(userId);
});

test('the path is part of the ARN', () => {
  const world = withBookshop((account) => ({
    ...account,
    users: byName(user('mei', [], { path: '/staff/' })),
  }));
  expect(callerArn(world, caller('mei'))).toBe(`arn:aws:iam::${BOOKSHOP}:user/staff/mei`);
});
