// Tests for the shape of events and for the way back from an event to its call.
import { describe, expect, test } from 'vitest';
import {
  BOOKSHOP,
  CALLS,
  NEIGHBOUR,
  NOW,
  ROOT,
  WORLD,
  caller,
  environment,
  policyText,
  withNeighbourPolicy,
} from '../../tests/fixtures/world.ts';
import { KEY } from '../../tests/fixtures/secrets.ts';
import { ANONYMOUS, type Caller } from '../account/caller.ts';
import type { ApiEvent } from '../account/event.ts';
import { tableOf } from '../account/table.ts';
import { trailRecords } from '../account/trail.ts';
import type { World } from '../account/world.ts';
import type { ApiCall } from './call.ts';
import { callFromEvent, checkMfaEvent, passwordUpdatedEvent, signInEvent } from './event.ts';
import { execute } from './execute.ts';

const noor = caller('noor');
const eventOf = (call: ApiCall, who: Caller = ROOT): ApiEvent =>
  execute(WORLD, who, call, environment()).event;
const read: ApiCall = { operation: 's3:GetObject', input: { Bucket: 'maple-drafts', Key: 'plan.txt' } };

test('a call that succeeded', () => {
  const { request, ...event } = eventOf(read, noor);
  expect(event).toEqual({
    eventID: '00000000-0000-4000-8000-000000000001',
    requestID: '00000000-0000-4000-8000-000000000002',
    eventTime: NOW,
    eventType: 'AwsApiCall',
    eventCategory: 'Data',
    eventSource: 's3.amazonaws.com',
    eventName: 'GetObject',
    awsRegion: 'eu-central-1',
    userIdentity: {
      type: 'IAMUser',
      principalId: 'AIDANOORAAAAAAAAAAAAA',
      arn: `arn:aws:iam::${BOOKSHOP}:user/noor`,
      accountId: BOOKSHOP,
      userName: 'noor',
      accessKeyId: noor.credentials.accessKeyId,
      sessionContext: {
        attributes: { creationDate: noor.credentials.issued, mfaAuthenticated: 'false' },
      },
    },
    sourceIPAddress: '203.0.113.10',
    userAgent: 'Rolecall tests',
    requestParameters: { bucketName: 'maple-drafts', key: 'plan.txt' },
    responseElements: null,
    readOnly: true,
    resources: [{ ARN: 'arn:aws:s3:::maple-drafts/plan.txt', accountId: BOOKSHOP }],
    recipientAccountId: BOOKSHOP,
    session: {},
    decision: { outcome: 'allow', by: 'identity' },
  });
  expect(request).toMatchObject({ action: 's3:GetObject', resource: 'arn:aws:s3:::maple-drafts/plan.txt' });
});

test('milliseconds are cut off', () => {
  const env = { ...environment(), now: NOW.replace('Z', '.987Z') };
  const { event } = execute(WORLD, noor, read, env);
  expect(event.eventTime).toBe(NOW);
  expect(event.request?.context['aws:CurrentTime']).toBe(NOW);
});

test('the root user is named by the alias of the account, where it has one', () => {
  expect(eventOf(read).userIdentity).toEqual({
    type: 'Root',
    principalId: BOOKSHOP,
    arn: `arn:aws:iam::${BOOKSHOP}:root`,
    accountId: BOOKSHOP,
    userName: 'maple-books',
    accessKeyId: ROOT.credentials.accessKeyId,
    sessionContext: { attributes: { creationDate: ROOT.credentials.issued, mfaAuthenticated: 'false' } },
  });
  expect(eventOf(read, { ...ROOT, account: NEIGHBOUR }).userIdentity).not.toHaveProperty('userName');
});

test('IAM errors are recorded by the name of the exception, others by their code', () => {
  const remove: ApiCall = {
    operation: 'iam:DeletePolicyVersion',
    input: { PolicyArn: `arn:aws:iam::${BOOKSHOP}:policy/None`, VersionId: 'v1' },
  };
  expect(eventOf(remove)).toMatchObject({ errorCode: 'NoSuchEntityException', readOnly: false });
  expect(eventOf(remove, noor)).toMatchObject({ errorCode: 'AccessDenied' });
  expect(eventOf({ operation: 's3:GetObject', input: { Bucket: 'nobodys', Key: 'k' } })).toMatchObject({
    errorCode: 'NoSuchBucket',
    errorMessage: 'The specified bucket does not exist',
  });
});

