// Which keys, operators and actions the form offers, and with what a condition begins.
import { expect, test } from 'vitest';
import { loadVocabulary } from '../../aws/catalogue.ts';
import { actionsMatching } from '../completion/action-index.ts';
import { keysToChoose, typeOfKey } from './key-choice.ts';
import { operatorAfter, operatorOf, operatorsFor, usualOperator } from './operator-parts.ts';
import { suggestedActions } from './usual-actions.ts';

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
  expect(made).toEqual(['IpAddress', 'NotIpAddress', 'Null']);
  expect(made.length + others.length).toBe(27);
  expect(operatorsFor(null).others).toEqual([]);
});

test('no key is a placeholder, whatever the actions', () => {
  for (const actions of [['s3:*'], ['ec2:*'], ['sts:*'], ['sts:AssumeRoleWithWebIdentity'], []])
    for (const key of keysToChoose(vocabulary, actions, ['team'])) expect(key).not.toMatch(/[${}<>]/);
  const keys = keysToChoose(vocabulary, ['s3:GetObject'], ['team']);
  expect(keys).toContain('s3:ExistingObjectTag/team');
  expect(keys[0]).toMatch(/^s3:/);
});

test('usual actions come first', () => {
  expect(suggestedActions(vocabulary, 's3', { type: 'identity' }).slice(0, 3)).toEqual([
    's3:GetObject',
    's3:PutObject',
    's3:ListBucket',
  ]);
  expect(suggestedActions(vocabulary, 's3', { type: 'identity' })).toHaveLength(
    actionsMatching(vocabulary, 's3:*').length,
  );
  expect(suggestedActions(vocabulary, '', { type: 'scp' })).toContain('sqs:SendMessage');
  expect(suggestedActions(vocabulary, '', { type: 'trust' })[0]).toBe('sts:AssumeRole');
  const ofBucket = suggestedActions(vocabulary, '', { type: 'resource', about: 'arn:aws:s3:::maple' });
  expect(ofBucket[0]).toBe('s3:GetObject');
  expect(ofBucket).not.toContain('s3:ListAllMyBuckets');
});
