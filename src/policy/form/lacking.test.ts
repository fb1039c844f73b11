// What a statement lacks before its sentence can be told.
import { expect, test } from 'vitest';
import type { PolicyType } from '../document.ts';
import { addStatement } from './edit-form.ts';
import { lackingOf, unreadOf } from './lacking.ts';
import { readForm } from './read-form.ts';

const statementOf = (statement: object) => {
  const [first] = readForm(JSON.stringify({ Statement: statement }))?.statements ?? [];
  if (!first) throw new Error('No statement.');
  return first;
};

test.each<[PolicyType, object, readonly string[]]>([
  ['identity', { Effect: 'Allow', Action: '*', Resource: '*' }, []],
  ['identity', { Effect: 'Allow', Action: '*', Resource: '*', Note: 'kept' }, []],
  ['identity', {}, ['Allow or Deny', 'its actions', 'its resources']],
  ['resource', { Effect: 'Deny', NotAction: 's3:*' }, ['whom it is about', 'its resources']],
  ['trust', { Effect: 'Allow', Principal: { AWS: [] }, Action: [] }, ['whom it is about', 'its actions']],
  ['trust', { Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' }, []],
  [
    'session',
    { Effect: 'Allow', Action: '*', Resource: '*', Condition: { Bool: { 'aws:SecureTransport': [] } } },
    ['the values of aws:SecureTransport'],
  ],
  // Written so that fields cannot show it, but not lacking.
  ['identity', { Effect: 'Permit', Action: 5, Resource: '*' }, []],
])('of a policy of type %s: %j', (type, statement, lacking) => {
  expect(lackingOf(statementOf(statement), type)).toEqual(lacking);
});

test.each<PolicyType>(['identity', 'boundary', 'session', 'scp'])(
  'a new statement of a policy of type %s has no principal, and lacks none',
  (type) => {
    const [added] = readForm(addStatement('{}', type))?.statements ?? [];
    expect(added?.principal).toBeNull();
    expect(added && lackingOf(added, type)).toEqual(['its actions', 'its resources']);
  },
);

test('what is written so that fields cannot show it is named, and what AWS does not have is not', () => {
  const odd = { Effect: 'Permit', Action: 's3:*', NotAction: 's3:*', Resource: '*', Note: 'kept' };
  expect(unreadOf(statementOf(odd)).toSorted()).toEqual(['Action', 'Effect', 'NotAction']);
});
