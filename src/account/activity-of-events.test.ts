// Tests for activity: which events count as a use, and of what.
import { expect, test } from 'vitest';
import { activityOf, withEvent } from './activity-of-events.ts';
import { NO_ACTIVITY } from './activity.ts';
import type { ApiEvent, UserIdentity } from './event.ts';
import { entriesOf, lookup } from './table.ts';

const NOOR: UserIdentity = {
  type: 'IAMUser',
  principalId: 'AIDANOOR',
  arn: 'arn:aws:iam::111122223333:user/noor',
  accountId: '111122223333',
  userName: 'noor',
  accessKeyId: 'AKIANOOR',
};
const ROOT: UserIdentity = { type: 'Root', principalId: '111122223333', accessKeyId: 'ASIAROOT' };

const issued = (principalId: string, type: 'Role' | 'IAMUser'): Pick<UserIdentity, 'sessionContext'> => ({
  sessionContext: {
    sessionIssuer: { type, principalId, arn: 'arn:aws:iam::111122223333:role/x', accountId: '111122223333' },
    attributes: { creationDate: '2026-11-22T08:00:00Z', mfaAuthenticated: 'false' },
  },
});

const event = (userIdentity: UserIdentity, more: Partial<ApiEvent> = {}): ApiEvent => ({
  eventID: '1',
  requestID: '1',
  eventTime: '2026-11-22T10:00:00Z',
  eventType: 'AwsApiCall',
  eventCategory: 'Management',
  eventSource: 's3.amazonaws.com',
  eventName: 'ListBuckets',
  awsRegion: 'us-east-1',
  userIdentity,
  sourceIPAddress: '203.0.113.10',
  userAgent: 'tests',
  requestParameters: {},
  responseElements: null,
  readOnly: true,
  resources: [],
  recipientAccountId: '111122223333',
  request: null,
  session: {},
  decision: null,
  ...more,
});

const signIn = (userIdentity: UserIdentity, result: 'Success' | 'Failure'): ApiEvent =>
  event(userIdentity, {
    eventType: 'AwsConsoleSignIn',
    eventSource: 'signin.amazonaws.com',
    eventName: 'ConsoleLogin',
    responseElements: { ConsoleLogin: result },
  });

test('a call with an access key is a use of the key and of the service', () => {
  const activity = activityOf([event(NOOR)]);
  expect(lookup(activity.accessKeys, 'AKIANOOR')).toEqual({
    date: '2026-11-22T10:00:00Z',
    service: 's3',
    region: 'us-east-1',
  });
  expect(lookup(activity.services, 'AIDANOOR/s3')).toEqual({
    date: '2026-11-22T10:00:00Z',
    region: 'us-east-1',
    actions: { ListBuckets: '2026-11-22T10:00:00Z' },
  });
  expect(entriesOf(activity.passwords)).toEqual([]);
});

test('the newest call counts, and actions are kept apart', () => {
  const later = {
    eventTime: '2026-11-22T11:00:00Z',
    awsRegion: 'eu-central-1',
    eventName: 'GetBucketPolicy',
  };
  const activity = activityOf([event(NOOR), event(NOOR, later)]);
  expect(lookup(activity.accessKeys, 'AKIANOOR')).toMatchObject({ region: 'eu-central-1' });
  expect(lookup(activity.services, 'AIDANOOR/s3')?.actions).toEqual({
    ListBuckets: '2026-11-22T10:00:00Z',
    GetBucketPolicy: '2026-11-22T11:00:00Z',
  });
});

test('a denied attempt counts', () => {
  const activity = activityOf([event(NOOR, { errorCode: 'AccessDenied' })]);
  expect(lookup(activity.services, 'AIDANOOR/s3')).toBeDefined();
});

test.each(['ExpiredToken', 'InvalidClientTokenId', 'InvalidAccessKeyId', 'MissingAuthenticationToken'])(
  'credentials that are no good (%s) are not used',
  (errorCode) => expect(activityOf([event(NOOR, { errorCode })])).toBe(NO_ACTIVITY),
);

test('work on data counts for the service and not for the action', () => {
  const activity = activityOf([event(NOOR, { eventCategory: 'Data', eventName: 'GetObject' })]);
  expect(lookup(activity.services, 'AIDANOOR/s3')?.actions).toEqual({});
});

test('sessions of a role count for the role, whatever their access key', () => {
  const session: UserIdentity = {
    type: 'AssumedRole',
    principalId: 'AROACLERK:noor',
    accessKeyId: 'ASIACLERK',
    ...issued('AROACLERK', 'Role'),
  };
  const activity = activityOf([event(session)]);
  expect(lookup(activity.roles, 'AROACLERK')).toEqual({ date: '2026-11-22T10:00:00Z', region: 'us-east-1' });
  expect(lookup(activity.services, 'AROACLERK/s3')).toBeDefined();
  expect(entriesOf(activity.accessKeys)).toEqual([]);
});

test('the root user counts by its account, a federated user as who asked for the session', () => {
  const federated: UserIdentity = {
    type: 'FederatedUser',
    principalId: '111122223333:guest',
    ...issued('AIDANOOR', 'IAMUser'),
  };
  const activity = activityOf([event(ROOT), event(federated)]);
  expect(
    entriesOf(activity.services)
      .map(([name]) => name)
      .sort(),
  ).toEqual(['111122223333/s3', 'AIDANOOR/s3']);
  // Temporary keys are not followed.
  expect(entriesOf(activity.accessKeys)).toEqual([]);
});

test('nobody, services and identities of others use nothing', () => {
  const others: UserIdentity[] = [
    { type: 'AWSAccount', principalId: '', accountId: 'anonymous' },
    { type: 'AWSService', principalId: 'sns.amazonaws.com' },
    { type: 'SAMLUser', principalId: 'x:y' },
    { ...NOOR, principalId: '' },
  ];
  expect(activityOf(others.map((one) => event(one)))).toBe(NO_ACTIVITY);
});

test('a sign-in with the right password is a use of the password, one with a wrong password is none', () => {
  const { accessKeyId: _key, ...noor } = NOOR;
  expect(withEvent(NO_ACTIVITY, signIn(noor, 'Failure'))).toBe(NO_ACTIVITY);
  const activity = activityOf([signIn(noor, 'Success'), signIn(ROOT, 'Success')]);
  expect(entriesOf(activity.passwords).sort()).toEqual([
    ['111122223333', '2026-11-22T10:00:00Z'],
    ['AIDANOOR', '2026-11-22T10:00:00Z'],
  ]);
  expect(entriesOf(activity.services)).toEqual([]);
});

test('the deletion of a queue is remembered, one that failed is not', () => {
  const ARN = 'arn:aws:sqs:us-east-1:111122223333:jobs';
  const deletion = event(NOOR, {
    eventSource: 'sqs.amazonaws.com',
    eventName: 'DeleteQueue',
    resources: [{ ARN, accountId: '111122223333' }],
  });
  expect(entriesOf(activityOf([deletion]).deletedQueues)).toEqual([[ARN, '2026-11-22T10:00:00Z']]);
  for (const other of [
    { errorCode: 'AccessDenied' },
    { eventName: 'PurgeQueue' },
    { eventSource: 'x.amazonaws.com' },
  ])
    expect(entriesOf(activityOf([{ ...deletion, ...other }]).deletedQueues)).toEqual([]);
});
