// Tests for where to turn when credentials are of no more use.
import { expect, test } from 'vitest';
import { noorWithKey, session, STS_WORLD } from '../../tests/fixtures/sts.ts';
import { BOOKSHOP, NOW } from '../../tests/fixtures/world.ts';
import { addSeconds } from '../aws/instant.ts';
import type { Link, Way } from './facts.ts';
import { consoleLink } from './session.ts';
import { spentOf, wayOn } from './way-on.ts';

const noor = consoleLink({ kind: 'user', account: BOOKSHOP, name: 'noor' }, NOW, 'ASIANOOR');
const role = (name: string, way: Way = 'assumeRole'): Link => ({
  way,
  caller: session(name, { sessionName: 'noor' }),
  display: null,
});
const deleted = {
  ...noorWithKey,
  credentials: { kind: 'accessKey', accessKeyId: 'AKIAGONEAAAAAAAAAAAA' },
} as const;
const later = addSeconds(NOW, 2 * 3600);

test('credentials hold, end, or are known no longer', () => {
  expect(spentOf(STS_WORLD, noor.caller, NOW)).toBeNull();
  expect(spentOf(STS_WORLD, noorWithKey, later)).toBeNull();
  expect(spentOf(STS_WORLD, role('Desk').caller, later)).toBe('ended');
  expect(spentOf(STS_WORLD, deleted, NOW)).toBe('gone');
});

test('back to the nearest whose credentials hold', () => {
  const links = [noor, role('Desk'), role('Next')];
  expect(wayOn(STS_WORLD, links, NOW)).toMatchObject({ kind: 'back', depth: 2 });
  expect(wayOn(STS_WORLD, links, later)).toMatchObject({ kind: 'back', depth: 1, link: noor });
});

test('a service makes another session; whoever came by themselves signs in', () => {
  expect(wayOn(STS_WORLD, [role('Desk', 'service')], later)).toEqual({ kind: 'service' });
  expect(wayOn(STS_WORLD, [noor], addSeconds(NOW, 13 * 3600))).toEqual({ kind: 'signIn' });
  expect(
    wayOn(STS_WORLD, [{ way: 'accessKey', caller: deleted, display: null }, role('Desk')], later),
  ).toEqual({
    kind: 'signIn',
  });
});
