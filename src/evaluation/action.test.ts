// Action lists: which pattern names an action.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allow, statement } from '../../tests/evaluation/build.ts';
import { ActionIndex, askedAction, serviceOf } from './action.ts';
import { compileTokens, tokensOf } from './wildcard.ts';

const index = (...elements: readonly (readonly string[])[]): ActionIndex =>
  new ActionIndex(elements.map((Action) => statement(allow({ Action })).action));

const named = (patterns: readonly string[], action: string): string | null =>
  index(patterns).naming(askedAction(action))[0]?.source.value ?? null;

test.each([
  [['s3:GetObject'], 's3:GetObject', 's3:GetObject'],
  [['S3:getobject'], 's3:GetObject', 'S3:getobject'],
  [['s3:Get*'], 's3:GetObject', 's3:Get*'],
  [['s3:Get*'], 's3:PutObject', null],
  [['s3:Get'], 's3:GetObject', null],
  [['s3:GetObject?'], 's3:GetObject', null],
  [['s3:Get*', 's3:GetObject'], 's3:GetObject', 's3:GetObject'],
  [['ec2:*', '*'], 's3:GetObject', '*'],
  [['*:*'], 's3:GetObject', '*:*'],
  [['*:Get*'], 's3:GetObject', '*:Get*'],
  [['s?:GetObject'], 's3:GetObject', 's?:GetObject'],
  [['iam:*AccessKey*'], 'iam:UpdateAccessKey', 'iam:*AccessKey*'],
  [['s3:Get[Oo]bject'], 's3:GetObject', null],
])('%j, asked for %s: %s', (patterns, action, expected) => {
  expect(named(patterns, action)).toBe(expected);
});

test('of several elements each is found once, in order, by its best pattern', () => {
  const found = index(['*'], ['iam:*'], ['s3:*', 's3:GetObject'], ['*', 's3:Get*']).naming(
    askedAction('S3:getobject'),
  );
  expect(found.map(({ element, source }) => [element, source.value])).toEqual([
    [0, '*'],
    [2, 's3:GetObject'],
    [3, 's3:Get*'],
  ]);
});

test.each([
  [['s3:Get*'], 's3', true],
  [['s3:Get*'], 's3-outposts', false],
  [['s?:Get*'], 'iam', true],
  [['*'], 'iam', true],
  [['S3:GetObject'], 's3', true],
])('%j speaks of %s: %j', (patterns, service, expected) => {
  expect(index(patterns).speaksOf(service)).toBe(expected);
});

test('an action is read once', () => {
  expect(askedAction('s3:GetObject')).toEqual({ text: 's3:getobject', service: 's3', name: 'getobject' });
  expect(askedAction('s3:GetObject')).toBe(askedAction('s3:GetObject'));
  expect(askedAction('Odd')).toEqual({ text: 'odd', service: 'odd', name: '' });
});

test('the service is what stands before the colon', () => {
  expect(serviceOf('S3:GetObject')).toBe('s3');
  expect(serviceOf('*')).toBeNull();
});

test('the index finds a pattern exactly when one of the patterns matches', () => {
  const name = fc.stringMatching(/^[as*?]{1,2}(:[Gg*?]{0,3})?$/);
  fc.assert(
    fc.property(
      fc.array(name, { minLength: 1, maxLength: 4 }),
      fc.stringMatching(/^[as]{1,2}:[Gg]{0,3}$/),
      (patterns, action) => {
        const one = (pattern: string): boolean =>
          compileTokens(tokensOf([{ kind: 'text', text: pattern.toLowerCase() }]))(action.toLowerCase());
        expect(named(patterns, action) !== null).toBe(patterns.some(one));
      },
    ),
    { numRuns: 2000 },
  );
});
