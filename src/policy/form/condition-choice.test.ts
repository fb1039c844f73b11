// Which operators the form offers for a key, and with what a condition begins.
import { expect, test } from 'vitest';
import { loadVocabulary } from '../../aws/catalogue.ts';
import { typeOfKey } from './key-choice.ts';
import { operatorAfter, operatorOf, operatorsFor, usualOperator } from './operator-parts.ts';

const vocabulary = await loadVocabulary();

test.each([
  ['aws:SourceIp', 'IpAddress'],
  ['aws:CurrentTime', 'DateLessThan'],
  ['aws:SecureTransport', 'Bool'],
  ['aws:PrincipalArn', 'ArnLike'],
  ['aws:PrincipalTag/team', 'StringEquals'],
  ['s3:max-keys', 'NumericLessThanEquals'],
  ['aws:TagKeys', 'ForAnyValue:StringEquals'],
  ['nobody:knows', 'StringEquals'],
])('a condition on %s begins with %s', (key, operator) => {
  expect(operatorOf(usualOperator(typeOfKey(vocabulary, key)))).toBe(operator);
});

test('an operator stays where it suits the key that comes', () => {
  expect(operatorAfter('StringLikeIfExists', 'String')).toBe('StringLikeIfExists');
  expect(operatorAfter('StringLike', 'IPAddress')).toBe('IpAddress');
  expect(operatorAfter('StringLike', null)).toBe('StringLike');
});

test('operators made for a key come first, and none is lost', () => {
  const { made, others } = operatorsFor('IPAddress');
  expect(made).toEqual(['IpAddress', 'Null', 'NotIpAddress']);
  expect(made.length + others.length).toBe(27);
  expect(operatorsFor(null).others).toEqual([]);
});
