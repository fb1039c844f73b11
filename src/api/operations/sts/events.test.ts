// Tests for the events of STS: what calls for credentials leave in the record, and what they do not.
import { expect, test } from 'vitest';
import { outputOf } from '../../../../tests/fixtures/ask.ts';
import {
  ada,
  claiming,
  DEPLOY,
  FEDERATED_WORLD,
  OIDC_PROVIDER,
  READER,
  SAML_PROVIDER,
  saying,
} from '../../../../tests/fixtures/federation.ts';
import {
  NOOR_PHONE,
  noorWithKey,
  roleArnOf,
  SEED,
  session,
  STS_WORLD,
} from '../../../../tests/fixtures/sts.ts';
import { BOOKSHOP, environment, NOW, policyText, allow } from '../../../../tests/fixtures/world.ts';
import { Secret, TOTP } from 'otpauth';
import { ANONYMOUS, type Caller } from '../../../account/caller.ts';
import type { World } from '../../../account/world.ts';
import { addSeconds, epochMillis } from '../../../aws/instant.ts';
import type { ApiCall, ApiOutcome } from '../../call.ts';
import { callFromEvent } from '../../event.ts';
import { execute } from '../../execute.ts';

const ask = (who: Caller, call: ApiCall, world: World = FEDERATED_WORLD): ApiOutcome =>
  execute(world, who, call, environment());

const HIDDEN = 'HIDDEN_DUE_TO_SECURITY_REASONS';
const DESK: ApiCall = {
  operation: 'sts:AssumeRole',
  input: {
    RoleArn: roleArnOf('Desk'),
    RoleSessionName: 'noor',
    Policy: policyText(allow('s3:*')),
    Tags: [{ Key: 'Team', Value: 'night' }],
    TransitiveTagKeys: ['Team'],
    SourceIdentity: 'noor',
    DurationSeconds: 900,
  },
};

/** The answer in full. */
const secretsOf = (outcome: ApiOutcome) =>
  (
    outputOf(outcome) as {
      Credentials: { AccessKeyId: string; SecretAccessKey: string; SessionToken: string };
    }
  ).Credentials;

test('AssumeRole is recorded with its answer, but for what is secret', () => {
  const outcome = ask(noorWithKey, DESK);
  const { event } = outcome;
  const { AccessKeyId, SecretAccessKey, SessionToken } = secretsOf(outcome);
  expect(event).toMatchObject({
    eventSource: 'sts.amazonaws.com',
    eventName: 'AssumeRole',
    readOnly: true,
    userIdentity: { type: 'IAMUser', userName: 'noor' },
    recipientAccountId: BOOKSHOP,
    resources: [{ ARN: roleArnOf('Desk'), accountId: BOOKSHOP }],
    requestParameters: {
      roleArn: roleArnOf('Desk'),
      roleSessionName: 'noor',
      tags: [{ key: 'Team', value: 'night' }],
      transitiveTagKeys: ['Team'],
      sourceIdentity: 'noor',
      durationSeconds: 900,
    },
  });
  expect(event.requestParameters).not.toHaveProperty('incomingTransitiveTags');
  expect(event.responseElements).toEqual({
    credentials: { accessKeyId: AccessKeyId, sessionToken: HIDDEN, expiration: addSeconds(NOW, 900) },
    assumedRoleUser: {
      assumedRoleId: 'AROADESKAAAAAAAAAAAAA:noor',
      arn: `arn:aws:sts::${BOOKSHOP}:assumed-role/Desk/noor`,
    },
    packedPolicySize: (outputOf(outcome) as { PackedPolicySize: number }).PackedPolicySize,
    sourceIdentity: 'noor',
  });
  const record = JSON.stringify(event);
  expect(record).not.toContain(SecretAccessKey);
  expect(record).not.toContain(SessionToken);
  expect(callFromEvent(event)).toEqual(DESK);
});

test('a code is not recorded, and a call with one cannot be made again from its record', () => {
  const code = TOTP.generate({ secret: Secret.fromBase32(SEED), timestamp: epochMillis(NOW) });
  const { event } = ask(noorWithKey, {
    operation: 'sts:GetSessionToken',
    input: { SerialNumber: NOOR_PHONE, TokenCode: code },
  });
  expect(event.requestParameters).toEqual({ serialNumber: NOOR_PHONE, tokenCode: HIDDEN });
  expect(event.responseElements).toMatchObject({ credentials: { sessionToken: HIDDEN } });
  expect(callFromEvent(event)).toBeNull();
});

test('calls that only read leave no answer', () => {
  expect(
    ask(noorWithKey, { operation: 'sts:GetCallerIdentity', input: {} }).event.responseElements,
  ).toBeNull();
});

test('a call within a session says whose it is', () => {
  const { event } = ask(session('Desk', { sourceIdentity: 'noor' }), {
    operation: 'sts:GetCallerIdentity',
    input: {},
  });
  expect(event.userIdentity).toMatchObject({
    type: 'AssumedRole',
    principalId: 'AROADESKAAAAAAAAAAAAA:noor',
    sessionContext: { sourceIdentity: 'noor', attributes: { mfaAuthenticated: 'false' } },
  });
});

