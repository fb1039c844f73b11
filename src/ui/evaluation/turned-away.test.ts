// What is told of calls that were turned away, from the events that the engine makes of them.
import { expect, test } from 'vitest';
import { ask, assuming, LIST } from '../../../tests/fixtures/sessions.ts';
import { NOOR_PHONE, noorWithKey, noorWithToken, STS_WORLD } from '../../../tests/fixtures/sts.ts';
import { ANONYMOUS, type Caller } from '../../account/caller.ts';
import type { ApiCall } from '../../api/call.ts';
import { turnedAway } from './turned-away.ts';

const deleted: Caller = {
  ...noorWithKey,
  credentials: { kind: 'accessKey', accessKeyId: 'AKIAGONEAAAAAAAAAAAA' },
};
const ended: Caller = {
  ...noorWithToken,
  credentials: { ...noorWithToken.credentials, expires: noorWithToken.credentials.issued },
};
const USERS: ApiCall = { operation: 'iam:ListUsers', input: {} };
const INSTANCES: ApiCall = { operation: 'ec2:DescribeInstances', input: {} };
const TABLES: ApiCall = { operation: 'dynamodb:ListTables', input: {} };
const withCode = assuming('Vault', { SerialNumber: NOOR_PHONE, TokenCode: '000000' });

test.each<[string, Caller, ApiCall, RegExp]>([
  ['ended, S3', ended, LIST, /has ended/],
  ['ended, IAM', ended, USERS, /has ended/],
  ['ended, EC2', ended, INSTANCES, /has ended/],
  ['ended, DynamoDB', ended, TABLES, /has ended/],
  ['unknown key, S3', deleted, LIST, /does not know/],
  ['unknown key, IAM', deleted, USERS, /does not know/],
  ['unknown key, EC2', deleted, INSTANCES, /does not know/],
  ['unknown key, DynamoDB', deleted, TABLES, /does not know/],
  ['unsigned, IAM', ANONYMOUS, USERS, /nobody signed/],
  ['unsigned, EC2', ANONYMOUS, INSTANCES, /nobody signed/],
  ['unsigned, DynamoDB', ANONYMOUS, TABLES, /nobody signed/],
  ['wrong code', noorWithKey, withCode, /MFA code was not taken/],
])('%s', (_what, who, call, line) => {
  expect(turnedAway(ask(who, call, STS_WORLD).event)?.line).toMatch(line);
});

test('nothing of a denial, nor of a call that was answered', () => {
  expect(turnedAway(ask(noorWithKey, USERS, STS_WORLD).event)).toBeNull();
  expect(turnedAway(ask(noorWithKey, assuming('Desk'), STS_WORLD).event)).toBeNull();
});
