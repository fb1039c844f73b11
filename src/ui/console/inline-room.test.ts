// Tests of the room that inline policies share.
import { expect, test } from 'vitest';
import { BOOKSHOP, withGroup, withUser } from '../../../tests/fixtures/world.ts';
import { inlineRoom } from './inline-room.ts';

const INLINE = { A: '{ "a": 1 }', B: '{}' };

test.each([
  ['user', 'noor', withUser('noor', { inline: INLINE }), 2_048],
  ['group', 'Writers', withGroup('Writers', { inline: INLINE }), 5_120],
] as const)(
  'the other policies of the same %s take from it, without their white space',
  (kind, name, world, most) => {
    const account = world.accounts[BOOKSHOP];
    expect(account && inlineRoom(account, { kind, name }, 'B')).toMatchObject({ most, others: 7 });
    expect(account && inlineRoom(account, { kind, name }, 'new')).toMatchObject({ most, others: 9 });
  },
);
