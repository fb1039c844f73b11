// Tests for the records of trails: what is kept, and what the account of an assumed role sees.
import { expect, test } from 'vitest';
import type { ApiEvent } from './event.ts';
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
  requestParameters: { bucketName: 'maple-drafts', body: 'a draft', item: { a: { S: 'b' } } },
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
  expect(trailRecords(event)[0]).not.toHaveProperty('tlsDetails');
});

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
