// Tests for the names of callers.
import { expect, test } from 'vitest';
import { BOOKSHOP, NEIGHBOUR, ROOT, WORLD, caller, user, withBookshop } from '../../tests/fixtures/world.ts';
import { callerArn, callerKind, callerLabel, callerName, callerUserId } from './caller.ts';

test.each([
  [caller('noor'), 'noor', 'IAM user', 'noor @ maple-books', `user/noor`, 'AIDANOORAAAAAAAAAAAAA'],
  [ROOT, 'root user', 'Root user', 'root user @ maple-books', 'root', BOOKSHOP],
  [caller('gone'), 'gone', 'IAM user', 'gone @ maple-books', 'user/gone', null],
])('%#', (who, name, kind, label, resource, userId) => {
  expect(callerName(who)).toBe(name);
  expect(callerKind(who)).toBe(kind);
  expect(callerLabel(WORLD, who)).toBe(label);
  expect(callerArn(WORLD, who)).toBe(`arn:aws:iam::${BOOKSHOP}:${resource}`);
  expect(callerUserId(WORLD, who)).toBe(userId);
});

test('an account without an alias is shown by its id', () =>
  expect(callerLabel(WORLD, caller('kim', NEIGHBOUR))).toBe(`kim @ ${NEIGHBOUR}`));

test('the path is part of the ARN', () => {
  const world = withBookshop((account) => ({
    ...account,
    users: { mei: user('mei', [], { path: '/staff/' }) },
  }));
  expect(callerArn(world, caller('mei'))).toBe(`arn:aws:iam::${BOOKSHOP}:user/staff/mei`);
});
