// What is told of calls that were turned away, from the events that the engine makes of them.
import { expect, test } from 'vitest';
import {
  claiming,
  FEDERATED_WORLD,
  READER,
  DEPLOY,
  SAML_PROVIDER,
  saying,
} from '../../../tests/fixtures/federation.ts';
import { ask, assuming, LIST } from '../../../tests/fixtures/sessions.ts';
import { NOOR_PHONE, noorWithKey, noorWithToken, STS_WORLD } from '../../../tests/fixtures/sts.ts';
import { environment } from '../../../tests/fixtures/world.ts';
import { ANONYMOUS, type Caller } from '../../account/caller.ts';
import type { ApiCall } from '../../api/call.ts';
import type { Env } from '../../api/env.ts';
import { execute } from '../../api/execute.ts';
import { signingKey } from '../../api/signing-key.ts';
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
  ['unsigned, S3', ANONYMOUS, { operation: 's3:ListBuckets', input: {} }, /nobody signed/],
  ['unsigned, IAM', ANONYMOUS, USERS, /nobody signed/],
  ['unsigned, EC2', ANONYMOUS, INSTANCES, /nobody signed/],
  ['unsigned, DynamoDB', ANONYMOUS, TABLES, /nobody signed/],
  ['wrong code', noorWithKey, withCode, /MFA code was not taken/],
])('%s', (_what, who, call, line) => {
  expect(turnedAway(ask(who, call, STS_WORLD).event)?.line).toMatch(line);
});

const token = claiming({});
const [header, , signature] = token.split('.');
const withToken = (WebIdentityToken: string): ApiCall => ({
  operation: 'sts:AssumeRoleWithWebIdentity',
  input: { RoleArn: DEPLOY, RoleSessionName: 'job-42', WebIdentityToken },
});
const withResponse = (response: string): ApiCall => ({
  operation: 'sts:AssumeRoleWithSAML',
  input: { RoleArn: READER, PrincipalArn: SAML_PROVIDER, SAMLAssertion: response },
});
const asked = (call: ApiCall, issuerKeys?: Env['issuerKeys']) =>
  turnedAway(
    execute(FEDERATED_WORLD, ANONYMOUS, call, { ...environment(), ...(issuerKeys && { issuerKeys }) }).event,
  );

test('of a statement from outside: that its signature does not fit, or that there is no key to check it', () => {
  const changed = [header, claiming({ sub: 'job:43' }).split('.')[1], signature].join('.');
  expect(asked(withToken(changed))?.line).toMatch(/signature does not fit the token/);
  expect(asked(withToken(token), () => [])?.line).toMatch(/no key/);
  expect(asked(withResponse(saying({}, signingKey('another'))))?.line).toMatch(/fit the response/);
});

test('nothing of a statement that is refused for what it says', () => {
  expect(asked(withToken(claiming({ aud: 'nobody' })))).toBeNull();
  expect(asked(withToken(claiming({ exp: 0 })))).toBeNull();
});

test('nothing of a request of nobody that policies decided', () => {
  const { event } = ask(ANONYMOUS, LIST, STS_WORLD);
  expect(event.errorCode).toBe('AccessDenied');
  expect(turnedAway(event)).toBeNull();
});

test.each([
  [{ SerialNumber: NOOR_PHONE }, /Send both/],
  [{ TokenCode: '123456' }, /Send both/],
  [{ SerialNumber: 'arn:aws:iam::111122223333:mfa/none', TokenCode: '123456' }, /assigned to whoever calls/],
  [{ SerialNumber: NOOR_PHONE, TokenCode: '000000' }, /for one use/],
])('of a code, what is wrong with %j', (given, advice) => {
  expect(turnedAway(ask(noorWithKey, assuming('Vault', given), STS_WORLD).event)?.advice).toMatch(advice);
});

test('nothing of a denial, nor of a call that was answered', () => {
  expect(turnedAway(ask(noorWithKey, USERS, STS_WORLD).event)).toBeNull();
  expect(turnedAway(ask(noorWithKey, assuming('Desk'), STS_WORLD).event)).toBeNull();
});