const saml = (SAMLAssertion: string, RoleArn = READER): ApiCall => ({
  operation: 'sts:AssumeRoleWithSAML',
  input: { RoleArn, PrincipalArn: SAML_PROVIDER, SAMLAssertion },
});

test.each([ANONYMOUS, noorWithKey])(
  'AssumeRoleWithSAML is the call of whom the directory names, %#',
  (who) => {
    const response = saying({});
    const { event, result } = ask(who, saml(response));
    expect(result.ok).toBe(true);
    expect(event.userIdentity).toEqual({
      type: 'SAMLUser',
      principalId: expect.stringMatching(/^[\w+/]{27}=:ada$/) as string,
      userName: 'ada',
      identityProvider: SAML_PROVIDER,
    });
    expect(event.recipientAccountId).toBe(BOOKSHOP);
    expect(event.requestParameters).toEqual({
      roleArn: READER,
      principalArn: SAML_PROVIDER,
      sAMLAssertion: HIDDEN,
      sAMLAssertionID: ada.id,
      roleSessionName: 'ada@maple',
    });
    expect(event.responseElements).toMatchObject({
      subject: 'ada',
      subjectType: 'persistent',
      issuer: ada.issuer,
      audience: ada.recipient,
    });
    expect(JSON.stringify(event)).not.toContain(response);
  },
);

test('of a response that is not believed nobody is named', () => {
  const { event } = ask(noorWithKey, saml(saying({ issuer: 'https://elsewhere.example' })));
  expect(event).toMatchObject({
    errorCode: 'AuthSamlInvalidSamlResponseException',
    errorMessage: 'Issuer not present in specified provider',
    userIdentity: { type: 'SAMLUser', principalId: '', identityProvider: SAML_PROVIDER },
    recipientAccountId: BOOKSHOP,
    request: null,
    decision: null,
  });
});

test('what the directory or the provider has signed names who asked, even when it is refused', () => {
  const { event } = ask(ANONYMOUS, saml(saying({ audience: 'urn:other' })));
  expect(event).toMatchObject({
    errorMessage: 'Response does not contain the required audience.',
    userIdentity: { type: 'SAMLUser', userName: 'ada' },
  });
  const job = (WebIdentityToken: string) =>
    ask(ANONYMOUS, {
      operation: 'sts:AssumeRoleWithWebIdentity',
      input: { RoleArn: DEPLOY, RoleSessionName: 'job-42', WebIdentityToken },
    }).event;
  expect(job(claiming({ aud: 'other' }))).toMatchObject({
    errorMessage: 'Incorrect token audience',
    userIdentity: { type: 'WebIdentityUser', userName: 'job:42' },
  });
  const forged = `${claiming({}).split('.').slice(0, 2).join('.')}.AAAA`;
  expect(job(forged).userIdentity).toEqual({ type: 'WebIdentityUser', principalId: '' });
});

test('a refusal names who asked, and in whose account', () => {
  const role = roleArnOf('Desk');
  const { event } = ask(ANONYMOUS, {
    operation: 'sts:AssumeRoleWithSAML',
    input: {
      RoleArn: role,
      PrincipalArn: SAML_PROVIDER,
      SAMLAssertion: saying({
        attributes: {
          'https://aws.amazon.com/SAML/Attributes/Role': [`${role},${SAML_PROVIDER}`],
          'https://aws.amazon.com/SAML/Attributes/RoleSessionName': ['ada'],
        },
      }),
    },
  });
  expect(event).toMatchObject({
    errorCode: 'AccessDenied',
    userIdentity: { type: 'SAMLUser', userName: 'ada' },
    recipientAccountId: BOOKSHOP,
    decision: { outcome: 'implicitDeny', by: 'resource' },
  });
});

test('AssumeRoleWithWebIdentity is the call of whom the token names', () => {
  const { event } = ask(ANONYMOUS, {
    operation: 'sts:AssumeRoleWithWebIdentity',
    input: { RoleArn: DEPLOY, RoleSessionName: 'job-42', WebIdentityToken: claiming({}) },
  });
  expect(event.userIdentity).toEqual({
    type: 'WebIdentityUser',
    principalId: `${OIDC_PROVIDER}:sts.amazonaws.com:job:42`,
    userName: 'job:42',
    identityProvider: OIDC_PROVIDER,
  });
  expect(event.requestParameters).toEqual({
    roleArn: DEPLOY,
    roleSessionName: 'job-42',
    webIdentityToken: HIDDEN,
  });
  expect(event.responseElements).toMatchObject({
    subjectFromWebIdentityToken: 'job:42',
    provider: OIDC_PROVIDER,
    audience: 'sts.amazonaws.com',
  });
});

test('errors have the names of their exceptions', () => {
  const codeOf = (call: ApiCall) => ask(noorWithKey, call, STS_WORLD).event.errorCode;
  const desk = { RoleArn: roleArnOf('Desk'), RoleSessionName: 'noor' };
  expect(codeOf({ operation: 'sts:AssumeRole', input: { ...desk, Policy: '{' } })).toBe(
    'MalformedPolicyDocumentException',
  );
  const Tags = Array.from({ length: 9 }, (_, at) => ({ Key: `T${at}`, Value: 'a'.repeat(250) }));
  expect(codeOf({ operation: 'sts:AssumeRole', input: { ...desk, Tags } })).toBe(
    'PackedPolicyTooLargeException',
  );
});
