// Tests for what a call needs beside the permission of its own name.
import { expect, test } from 'vitest';
import { ask, assuming } from '../../../tests/fixtures/sessions.ts';
import { noorWithKey, STS_WORLD } from '../../../tests/fixtures/sts.ts';
import { alsoNeeded } from './also-needed.ts';

const needed = (more: Parameters<typeof assuming>[1] = {}) =>
  alsoNeeded(ask(noorWithKey, assuming('Desk', more), STS_WORLD).event);

test('a source identity and tags ask for a permission each', () => {
  expect(needed({ SourceIdentity: 'noor' })).toEqual({
    call: 'sts:AssumeRole',
    also: 'sts:SetSourceIdentity',
  });
  expect(needed({ Tags: [{ Key: 'team', Value: 'night' }] })).toEqual({
    call: 'sts:AssumeRole',
    also: 'sts:TagSession',
  });
});

test('the call itself is nothing beside it', () => {
  expect(needed()).toBeNull();
});
