// What AWS refuses to save is an error in the editor before it is sent: each kind of policy, with one thing wrong at a time.
import { expect, test } from 'vitest';
import { knownNames } from '../../src/analysis/known-names.ts';
import * as table from '../../src/api/operations/dynamodb/policy.ts';
import * as secret from '../../src/api/operations/secretsmanager/policy.ts';
import { topicPolicyError } from '../../src/api/operations/sns/topic-policy.ts';
import { queuePolicyError } from '../../src/api/operations/sqs/queue-policy.ts';
import type { Whereabouts } from '../../src/policy/checks/subject.ts';
import type { PolicyType } from '../../src/policy/document.ts';
import { saveError, type SaveTarget } from '../../src/policy/save.ts';
import { diagnose } from '../../src/policy/validate.ts';
import { RICH } from '../fixtures/rich-world.ts';
import { VOCABULARY } from './vocabulary.ts';

const ACCOUNT = '111122223333';
const known = knownNames(RICH, ACCOUNT, 'eu-west-1');
const at = (service: string, resource: string): `arn:${string}` =>
  `arn:aws:${service}:eu-west-1:${ACCOUNT}:${resource}`;

interface Place extends Whereabouts {
  readonly type: PolicyType;
  /** What AWS says when it is asked to save a text; null where it does. */
  readonly refuses: (text: string) => object | null;
  /** The first is in the policy when something else is wrong. */
  readonly actions: string;
}

const saves = (target: SaveTarget) => (text: string) => saveError(text, target);

const PLACES: Readonly<Record<string, Place>> = {
  'an identity-based policy': {
    type: 'identity',
    refuses: saves({ kind: 'identity' }),
    actions: 's3:GetObject s3* s3:Get:Object GetObject s3: *:* s?:Get :GetObject',
  },
  'a trust policy': {
    type: 'trust',
    refuses: saves({ kind: 'trust' }),
    actions: 'sts:AssumeRole sts:* * sts:AssumeRol s3:GetObject sts:GetCallerIdentity sts:TagSession',
  },
  'a service control policy': {
    type: 'scp',
    refuses: saves({ kind: 'scp' }),
    actions: 's3:GetObject * s3* s*:Get iam:*Role GetObject',
  },
  'a resource control policy': {
    type: 'rcp',
    refuses: saves({ kind: 'rcp' }),
    actions: 's3:GetObject * s*:Get iam:GetUser GetObject',
  },
  'a bucket policy': {
    type: 'resource',
    resource: 'bucket',
    about: 'arn:aws:s3:::bookshop',
    refuses: saves({ kind: 'bucket', bucket: 'bookshop' }),
    actions:
      's3:GetObject s3:ListBucket s3:Get* s3:* * s3:GetObjects s3:Foo* s3:ListAllMyBuckets kms:Decrypt',
  },
  'a key policy': {
    type: 'resource',
    resource: 'key',
    about: at('kms', 'key/1'),
    refuses: saves({ kind: 'key' }),
    actions: 'kms:Decrypt kms:* * kms:Decript s3:GetObject',
  },
  'a queue policy': {
    type: 'resource',
    resource: 'queue',
    about: at('sqs', 'orders'),
    refuses: (text) => queuePolicyError(RICH, text),
    actions: 'sqs:SendMessage sqs:* * sqs:Send* sqs:SendMesage sqs:SendMessageBatch s3:GetObject',
  },
  'a topic policy': {
    type: 'resource',
    resource: 'topic',
    about: at('sns', 'news'),
    refuses: (text) => topicPolicyError(RICH, text),
    actions:
      'sns:Publish sns:* * sns:Pub* sns:Publsh sns:Receive sns:CreateTopic sns:TagResource s3:GetObject',
  },
  'a table policy': {
    type: 'resource',
    resource: 'table',
    about: at('dynamodb', 'table/books'),
    refuses: (text) => table.policyError(RICH, text),
    actions: 'dynamodb:GetItem dynamodb:* * dynamodb:GetItm dynamodb:ListTables dynamodb:CreateTable',
  },
  'a secret policy': {
    type: 'resource',
    resource: 'secret',
    about: at('secretsmanager', 'secret:db-AbCdEf'),
    refuses: (text) => secret.policyError(RICH, text),
    actions: 'secretsmanager:GetSecretValue secretsmanager:* * secretsmanager:GetSecret s3:GetObject',
  },
};

const arn = (resource: string): object => ({ AWS: `arn:aws:iam::${ACCOUNT}:${resource}` });
const PRINCIPALS: readonly unknown[] = [
  ...['*', ACCOUNT, `arn:aws:iam::${ACCOUNT}:root`, ['*'], {}, null],
  ...['*', ACCOUNT, 'noor', '1111-2222-3333', '', [], 'AKIAEXAMPLEEXAMPLE123'].map((AWS) => ({ AWS })),
  ...['root', 'user/nobody', 'user/*', 'group/Writers', 'saml-provider/x'].map(arn),
  { AWS: `arn:aws:sts::${ACCOUNT}:assumed-role/nobody/s` },
  { AWS: `arn:aws-cn:iam::${ACCOUNT}:root` },
  ...['ec2.amazonaws.com', 'ec2', 'Ec2.amazonaws.com', 'ec2.amazonaws.cmo', '*'].map((Service) => ({
    Service,
  })),
  { Federated: 'accounts.google.com' },
  { Federated: 'https://idp.example.com' },
  { CanonicalUser: 'abc' },
  { CanonicalUser: 'a'.repeat(64) },
  { Users: 'noor' },
];

