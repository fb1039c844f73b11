// The code of an answer, from its event: the same that the answer itself carried.
import { expect, test } from 'vitest';
import type { ApiCall } from '../../api/call.ts';
import { eventErrorCode } from '../../api/errors.ts';
import { amira, ask, errorOf, noor } from '../../../tests/fixtures/ask.ts';
import { assuming } from '../../../tests/fixtures/sessions.ts';
import { noorWithKey, STS_WORLD } from '../../../tests/fixtures/sts.ts';
import { WRITE_DRAFTS } from '../../../tests/fixtures/world.ts';
import { answeredCode } from './error-code.ts';

test.each<[string, ApiCall]>([
  [
    'MalformedPolicyDocument',
    { operation: 'iam:CreatePolicyVersion', input: { PolicyArn: WRITE_DRAFTS, PolicyDocument: '{}' } },
  ],
  [
    'NoSuchEntity',
    { operation: 'iam:DeletePolicyVersion', input: { PolicyArn: WRITE_DRAFTS, VersionId: 'v9' } },
  ],
  ['MalformedPolicy', { operation: 's3:PutBucketPolicy', input: { Bucket: 'maple-drafts', Policy: '{}' } }],
])('%s', (code, call) => {
  const outcome = ask(amira, call);
  expect(errorOf(outcome)?.code).toBe(code);
  expect(answeredCode(outcome.event)).toBe(code);
});

test('a refusal, and no error', () => {
  const drop: ApiCall = { operation: 's3:DeleteBucketPolicy', input: { Bucket: 'maple-drafts' } };
  expect(answeredCode(ask(noor, drop).event)).toBe('AccessDenied');
  expect(answeredCode(ask(amira, drop).event)).toBeUndefined();
});

test('EC2 says in its events whose fault it was, and in its answers not', () => {
  const { event } = ask(noor, { operation: 'ec2:DescribeTags', input: {} });
  expect(event.errorCode).toBe('Client.UnauthorizedOperation');
  expect(answeredCode(event)).toBe('UnauthorizedOperation');
});

test('STS has the names of exceptions in its events, and codes in its answers', () => {
  const { event } = ask(noorWithKey, assuming('Desk', { Policy: '{' }), STS_WORLD);
  expect(event.errorCode).toBe('MalformedPolicyDocumentException');
  expect(answeredCode(event)).toBe('MalformedPolicyDocument');
});

test.each([
  ['sts', 'ExpiredTokenException'],
  ['sts', 'InvalidAuthorizationMessageException'],
  ['iam', 'AccountNotManagementOrDelegatedAdministratorException'],
  ['iam', 'ReportNotPresent'],
])('of %s, %s ends as it ends, in answers as in events', (service, code) => {
  const { event } = ask(noor, { operation: 'iam:ListUsers', input: {} });
  const recorded = {
    ...event,
    eventSource: `${service}.amazonaws.com`,
    errorCode: eventErrorCode(service, { code }),
  };
  expect(answeredCode(recorded)).toBe(code);
});
