// Tests for the records of trails: what is kept, and what the account of an assumed role sees.
import { expect, test } from 'vitest';
import type { ApiEvent } from './event.ts';
import { resourceType } from './resource-type.ts';
import { trailRecords } from './trail.ts';

const event: ApiEvent = {
  eventID: '1',
  requestID: 'r',
  eventTime: '2026-11-22T10:14:05Z',
  eventType: 'AwsApiCall',
  eventCategory: 'Data',
  eventSource: 's3.amazonaws.com',
  eventName: 'PutObject',
  awsRegion: 'us-east-1',
  userIdentity: {
    type: 'IAMUser',
    principalId: 'AIDA1',
    arn: 'arn:aws:iam::111122223333:user/noor',
    accountId: '111122223333',
    userName: 'noor',
  },
  sourceIPAddress: '203.0.113.10',
  userAgent: 'console',
  requestParameters: { bucketName: 'maple-drafts', body: 'a draft' },
  responseElements: null,
  readOnly: false,
  resources: [],
  recipientAccountId: '111122223333',
  request: null,
  session: {},
  decision: { outcome: 'allow', by: 'identity' },
};

test('a record holds what CloudTrail keeps, and neither bodies nor what only Rolecall keeps', () => {
  const [record, ...more] = trailRecords(event);
  expect(more).toEqual([]);
  expect(record).toMatchObject({ eventVersion: '1.11', eventName: 'PutObject' });
  expect(record?.requestParameters).toEqual({ bucketName: 'maple-drafts' });
  for (const own of ['request', 'session', 'decision', 'copy', 'sharedEventID'])
    expect(record).not.toHaveProperty(own);
});

test.each<[string, ApiEvent['requestParameters'], object]>([
  [
    'PutItem',
    { tableName: 'loans', item: { id: { S: '1' }, by: { S: 'secret' } }, returnValues: 'ALL_OLD' },
    { tableName: 'loans', returnValues: 'ALL_OLD' },
  ],
  [
    'UpdateItem',
    {
      tableName: 'loans',
      key: { item: { S: '1' } },
      updateExpression: 'SET #b = :b',
      expressionAttributeNames: { '#b': 'by' },
      expressionAttributeValues: { ':b': { S: 'secret' } },
    },
    {
      tableName: 'loans',
      key: { item: { S: '1' } },
      updateExpression: 'SET #b = :b',
      expressionAttributeNames: { '#b': 'by' },
    },
  ],
  [
    'BatchWriteItem',
    {
      requestItems: {
        item: [
          { putRequest: { item: { by: { S: 'secret' } } } },
          { deleteRequest: { key: { id: { S: '2' } } } },
        ],
      },
    },
    { requestItems: { item: [{ putRequest: {} }, { deleteRequest: { key: { id: { S: '2' } } } }] } },
  ],
  [
    'BatchGetItem',
    { requestItems: { loans: { keys: [{ id: { S: '2' } }] } } },
    { requestItems: { loans: { keys: [{ id: { S: '2' } }] } } },
  ],
])('of %s the record has no values but those of keys', (eventName, requestParameters, expected) => {
  const [record] = trailRecords({
    ...event,
    eventSource: 'dynamodb.amazonaws.com',
    eventName,
    requestParameters,
    responseElements: { attributes: { by: { S: 'secret' } } },
  });
  expect(record?.requestParameters).toEqual(expected);
  expect(record?.responseElements).toBeNull();
});

test('a call without parameters has null in their place', () => {
  expect(trailRecords({ ...event, requestParameters: {} })[0]?.requestParameters).toBeNull();
});

test('only a call from the console is said to be one', () => {
  const from = (console: boolean): ApiEvent => ({
    ...event,
    request: {
      principal: {
        kind: 'user',
        arn: 'arn:aws:iam::111122223333:user/noor',
        account: '111122223333',
        name: 'noor',
      },
      action: 's3:PutObject',
      resource: 'arn:aws:s3:::maple-drafts/a',
      resourceAccount: '111122223333',
      context: {},
      facts: { console },
    },
  });
  expect(trailRecords(from(true))[0]).toMatchObject({ sessionCredentialFromConsole: 'true' });
  expect(trailRecords(from(false))[0]).not.toHaveProperty('sessionCredentialFromConsole');
});

