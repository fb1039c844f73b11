// Tests for the services that policies grant.
import { expect, test } from 'vitest';
import { allow, policyText } from '../../tests/fixtures/world.ts';
import { SERVICES } from '../aws/services.ts';
import { parsedPolicy } from '../policy/parse.ts';
import { grantedServices } from './granted-services.ts';

const granted = (...statements: readonly object[]): string[] => {
  const { document } = parsedPolicy(policyText(...statements));
  if (!document) throw new Error('This is no policy.');
  return [...grantedServices([{ source: { id: 'x', name: 'x', kind: 'inline' }, document }])];
};
const deny = (action: string | readonly string[], more: object = {}): object => ({
  Effect: 'Deny',
  Action: action,
  Resource: '*',
  ...more,
});
const without = (...services: string[]) => SERVICES.filter((service) => !services.includes(service));

test.each<[string, readonly object[], readonly string[]]>([
  ['named actions', [allow(['s3:GetObject', 'SQS:*'])], ['s3', 'sqs']],
  ['services that cannot be called here, where they are named', [allow('glue:GetTable')], ['glue']],
  ['everything', [allow('*')], SERVICES],
  ['everything, and one more by name', [allow('*'), allow('glue:*')], [...SERVICES, 'glue'].sort()],
  ['all but some', [{ Effect: 'Allow', NotAction: ['iam:*', 's3:Get*'], Resource: '*' }], without('iam')],
  ['a Deny of the whole service', [allow('*'), deny('kms:*')], without('kms')],
  [
    'a Deny of all but one service',
    [allow('*'), { Effect: 'Deny', NotAction: 'iam:Get*', Resource: '*' }],
    ['iam'],
  ],
  ['a Deny of a part', [allow('kms:*'), deny('kms:Decrypt')], ['kms']],
  ['a Deny on some resources', [allow('s3:*'), deny('s3:*', { Resource: 'arn:aws:s3:::a' })], ['s3']],
  [
    'a Deny under a condition',
    [allow('s3:*'), deny('s3:*', { Condition: { Bool: { 'aws:SecureTransport': 'false' } } })],
    ['s3'],
  ],
  ['a Deny alone', [deny('s3:Get*')], []],
])('%s', (_what, statements, services) => expect(granted(...statements)).toEqual(services));
