// Pages of lists that change while they are being read.
import { expect, test } from 'vitest';
import { ask, outputOf } from '../../../../tests/fixtures/ask.ts';
import { BOOKSHOP, ROOT, WORLD } from '../../../../tests/fixtures/world.ts';
import { applyChanges } from '../../../account/apply-change.ts';
import type { World } from '../../../account/world.ts';
import type { ApiCall } from '../../call.ts';

const SIX = ['u1', 'u2', 'u3', 'u4', 'u5', 'u6'].reduce((world: World, UserName) => {
  const input = { UserName, Path: UserName === 'u4' ? '/a/' : '/z/' };
  return applyChanges(world, ask(ROOT, { operation: 'iam:CreateUser', input }, world).changes);
}, WORLD);

function page(
  world: World,
  Marker?: string,
): { readonly names: string[]; readonly marker: string | undefined } {
  const input = { PathPrefix: '/', MaxItems: 4, ...(Marker !== undefined && { Marker }) };
  const output = outputOf(ask(ROOT, { operation: 'iam:ListUsers', input } satisfies ApiCall, world)) as {
    readonly Users: readonly { readonly UserName: string }[];
    readonly Marker?: string;
  };
  return { names: output.Users.map(({ UserName }) => UserName), marker: output.Marker };
}

const without = (name: string): World =>
  applyChanges(SIX, [{ kind: 'entitySet', account: BOOKSHOP, table: 'users', name, value: null }]);

test.each([0, 1, 2, 3])('the next page misses nobody when number %i of this one is deleted', (index) => {
  const all = page(SIX).names;
  const rest = page(SIX, page(SIX).marker).names;
  expect(rest.length).toBeGreaterThan(0);
  const { marker } = page(SIX);
  expect(page(without(all[index] ?? ''), marker).names).toEqual(rest);
});
