// Tests of the completion of principals: what is offered first for a cursor, and what is not.
import { expect, test } from 'vitest';
import {
  ACCOUNT,
  BUCKET,
  company,
  expectOffered,
  GATEWAY,
  github,
  noor,
  statement,
  TRUST,
  type Offered,
} from '../../../tests/fixtures/completion.ts';
import { VOCABULARY } from '../../../tests/policy/vocabulary.ts';
import { isServiceName, serviceMeant } from '../checks/service-names.ts';
import { servicesCalling } from './service-principals.ts';

test.each<Offered>([
  [
    'the principal of a bucket policy',
    statement('"Principal": |'),
    ['AWS', 'Service', 'CanonicalUser', '*'],
    ['Federated'],
    BUCKET,
  ],
  [
    'the principal of a resource control policy',
    statement('"Principal": |'),
    ['*'],
    ['AWS'],
    { type: 'rcp' },
  ],
  [
    'kinds of principals',
    statement('"Principal": {|}'),
    ['AWS', 'Service', 'Federated'],
    ['CanonicalUser', '*'],
    TRUST,
  ],
  [
    'everyone, whom a Deny may name',
    statement('"Effect": "Deny", "Principal": {|}'),
    ['AWS', 'Service', 'Federated', '*'],
    [],
    TRUST,
  ],
  [
    'kinds of principals that go with the action',
    statement('"Principal": {|}, "Action": "sts:AssumeRoleWithSAML"'),
    ['Federated'],
    ['AWS', 'Service'],
    TRUST,
  ],
  [
    'providers that go with the action',
    statement('"Principal": {"Federated": "|"}, "Action": "sts:AssumeRoleWithSAML"'),
    [company.arn],
    [github.arn, 'accounts.google.com'],
    TRUST,
  ],
  [
    'kinds of principals beside one',
    statement('"Principal": {"AWS": "*", |}'),
    ['Service', 'Federated'],
    ['AWS', '*'],
    TRUST,
  ],
  [
    'a principal',
    statement('"Principal": {"AWS": "|"}'),
    [`arn:aws:iam::${ACCOUNT}:root`, noor.arn, '*'],
    [],
    BUCKET,
  ],
  ['whom a gateway knows', statement('"Principal": |'), ['*', 'AWS'], [], GATEWAY],
  [
    'a principal of a gateway, which takes nobody by name',
    statement('"Principal": {"AWS": "|"}'),
    ['*'],
    [noor.arn, `arn:aws:iam::${ACCOUNT}:root`],
    GATEWAY,
  ],
  ['a principal by name', statement('"Principal": {"AWS": "noor|"}'), [noor.arn], ['*'], BUCKET],
  [
    'a service',
    statement('"Principal": {"Service": "lamb|"}'),
    ['lambda.amazonaws.com'],
    ['ec2.amazonaws.com'],
    TRUST,
  ],
  [
    'a principal of a table, whose policy lets not everyone in',
    statement('"Principal": {"AWS": "|"}'),
    [`arn:aws:iam::${ACCOUNT}:root`, noor.arn],
    ['*'],
    { type: 'resource', about: 'arn:aws:dynamodb:eu-west-1:111122223333:table/loans' },
  ],
  ...(
    [
      ['s3:::maple-drafts', ['cloudtrail', 'delivery.logs', 'config', 'logging.s3', 'cloudfront']],
      ['sns:eu-west-1:111122223333:news', ['s3', 'events', 'cloudwatch', 'budgets', 'ses']],
      ['sqs:eu-west-1:111122223333:orders', ['s3', 'sns', 'events']],
      ['lambda:eu-west-1:111122223333:function:resize', ['apigateway', 's3', 'sns', 'events', 'logs']],
      ['kms:eu-west-1:111122223333:key/1234abcd', ['logs.eu-west-1', 'cloudtrail', 's3']],
    ] as const
  ).map(([of, services]): Offered => [
    `services that use ${of}`,
    statement('"Principal": {"Service": "|"}'),
    services.map((name) => `${name}.amazonaws.com`),
    [],
    { type: 'resource', about: `arn:aws:${of}` },
  ]),
  [
    'services that run as a role',
    statement('"Principal": {"Service": "|"}'),
    ['lambda.amazonaws.com', 'ec2.amazonaws.com'],
    [],
    TRUST,
  ],
  [
    'an identity provider',
    statement('"Principal": {"Federated": ["|"]}'),
    [company.arn, github.arn, 'cognito-identity.amazonaws.com'],
    [],
    TRUST,
  ],
])('%s', (...row) => expectOffered(row));

test.each([
  undefined,
  ...(['bucket', 'accessPoint', 'key', 'queue', 'topic', 'function', 'secret', 'table'] as const),
])('the services that use a %s are services, have a name, and stand there once', (kind) => {
  const services = servicesCalling(kind, 'eu-west-1');
  for (const [principal, name] of services) {
    expect([principal, isServiceName(principal), serviceMeant(principal, VOCABULARY)]).toEqual([
      principal,
      true,
      [],
    ]);
    expect(name).not.toBe('');
  }
  expect(new Set(services.map(([principal]) => principal)).size).toBe(services.length);
});
