// What a new password has to be, in sentences.
import { expect, test } from 'vitest';
import { policy } from '../../../tests/fixtures/sign-in.ts';
import { requirementsOf } from './requirements.ts';

test('without a policy, AWS has one of its own', () => {
  expect(requirementsOf(null)).toHaveLength(3);
  expect(requirementsOf(null)[0]).toBe('At least 8 characters');
});

test.each([
  [{}, ['At least 8 characters']],
  [{ minimumLength: 12, requireNumbers: true }, ['At least 12 characters', 'A number']],
  [
    { requireUppercase: true, requireLowercase: true },
    ['At least 8 characters', 'An uppercase letter', 'A lowercase letter'],
  ],
  [{ requireSymbols: true }, ['At least 8 characters', "A symbol: ! @ # $ % ^ & * ( ) _ + - = [ ] { } | '"]],
  [{ reusePrevention: 1 }, ['At least 8 characters', 'Not the last password']],
  [{ reusePrevention: 5 }, ['At least 8 characters', 'None of the last 5 passwords']],
])('%j', (change, sentences) => expect(requirementsOf(policy(change))).toEqual(sentences));
