// Names, ARNs and sameness of identities.
import { expect, test } from 'vitest';
import { bookshop } from '../../lessons/bookshop/lesson.ts';
import { accountLabel, identityArn, identityName, sameIdentity } from './identity.ts';

const { world } = await bookshop();
const noor = { kind: 'user', account: '111122223333', name: 'noor' } as const;
const root = { kind: 'root', account: '111122223333' } as const;

test('an account goes by its alias, an unknown one by its id', () => {
  expect(accountLabel(world, '111122223333')).toBe('maple-books');
  expect(accountLabel(world, '999999999999')).toBe('999999999999');
});

test('names and ARNs', () => {
  expect(identityName(noor)).toBe('noor');
  expect(identityName(root)).toBe('Root user');
  expect(identityArn(world, noor)).toBe('arn:aws:iam::111122223333:user/noor');
  expect(identityArn(world, root)).toBe('arn:aws:iam::111122223333:root');
});

test.each([
  [noor, noor, true],
  [noor, { ...noor, name: 'amira' }, false],
  [noor, { ...noor, account: '444455556666' }, false],
  [noor, root, false],
  [root, root, true],
] as const)('%o and %o: %s', (one, other, same) => {
  expect(sameIdentity(one, other)).toBe(same);
  expect(sameIdentity(other, one)).toBe(same);
});