const resources = (about: string): readonly unknown[] => [
  ...[about, `${about}/*`, '*', `${about}*`, [], null, '', 'books', 'arn:aws:s3', 'arn:aws:s3:::elsewhere/*'],
  ...['arn:aws:s*:::b', 'arn::s3:::b', 'arn:cloud:s3:::b', 'arn:aws:s3:us-east-1::b', 'arn:aws:S3:::b'],
  ...[
    `arn:aws:iam::${ACCOUNT}:user`,
    `arn:aws:iam:us-east-1:${ACCOUNT}:user/a`,
    'arn:aws:s3:::${aws:username}',
  ],
];

const CONDITIONS: readonly unknown[] = [
  ...[null, [], {}, { StringEquals: {} }, { StringEquals: 'a' }],
  ...[
    'aws:bogus',
    's3:bogus',
    'kms:bogus',
    'username',
    's3:prefix',
    's3:x-amz-acl',
    'kms:ResourceAliases',
  ].map((key) => ({ StringEquals: { [key]: 'a' } })),
  ...['aws:ResourceTag/a', 'ec2:InstanceType', 's3:ExistingObjectTag/', 'aws:ResourceTag'].map((key) => ({
    StringEquals: { [key]: 'a' },
  })),
  ...['StringIs', 'stringequals', 'StringEqualsIfExists', 'ForAny:StringEquals'].map((operator) => ({
    [operator]: { 's3:prefix': 'a' },
  })),
  { Null: { 's3:prefix': 'true' } },
  { NullIfExists: { 'aws:username': 'true' } },
  { StringEquals: { 'aws:username': { a: 1 } } },
  { DateLessThan: { 'aws:CurrentTime': 'tomorrow' } },
];

/** Statements with one thing changed, and what that is. */
function variants({ type, about = '*', actions }: Place): readonly object[] {
  const names = actions.split(' ');
  const [first] = names;
  const base: Readonly<Record<string, unknown>> = {
    Effect: type === 'rcp' ? 'Deny' : 'Allow',
    ...(type === 'rcp' && { Principal: '*' }),
    ...((type === 'resource' || type === 'trust') && { Principal: { AWS: ACCOUNT } }),
    Action: first,
    ...(type !== 'trust' && { Resource: first === 's3:GetObject' && about !== '*' ? `${about}/*` : about }),
  };
  const but = (changes: object): object => ({ ...base, ...changes });
  const without = (...elements: readonly string[]): object =>
    Object.fromEntries(Object.entries(base).filter(([name]) => !elements.includes(name)));
  const places = type === 'trust' ? [] : resources(about);
  return [
    base,
    ...names.flatMap((Action) => [
      but({ Action }),
      { ...without('Action'), NotAction: Action },
      ...places.map((Resource) => but({ Action, Resource })),
      ...CONDITIONS.map((Condition) => but({ Action, Condition })),
    ]),
    ...PRINCIPALS.flatMap((one) => [
      but({ Principal: one }),
      { ...without('Principal'), Effect: 'Deny', NotPrincipal: one },
    ]),
    ...places.map((NotResource) => ({ ...without('Resource'), NotResource })),
    ...['Effect', 'Principal', 'Action', 'Resource'].map((element) => without(element)),
    ...['allow', '', null, ['Allow']].map((Effect) => but({ Effect })),
    ...['a b', 'a-b', '', 'é', 1].map((Sid) => but({ Sid })),
    ...[[], {}, 1, null].map((Action) => but({ Action })),
    ...[{ NotAction: 's3:*' }, { NotResource: '*' }, { Actions: 's3:*' }, { Resource: '*' }].map(but),
  ];
}

test.each(Object.entries(PLACES))('%s that is refused has an error', (_, place) => {
  const { refuses, actions: _actions, type, ...where } = place;
  const untold = variants(place).filter((statement) => {
    const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
    if (refuses(text) === null) return false;
    const found = diagnose(text, type, VOCABULARY, { ...where, known });
    return !found.some(({ severity }) => severity === 'error');
  });
  expect(untold).toEqual([]);
});

test.each(Object.entries(PLACES))('%s that is in order has none, and is saved', (_, place) => {
  const { refuses, actions: _actions, type, ...where } = place;
  const [statement] = variants(place);
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  expect(refuses(text)).toBeNull();
  const found = diagnose(text, type, VOCABULARY, { ...where, known });
  expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
});
