// Tests for naming, sorting out and printing events.
import { describe, expect, test } from 'vitest';
import type { ApiEvent } from '../../account/event.ts';
import {
  actionOf,
  codeBeside,
  crowdedInstants,
  filterActivity,
  filterEvents,
  outcomeOf,
  resourceOf,
  whoOf,
  type OutcomeFilter,
} from './events.ts';

const allowed: ApiEvent = {
  eventID: '1',
  eventTime: '2026-11-22T10:14:05Z',
  requestID: 'r',
  eventType: 'AwsApiCall',
  eventCategory: 'Management',
  awsRegion: 'us-east-1',
  responseElements: null,
  recipientAccountId: '111122223333',
  session: {},
  eventSource: 's3.amazonaws.com',
  eventName: 'ListObjectsV2',
  userIdentity: {
    type: 'IAMUser',
    principalId: 'AIDA1',
    arn: 'arn:aws:iam::111122223333:user/noor',
    accountId: '111122223333',
    userName: 'noor',
  },
  sourceIPAddress: '203.0.113.10',
  userAgent: 'console',
  requestParameters: { bucketName: 'maple-drafts' },
  readOnly: true,
  resources: [{ ARN: 'arn:aws:s3:::maple-drafts', accountId: '111122223333' }],
  request: {
    principal: {
      kind: 'user',
      arn: 'arn:aws:iam::111122223333:user/noor',
      account: '111122223333',
      name: 'noor',
    },
    action: 's3:ListBucket',
    resource: 'arn:aws:s3:::maple-drafts',
    resourceAccount: '111122223333',
    context: {},
  },
  decision: { outcome: 'allow', by: 'identity' },
};
const implicit: ApiEvent = {
  ...allowed,
  eventID: '2',
  errorCode: 'AccessDenied',
  decision: { outcome: 'implicitDeny', by: 'identity' },
};
const explicit: ApiEvent = {
  ...implicit,
  eventID: '3',
  decision: { outcome: 'explicitDeny', by: 'resource' },
};
const expired: ApiEvent = {
  ...allowed,
  eventID: '4',
  errorCode: 'ExpiredToken',
  request: null,
  decision: null,
};
const { errorCode: _none, ...unnamed } = expired;
const { userName: _noName, ...nameless } = allowed.userIdentity;
const signIn: ApiEvent = {
  ...unnamed,
  eventID: '5',
  eventType: 'AwsConsoleSignIn',
  eventName: 'ConsoleLogin',
  errorMessage: 'Failed authentication',
  resources: [],
  userIdentity: { ...nameless, type: 'Root' },
};
const { errorMessage: _noMessage, ...signedIn } = { ...signIn, eventID: '6' };
const failed: ApiEvent = {
  ...allowed,
  eventID: '7',
  eventSource: 'iam.amazonaws.com',
  eventName: 'CreatePolicyVersion',
  errorCode: 'MalformedPolicyDocumentException',
};
const all = [signIn, expired, explicit, implicit, allowed];

test.each([
  [allowed, 'allow'],
  [implicit, 'implicitDeny'],
  [explicit, 'explicitDeny'],
  [expired, 'turnedAway'],
  [signIn, 'signInFailed'],
  [signedIn, 'signedIn'],
  [{ ...signedIn, eventName: 'CheckMfa' }, 'mfaAsked'],
  [{ ...signedIn, eventName: 'PasswordUpdated' }, 'passwordChanged'],
  [{ ...signIn, eventName: 'PasswordUpdated' }, 'passwordKept'],
  [{ ...signedIn, eventName: 'SwitchRole' }, 'switched'],
  [{ ...signedIn, eventName: 'ExitRole' }, 'switched'],
  [failed, 'failed'],
] as const)('the outcome of event $eventID', (event, outcome) => expect(outcomeOf(event)).toBe(outcome));

test.each([
  [allowed, undefined],
  [implicit, undefined],
  [expired, 'ExpiredToken'],
  [failed, 'MalformedPolicyDocument'],
  [{ ...implicit, eventSource: 'ec2.amazonaws.com', errorCode: 'Client.UnauthorizedOperation' }, undefined],
  [{ ...implicit, eventSource: 'kms.amazonaws.com', errorCode: 'AccessDeniedException' }, undefined],
] as const)('the code beside the outcome of event $eventID', (event, code) =>
  expect(codeBeside(event)).toBe(code),
);

test('names', () => {
  expect([whoOf(allowed), actionOf(allowed), resourceOf(expired)]).toEqual([
    'noor',
    's3:ListBucket',
    'arn:aws:s3:::maple-drafts',
  ]);
  expect([whoOf(signIn), actionOf(signIn), resourceOf(signIn)]).toEqual(['root user', '', '']);
});

describe('filterEvents', () => {
  test.each<[string, OutcomeFilter, string[]]>([
    ['', 'all', ['5', '4', '3', '2', '1']],
    ['', 'allowed', ['1']],
    ['', 'implicit', ['2']],
    ['', 'explicit', ['3']],
    ['', 'other', ['5', '4']],
    ['NOOR listbucket', 'all', ['3', '2', '1']],
    ['accessdenied', 'explicit', ['3']],
    ['  ', 'all', ['5', '4', '3', '2', '1']],
    ['nothing like it', 'all', []],
  ])('%j, %s', (text, filter, ids) => {
    expect(filterEvents(all, text, filter).map((e) => e.eventID)).toEqual(ids);
  });

  test.each<[string, OutcomeFilter, string[]]>([
    ['', 'allowed', ['1']],
    ['', 'failed', ['7']],
    ['', 'other', ['6']],
    ['malformedpolicydocument', 'all', ['7']],
    ['malformedpolicydocumentexception', 'all', ['7']],
  ])('what was allowed and failed is neither allowed nor other: %j, %s', (text, filter, ids) => {
    expect(filterEvents([failed, signedIn, allowed], text, filter).map((e) => e.eventID)).toEqual(ids);
  });
});

test('instants that share a minute are told apart', () => {
  const at = (eventTime: string): ApiEvent => ({ ...allowed, eventTime });
  expect([
    ...crowdedInstants([
      at('2026-11-22T10:14:05Z'),
      at('2026-11-22T10:14:09Z'),
      at('2026-11-22T10:15:00Z'),
      at('2026-11-21T10:14:05Z'),
    ]),
  ]).toEqual(['2026-11-22T10:14:05Z', '2026-11-22T10:14:09Z']);
});

describe('what was undone stands among the events', () => {
  const step = { time: '2026-11-22T10:14:05Z', eventID: '1', eventName: 'ListObjectsV2' };
  const undone = { kind: 'undo', id: 'u', ...step } as const;
  const redone = { kind: 'redo', id: 'r', ...step } as const;
  const activity = [redone, undone, { kind: 'event', event: allowed } as const];

  test.each<[string, OutcomeFilter, readonly string[]]>([
    ['', 'all', ['redo', 'undo', 'event']],
    ['', 'other', ['redo', 'undo']],
    ['', 'allowed', ['event']],
    ['undid', 'all', ['undo']],
    ['redid LISTobjects', 'all', ['redo']],
    ['listobjects', 'all', ['redo', 'undo', 'event']],
    ['noor', 'all', ['event']],
    ['nobody', 'all', []],
  ])('“%s” among %s', (text, filter, kinds) => {
    expect(filterActivity(activity, text, filter).map(({ kind }) => kind)).toEqual(kinds);
  });
});
