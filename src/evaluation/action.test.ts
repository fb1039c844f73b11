// Action lists: which pattern names an action.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allow, statement } from '../../tests/evaluation/build.ts';
import { indexActions, serviceOf } from './action.ts';
import { compileTokens, tokensOf } from './wildcard.ts';

const named = (patterns: readonly string[], action: string): string | null =>
  indexActions(statement(allow({ Action: patterns })).action)(action)?.value ?? null;

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
