// On which side the assuming of a role failed, as the engine decided it.
import { expect, test } from 'vitest';
import { ask, assuming, withRole } from '../../../tests/fixtures/sessions.ts';
import { noorWithKey, roleArnOf, STS_WORLD, trusting } from '../../../tests/fixtures/sts.ts';
import { BOOKSHOP, NEIGHBOUR, policyText } from '../../../tests/fixtures/world.ts';
import type { World } from '../../account/world.ts';
import { decisiveOf } from '../../evaluation/call.ts';
import { sideOf } from './sides.ts';

const side = (world: World, roleArn = roleArnOf('Desk')): string | null => {
  const decided = decisiveOf(ask(noorWithKey, assuming('Desk', { RoleArn: roleArn }), world).evaluations);
  if (!decided) throw new Error('No policy was asked.');
  return sideOf(decided, world);
};
const trustedBy = (AWS: string, more = {}): World => withRole('Desk', { trust: trusting({ AWS }, more) });

test('none where it was allowed', () => {
  expect(side(STS_WORLD)).toBeNull();
});

test('the role, where the trust policy names another', () => {
  expect(side(trustedBy(`arn:aws:iam::${NEIGHBOUR}:root`))).toMatch(
    /trust policy of the role|side of the role/,
  );
});

test('the caller, where the trust policy leaves it to the account', () => {
  expect(side(trustedBy(`arn:aws:iam::${BOOKSHOP}:root`))).toMatch(
    /^The side of the caller: the trust policy leaves/,
  );
});

test('both, across accounts, where neither allows', () => {
  expect(side(STS_WORLD, roleArnOf('Press', NEIGHBOUR))).toMatch(/^Both sides/);
});

test('none of a role that does not exist', () => {
  expect(side(STS_WORLD, roleArnOf('Nothing'))).toBeNull();
});

test('a Deny, wherever it stands', () => {
  const forbidding = policyText(
    { Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' },
    { Effect: 'Deny', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' },
  );
  expect(side(withRole('Desk', { trust: forbidding }))).toMatch(
    /^The side of the role: its trust policy forbids/,
  );
});