describe('an event leads back to its call', () => {
  test.each(CALLS.map((call) => [call.operation, call] as const))('%s', (_, call) => {
    expect(callFromEvent(structuredClone(eventOf(call)))).toEqual(call);
  });

  const event = eventOf(read);
  test.each<[string, ApiEvent]>([
    ['a sign-in', signInEvent(WORLD, ROOT, true, environment())],
    ['an operation that is not simulated', { ...event, eventName: 'GetObjectTorrent' }],
    ['a name that every object has', { ...event, eventName: 'constructor' }],
    ['another service', { ...event, eventSource: 'sqs.amazonaws.com' }],
    ['no service', { ...event, eventSource: 's3' }],
    ['a parameter that is missing', { ...event, requestParameters: { bucketName: 'maple-drafts' } }],
    [
      'a parameter of another type',
      { ...event, requestParameters: { bucketName: 'maple-drafts', key: true } },
    ],
  ])('not %s', (_, event) => expect(callFromEvent(event)).toBeNull());

  test('what an event holds beyond the parameters stays behind', () => {
    const more = { ...event, requestParameters: { ...event.requestParameters, Host: 's3.amazonaws.com' } };
    expect(callFromEvent(more)).toEqual(read);
  });
});

describe('in whose trails it is', () => {
  const neighbours = (text: string): World => withNeighbourPolicy(text);
  const open = neighbours(policyText({ Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' }));
  const closed = neighbours(policyText({ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' }));
  const theirs = (Bucket = 'north-press'): ApiCall => ({
    operation: 's3:GetObject',
    input: { Bucket, Key: 'a.txt' },
  });
  const inTrails = (world: World, who: Caller, call: ApiCall): object => {
    const { event } = execute(world, who, call, environment());
    return [event, ...trailRecords(event)].map(({ recipientAccountId }) => recipientAccountId);
  };

  test.each([
    ['an object of one’s own bucket', WORLD, theirs('maple-drafts'), [BOOKSHOP, BOOKSHOP]],
    ['an object of another account', open, theirs(), [BOOKSHOP, BOOKSHOP, NEIGHBOUR]],
    ['an object of another account, denied', closed, theirs(), [BOOKSHOP, BOOKSHOP, NEIGHBOUR]],
    ['an object of nobody', WORLD, theirs('nobodys'), [BOOKSHOP, BOOKSHOP]],
    [
      'a bucket itself',
      open,
      { operation: 's3:GetBucketPolicy', input: { Bucket: 'north-press' } } as const,
      [BOOKSHOP, BOOKSHOP],
    ],
  ])('%s', (_what, world, call, expected) => expect(inTrails(world, ROOT, call)).toEqual(expected));

  test.each([
    ['an object', open, theirs(), [NEIGHBOUR, NEIGHBOUR]],
    ['an object, denied', closed, theirs(), [NEIGHBOUR, NEIGHBOUR]],
    ['an object of nobody', WORLD, theirs('nobodys'), ['']],
  ])('asked for without credentials: %s', (_what, world, call, expected) =>
    expect(inTrails(world, ANONYMOUS, call)).toEqual(expected),
  );

  test.each([
    ['used', 'Allow', [BOOKSHOP, BOOKSHOP, NEIGHBOUR]],
    ['not to be used', 'Deny', [BOOKSHOP, BOOKSHOP]],
  ])('a key of another account, %s', (_how, Effect, expected) => {
    const policy = policyText({ Effect, Principal: '*', Action: 'kms:*', Resource: '*' });
    const north = WORLD.accounts[NEIGHBOUR];
    if (!north) throw new Error('The fixture has no neighbour.');
    const kmsKeys = tableOf({ [KEY.id]: { ...KEY, policy } });
    const world: World = { ...WORLD, accounts: { ...WORLD.accounts, [NEIGHBOUR]: { ...north, kmsKeys } } };
    const KeyId = `arn:aws:kms:us-east-1:${NEIGHBOUR}:key/${KEY.id}`;
    expect(inTrails(world, ROOT, { operation: 'kms:DescribeKey', input: { KeyId } })).toEqual(expected);
  });

  test('the owner of a bucket sees an account, and nothing of an access control list', () => {
    const call: ApiCall = {
      operation: 's3:PutObject',
      input: { Bucket: 'north-press', Key: 'b.txt', Body: 'b', ACL: 'bucket-owner-full-control' },
    };
    const [own, copy] = trailRecords(execute(open, noor, call, environment()).event);
    expect(own).toMatchObject({
      userIdentity: { type: 'IAMUser', userName: 'noor' },
      requestParameters: { key: 'b.txt', 'x-amz-acl': 'bucket-owner-full-control' },
    });
    expect(copy).toEqual({
      ...own,
      eventID: expect.not.stringMatching(own?.eventID ?? '') as string,
      recipientAccountId: NEIGHBOUR,
      userIdentity: { type: 'AWSAccount', principalId: 'AIDANOORAAAAAAAAAAAAA', accountId: BOOKSHOP },
      requestParameters: { bucketName: 'north-press', key: 'b.txt' },
    });
    expect(own?.sharedEventID).toBeDefined();
  });
});

describe('sign-ins', () => {
  const user = (name: string) => ({ kind: 'user', account: BOOKSHOP, name }) as const;

  test('a success', () => {
    expect(signInEvent(WORLD, user('noor'), true, environment())).toEqual({
      eventID: '00000000-0000-4000-8000-000000000001',
      requestID: '00000000-0000-4000-8000-000000000002',
      eventTime: NOW,
      eventType: 'AwsConsoleSignIn',
      eventCategory: 'Management',
      eventSource: 'signin.amazonaws.com',
      eventName: 'ConsoleLogin',
      awsRegion: 'us-east-1',
      userIdentity: {
        type: 'IAMUser',
        principalId: 'AIDANOORAAAAAAAAAAAAA',
        arn: `arn:aws:iam::${BOOKSHOP}:user/noor`,
        accountId: BOOKSHOP,
        userName: 'noor',
      },
      sourceIPAddress: '203.0.113.10',
      userAgent: 'Rolecall tests',
      requestParameters: {},
      responseElements: { ConsoleLogin: 'Success' },
      additionalEventData: {
        LoginTo: 'https://console.aws.amazon.com/console/home?hashArgs=%23&isauthcode=true',
        MobileVersion: 'No',
        MFAUsed: 'No',
      },
      readOnly: false,
      resources: [],
      recipientAccountId: BOOKSHOP,
      request: null,
      session: {},
      decision: null,
    });
  });

  test('a wrong password', () => {
    const event = signInEvent(WORLD, user('noor'), false, environment());
    expect(event.errorMessage).toBe('Failed authentication');
    expect(event.userIdentity.userName).toBe('noor');
    expect(signInEvent(WORLD, ROOT, false, environment()).userIdentity.type).toBe('Root');
  });

  test.each([
    [true, 'Success'],
    [false, 'Failure'],
  ])('an MFA device is named, whether that led in (%s) or not', (succeeded, answer) => {
    const device = `arn:aws:iam::${BOOKSHOP}:mfa/noor-phone`;
    const event = signInEvent(WORLD, user('noor'), succeeded, environment(), device);
    expect(event.responseElements).toEqual({ ConsoleLogin: answer });
    expect(event.additionalEventData).toMatchObject({ MFAUsed: 'Yes', MFAIdentifier: device });
  });

  test.each([
    [['virtual'], 'Virtual MFA'],
    [['virtual', 'virtual'], 'Virtual MFA'],
    [['passkey'], 'U2F MFA'],
    [['hardware'], 'Hardware MFA'],
    [['virtual', 'passkey'], 'Multiple MFA Devices'],
  ] as const)('a device is asked for, of %j', (kinds, MfaType) => {
    const event = checkMfaEvent(WORLD, user('noor'), kinds, environment());
    expect(event).toMatchObject({
      eventType: 'AwsConsoleSignIn',
      eventSource: 'signin.amazonaws.com',
      eventName: 'CheckMfa',
      responseElements: { CheckMfa: 'Success' },
      additionalEventData: { MfaType },
      recipientAccountId: BOOKSHOP,
    });
    expect(event.userIdentity).toEqual({
      type: 'IAMUser',
      principalId: 'AIDANOORAAAAAAAAAAAAA',
      accountId: BOOKSHOP,
      accessKeyId: '',
      userName: 'noor',
    });
  });

  test('a password that had to be changed was, or was not', () => {
    const updated = passwordUpdatedEvent(WORLD, user('noor'), null, environment());
    expect(updated).toMatchObject({
      eventType: 'AwsConsoleSignIn',
      eventName: 'PasswordUpdated',
      userIdentity: { type: 'IAMUser', userName: 'noor', accessKeyId: '' },
      responseElements: { PasswordUpdated: 'Success' },
    });
    expect(updated).not.toHaveProperty('errorMessage');
    expect(passwordUpdatedEvent(WORLD, user('noor'), 'No.', environment())).toMatchObject({
      errorMessage: 'No.',
      responseElements: { PasswordUpdated: 'Failure' },
    });
  });

  test('a name that is no user is not written down: it may be a password', () => {
    const event = signInEvent(WORLD, user('hunter2'), false, environment());
    expect(event.errorMessage).toBe('No username found in supplied account');
    expect(event.userIdentity.userName).toBe('HIDDEN_DUE_TO_SECURITY_REASONS');
    expect(JSON.stringify(event)).not.toContain('hunter2');
  });
});
