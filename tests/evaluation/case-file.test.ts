// What the runner says of cases that it cannot evaluate: an error, never a decision.
import { expect, test } from 'vitest';
import { answerOf, isExpected } from './answer.ts';

const GOOD = {
  id: 'x-1',
  principal: 'arn:aws:iam::111122223333:user/alice',
  principalAccount: '111122223333',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::b/k',
  resourceAccount: '111122223333',
  context: {},
  identityPolicies: [
    { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] },
  ],
  permissionsBoundary: null,
  sessionPolicies: null,
  scps: null,
  rcps: null,
  resourcePolicy: null,
  vpcEndpointPolicy: null,
  expected: 'allow',
  decidedBy: 'identity',
};

test('a good case is decided', () => {
  const entry = { id: 'x-1', json: GOOD };
  expect(answerOf(entry)).toEqual({ id: 'x-1', decision: 'allow', decidedBy: 'identity' });
  expect(isExpected(answerOf(entry), entry)).toBe(true);
});

test('the right decision for the wrong reason is not as expected', () => {
  const entry = { id: 'x-1', json: { ...GOOD, decidedBy: 'resource' } };
  expect(isExpected(answerOf(entry), entry)).toBe(false);
});

test.each([
  ['a principal that cannot call', { principal: 'arn:aws:iam::111122223333:role/app' }],
  ['the account of another principal', { principalAccount: '444455556666' }],
  ['no action', { action: 7 }],
  ['a resource that is no ARN', { resource: 'bucket' }],
  ['a context that is a list', { context: [] }],
  ['a context value that is an object', { context: { 'aws:SourceIp': {} } }],
  ['a missing field', { identityPolicies: undefined }],
  ['levels that are not lists', { scps: [{}] }],
  [
    'an unknown condition operator',
    {
      identityPolicies: [
        {
          Statement: [{ Effect: 'Allow', Action: '*', Resource: '*', Condition: { StringIsh: { k: 'v' } } }],
        },
      ],
    },
  ],
])('%s', (_, change) => {
  const entry = { id: 'x-1', json: { ...GOOD, ...change } };
  expect(answerOf(entry)).toHaveProperty('error');
});

test('a canonical user, whose account no case says, leaves the decision open where it matters', () => {
  const Statement = [
    { Effect: 'Allow', Principal: { CanonicalUser: 'ab12' }, Action: 's3:*', Resource: '*' },
  ];
  const json = { ...GOOD, resourceAccount: '444455556666', resourcePolicy: { Statement } };
  expect(answerOf({ id: 'x-1', json })).toHaveProperty('error');
  expect(answerOf({ id: 'x-1', json: { ...json, identityPolicies: [] } })).toHaveProperty(
    'decision',
    'implicitDeny',
  );
});
