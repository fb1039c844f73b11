// Tests for whom else the policies of now would let make a request.
import { expect, test } from 'vitest';
import type { World } from '../../account/world.ts';
import type { ApiCall, ApiOutcome } from '../../api/call.ts';
import { amira, ask, jonas, noor } from '../../../tests/fixtures/ask.ts';
import { allow, environment, policyText, withUser, WORLD } from '../../../tests/fixtures/world.ts';
import { othersWhoCan } from './who-can.ts';

const names = ({ event }: ApiOutcome, world: World = WORLD) =>
  event.request ? othersWhoCan(world, event.request, environment()).map(({ name }) => name) : null;
const read: ApiCall = {
  operation: 's3:GetObject',
  input: { Bucket: 'maple-drafts', Key: 'spring/cover.md' },
};

test('everybody but the caller who would be allowed, the root user first', () => {
  expect(names(ask(jonas, read))).toEqual(['root user', 'noor']);
  expect(names(ask(amira, read))).toEqual(['root user', 'noor']);
});

test('the caller is left out, even if allowed', () => {
  expect(names(ask(noor, read))).toEqual(['root user']);
});

test('the keys of the call are asked again', () => {
  const springOnly = {
    ...allow('s3:ListBucket'),
    Condition: { StringLike: { 's3:prefix': 'spring/*' } },
  };
  const world = withUser('amira', { inline: { Spring: policyText(springOnly) } });
  const list = (Prefix: string) =>
    names(ask(noor, { operation: 's3:ListObjectsV2', input: { Bucket: 'maple-drafts', Prefix } }), world);
  expect(list('spring/')).toEqual(['root user', 'amira']);
  expect(list('winter/')).toEqual(['root user']);
});