test('a sign-in has no parameters, and says how the browser was connected', () => {
  const [record] = trailRecords({
    ...event,
    eventType: 'AwsConsoleSignIn',
    eventCategory: 'Management',
    eventSource: 'signin.amazonaws.com',
    eventName: 'ConsoleLogin',
    requestParameters: {},
  });
  expect(record).toMatchObject({
    requestParameters: null,
    tlsDetails: {
      tlsVersion: 'TLSv1.3',
      cipherSuite: 'TLS_AES_128_GCM_SHA256',
      clientProvidedHostHeader: 'us-east-1.signin.aws.amazon.com',
    },
  });
});

test.each([
  ['s3', { bucketName: 'maple-drafts' }, 'maple-drafts.s3.us-east-1.amazonaws.com'],
  ['s3', {}, 's3.us-east-1.amazonaws.com'],
  ['iam', {}, 'iam.amazonaws.com'],
  ['sts', {}, 'sts.us-east-1.amazonaws.com'],
])('a call of %s with %o names the host %s', (service, requestParameters, host) => {
  const [record] = trailRecords({ ...event, eventSource: `${service}.amazonaws.com`, requestParameters });
  expect(record?.tlsDetails.clientProvidedHostHeader).toBe(host);
});

test('a record says what kind its resources are of, and whether it is one of data', () => {
  const role = 'arn:aws:iam::111122223333:role/x/Till';
  const resources = [
    { ARN: role, accountId: '111122223333' },
    { ARN: 'arn:aws:bakery:::oven', accountId: '111122223333' },
  ] as const;
  const [record] = trailRecords({ ...event, resources });
  expect(record).toMatchObject({ managementEvent: false, eventCategory: 'Data', readOnly: false });
  expect(record?.resources).toEqual([{ ...resources[0], type: 'AWS::IAM::Role' }, resources[1]]);
  expect(trailRecords({ ...event, eventCategory: 'Management' })[0]?.managementEvent).toBe(true);
});

test.each([
  'InvalidClientTokenId',
  'SignatureDoesNotMatch',
  'Client.AuthFailure',
  'UnrecognizedClientException',
])('where nobody can tell who called, no trail has a record: %s', (errorCode) =>
  expect(trailRecords({ ...event, errorCode })).toEqual([]),
);

test.each(['ExpiredToken', 'AccessDenied', 'Client.UnauthorizedOperation'])(
  '%s is in the trail',
  (errorCode) => expect(trailRecords({ ...event, errorCode })).toHaveLength(1),
);

test.each([
  ['arn:aws:s3:::maple-drafts', 'AWS::S3::Bucket'],
  ['arn:aws:s3:::maple-drafts/a/b', 'AWS::S3::Object'],
  ['arn:aws:iam::111122223333:user/staff/noor', 'AWS::IAM::User'],
  ['arn:aws:iam::aws:policy/job-function/Billing', 'AWS::IAM::ManagedPolicy'],
  ['arn:aws:kms:us-east-1:111122223333:key/1', 'AWS::KMS::Key'],
  ['arn:aws:sqs:us-east-1:111122223333:jobs', 'AWS::SQS::Queue'],
  ['arn:aws:lambda:us-east-1:111122223333:function:greet', 'AWS::Lambda::Function'],
  ['arn:aws:dynamodb:us-east-1:111122223333:table/loans/index/x', 'AWS::DynamoDB::Table'],
  ['arn:aws:secretsmanager:us-east-1:111122223333:secret:a/b-123456', 'AWS::SecretsManager::Secret'],
  ['arn:aws:iam::111122223333:root', null],
  ['*', null],
])('%s is of the type %s', (arn, type) => expect(resourceType(arn)).toBe(type));

test('the account of the role has a record of its own, in which the caller is an account', () => {
  const copy = { eventID: '2', recipientAccountId: '444455556666', sharedEventID: 's' };
  const [ours, theirs] = trailRecords({ ...event, copy });
  expect(ours).toMatchObject({
    eventID: '1',
    sharedEventID: 's',
    recipientAccountId: '111122223333',
    userIdentity: event.userIdentity,
  });
  expect(theirs).toEqual({
    ...ours,
    eventID: '2',
    recipientAccountId: '444455556666',
    userIdentity: { type: 'AWSAccount', principalId: 'AIDA1', accountId: '111122223333' },
  });
});
