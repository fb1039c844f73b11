// Policies of queues and topics: what is taken, and where the first fault of what is not is seen.
import { expect, test } from 'vitest';
import { readDraft } from './draft.ts';
import { resourceFault, type ResourceGrammar } from './save-resource.ts';
import { RESOURCE_SIZE_LIMITS } from './size.ts';

const SQS: ResourceGrammar = {
  service: 'sqs',
  actions: new Set(['sendmessage']),
  patterns: true,
  size: { ...RESOURCE_SIZE_LIMITS.queue, most: 1_000 },
};
const SEND = {
  Effect: 'Allow',
  Principal: { Service: 'sns.amazonaws.com' },
  Action: 'sqs:SendMessage',
  Resource: 'arn:aws:sqs:us-east-1:111122223333:jobs',
};
const faultOf = (text: string, grammar = SQS) => resourceFault(text, readDraft(text), grammar);
const policy = (change: object): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ ...SEND, ...change }] });
const without = (name: keyof typeof SEND): string => {
  const { [name]: _gone, ...rest } = SEND;
  return JSON.stringify({ Statement: rest });
};

test.each([
  policy({}),
  policy({ Sid: 'any text at all', Principal: '*', Action: 'SQS:sendmessage' }),
  policy({ Principal: { AWS: ['111122223333', '*'] }, Action: ['sqs:*', '*'], Resource: '*' }),
  policy({ Effect: 'Deny', Principal: undefined, NotPrincipal: { AWS: 'arn:aws:iam::111122223333:root' } }),
  policy({ Resource: 'arn:aws:sqs:us-east-1:111122223333:another' }),
])('%s is taken', (text) => expect(faultOf(text)).toBeNull());

test.each([
  ['not JSON', 'syntax'],
  ['[]', 'syntax'],
  ['{"Statement":[]}', 'syntax'],
  [without('Effect'), 'syntax'],
  [without('Principal'), 'syntax'],
  [without('Action'), 'syntax'],
  [without('Resource'), 'syntax'],
  [policy({ Action: [] }), 'syntax'],
  [policy({ Resource: 'jobs' }), 'syntax'],
  [policy({ Condition: { StringIs: { 'aws:x': 'y' } } }), 'syntax'],
  [policy({ Principal: 'me' }), 'principal'],
  [policy({ Principal: { User: 'me' } }), 'principal'],
  [policy({ Principal: { AWS: 'arn:aws:iam::111122223333:group/Writers' } }), 'principal'],
  [policy({ Principal: { CanonicalUser: 'ab'.repeat(32) } }), 'principal'],
  [policy({ Principal: { Federated: 'accounts.google.com' } }), 'principal'],
  [policy({ Action: 'sqs:Send' }), 'action'],
  [policy({ Action: 'sns:Publish' }), 'action'],
  [policy({ Action: 'SendMessage' }), 'action'],
  [policy({ Sid: 'a'.repeat(1_000) }), 'size'],
] as const)('%s: %s', (text, fault) => expect(faultOf(text)).toBe(fault));

test('some services take no patterns', () => {
  expect(faultOf(policy({ Action: 'sqs:*' }), { ...SQS, patterns: false })).toBe('action');
  expect(faultOf(policy({ Action: '*' }), { ...SQS, patterns: false })).toBe('action');
  expect(faultOf(policy({}), { ...SQS, patterns: false })).toBeNull();
});
