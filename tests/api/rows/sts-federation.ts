// Rows: AWS STS, for callers whom an identity provider vouches for.
import { decode, encode } from 'js-base64';
import { expect } from 'vitest';
import { sessionFacts } from '../../../src/api/session-token.ts';
import { AWS_ATTRIBUTES, NAME_FORMATS } from '../../../src/api/saml.ts';
import { signingKey } from '../../../src/api/signing-key.ts';
import type { Arn } from '../../../src/aws/arn.ts';
import { addSeconds, epochMillis } from '../../../src/aws/instant.ts';
import {
  ada,
  attributes,
  BASE,
  claiming,
  CLAIMS,
  DEPLOY,
  DIRECTORY,
  FEDERATED_WORLD,
  ISSUER,
  OIDC_PROVIDER,
  READER,
  SAML_PROVIDER,
  saying,
} from '../../fixtures/federation.ts';
import { roleArnOf, session } from '../../fixtures/sts.ts';
import {
  allow,
  BOOKSHOP,
  documentOf,
  NEIGHBOUR,
  NOW,
  policyText,
  WRITE_DRAFTS,
} from '../../fixtures/world.ts';
import { row } from '../row.ts';

const ANONYMOUS = { kind: 'anonymous', account: '' } as const;

const holder = ({ Credentials }: { readonly Credentials: { readonly SessionToken: string } }) =>
  sessionFacts(Credentials.SessionToken)?.caller;

const untrusted = (message: string) => ({ code: 'InvalidIdentityToken', message }) as const;
const ended = (message: string) => ({ code: 'ExpiredTokenException', message }) as const;
const invalid = (message: string) => ({ code: 'ValidationError', message }) as const;
const noSaml = { code: 'AccessDenied', message: 'Not authorized to perform sts:AssumeRoleWithSAML' } as const;
const noWeb = {
  code: 'AccessDenied',
  message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
} as const;

const NARROW = policyText(allow('s3:GetObject'));
const TAG = 'PrincipalTag:team';

const SAML = { RoleArn: READER, PrincipalArn: SAML_PROVIDER } as const;
const having = (given: Readonly<Record<string, readonly string[]>>) => ({
  ...SAML,
  SAMLAssertion: saying({ attributes: attributes({ ...BASE, ...given }) }),
});
const samlOf = (change: Parameters<typeof saying>[0]) => ({ ...SAML, SAMLAssertion: saying(change) });
const changed = (from: string, to: string): string => encode(decode(saying({})).replace(from, to));
const pairing = (role: Arn, provider: Arn) => ({
  RoleArn: role,
  PrincipalArn: provider,
  SAMLAssertion: saying({ attributes: attributes({ ...BASE, Role: [`${role},${provider}`] }) }),
});
const withoutName = attributes({ Role: BASE.Role });

const WEB = { RoleArn: DEPLOY, RoleSessionName: 'job-42' } as const;
const webOf = (claims: Readonly<Record<string, unknown>>) => ({ ...WEB, WebIdentityToken: claiming(claims) });
const NOW_SECONDS = epochMillis(NOW) / 1000;
const token = claiming({});
const NOT_JWT =
  'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)';
const NO_KEY =
  "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements";
const TOO_LARGE = 'Packed policy consumes 113% of allotted space, please use smaller policy.';
const LARGE = documentOf(2048);
const MAX_SESSION = 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.';

export const STS_FEDERATION = [
  row({
    operation: 'sts:AssumeRoleWithSAML',
    world: FEDERATED_WORLD,
    caller: ANONYMOUS,
    works: {
      ...SAML,
      Policy: NARROW,
      PolicyArns: [{ arn: WRITE_DRAFTS }],
      SAMLAssertion: saying({
        attributes: attributes({
          ...BASE,
          Role: [`${roleArnOf('Other')},${SAML_PROVIDER}`, ` ${SAML_PROVIDER}, ${READER}`],
          SessionDuration: ['7200'],
          [TAG]: ['night'],
          'PrincipalTag:floor': ['2'],
          TransitiveTagKeys: ['team'],
          SourceIdentity: ['ada'],
        }),
        sessionNotOnOrAfter: addSeconds(NOW, 6000),
      }),
    },
    then: (output) => {
      expect(output).toMatchObject({
        AssumedRoleUser: { Arn: `arn:aws:sts::${BOOKSHOP}:assumed-role/Reader/ada@maple` },
        SourceIdentity: 'ada',
        Subject: 'ada',
        SubjectType: 'persistent',
        Issuer: DIRECTORY,
        Audience: 'https://signin.aws.amazon.com/saml',
        Credentials: { Expiration: addSeconds(NOW, 6000) },
      });
      expect(output.PackedPolicySize).toBeGreaterThan(0);
      expect(output.NameQualifier).toMatch(/^[\w+/]{27}=$/);
      expect(holder(output)).toEqual(
        session('Reader', {
          sessionName: 'ada@maple',
          origin: {
            kind: 'assumeRoleWithSaml',
            assertion: {
              provider: SAML_PROVIDER,
              issuer: DIRECTORY,
              recipient: ada.recipient,
              subject: 'ada',
              subjectType: 'persistent',
              nameQualifier: output.NameQualifier,
              attributes: {},
            },
          },
          sessionTags: { team: 'night', floor: '2' },
          transitiveTags: ['team'],
          sourceIdentity: 'ada',
          policies: { policy: NARROW, policyArns: [WRITE_DRAFTS] },
          credentials: {
            kind: 'role',
            accessKeyId: output.Credentials.AccessKeyId,
            issued: NOW,
            expires: addSeconds(NOW, 6000),
            mfa: null,
          },
        }),
      );
    },
    errors: [
      {
        input: { ...samlOf({}), PrincipalArn: `arn:aws:iam::${BOOKSHOP}:saml-provider/Gone` },
        ...untrusted("Specified provider doesn't exist"),
      },
      ...[
        'AAAA',
        '!!!!!',
        encode('<a>'),
        changed('<saml:Assertion', '<saml:Assertion ID=""/><saml:Assertion'),
      ].map((SAMLAssertion) => ({
        input: { ...SAML, SAMLAssertion },
        ...untrusted('Invalid base64 SAMLResponse'),
      })),
      {
        input: samlOf({ issuer: 'https://elsewhere.example' }),
        ...untrusted('Issuer not present in specified provider'),
      },
      // Any change of what is signed, another key, no signature.
      ...[
        changed('>ada<', '>eve<'),
        changed(READER, roleArnOf('Desk')),
        changed(`NotOnOrAfter="${ada.notOnOrAfter}"`, `NotOnOrAfter="${addSeconds(NOW, 900)}"`),
        changed('<saml:Subject>', '<saml:Subject> '),
        saying({}, signingKey('another secret')),
        encode(decode(saying({})).replace(/<ds:Signature .*<\/ds:Signature>/, '')),
      ].map((SAMLAssertion) => ({
        input: { ...SAML, SAMLAssertion },
        ...untrusted('Response signature invalid'),
      })),
      {
        input: pairing(READER, `arn:aws:iam::${BOOKSHOP}:saml-provider/Sealed`),
        ...untrusted('Response is not encrypted.'),
      },
      {
        input: samlOf({ audience: 'urn:somebody:else' }),
        ...untrusted('Response does not contain the required audience.'),
      },
      {
        input: samlOf({ recipient: 'https://signin.aws.amazon.com.evil.example/saml' }),
        ...untrusted('Response does not contain the required recipient.'),
      },
      { input: samlOf({ notBefore: addSeconds(NOW, 90) }), ...untrusted('Response is not yet valid.') },
      {
        input: samlOf({ issued: addSeconds(NOW, -301) }),
        ...ended('Token must be redeemed within 5 minutes of issuance'),
      },
      { input: samlOf({ notOnOrAfter: NOW }), ...ended('Response has expired') },
      { input: samlOf({ sessionNotOnOrAfter: NOW }), ...ended('Response has expired') },
      { input: samlOf({ attributes: attributes({ RoleSessionName: ['ada'] }) }), ...noSaml },
      { input: having({ Role: [`${READER},${READER}`] }), ...noSaml },
      { input: having({ Role: [READER] }), ...noSaml },
      {
        input: samlOf({ attributes: withoutName }),
        ...untrusted('RoleSessionName is required in AuthnResponse'),
      },
      {
        input: samlOf({
          attributes: { ...withoutName, [`${AWS_ATTRIBUTES}rolesessionname`]: ['ada'] },
        }),
        ...untrusted('RoleSessionName is required in AuthnResponse'),
      },
      {
        input: having({ RoleSessionName: ['a b'] }),
        ...untrusted('RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}'),
      },
      ...['899', '43201', 'long'].map((seconds) => ({
        input: having({ SessionDuration: [seconds] }),
        ...untrusted('SessionDuration in AuthnResponse must be between 900 and 43200'),
      })),
      { input: samlOf({ subject: undefined }), ...noSaml },
      ...['aws:ada', 'a'].map((identity) => ({
        input: having({ SourceIdentity: [identity] }),
        ...untrusted('Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with "aws:"'),
      })),
      {
        input: having({ [TAG]: ['a'], 'PrincipalTag:Team': ['b'] }),
        code: 'InvalidParameterValue',
        message: 'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
      },
      {
        input: having({ TransitiveTagKeys: ['team'] }),
        code: 'InvalidParameterValue',
        message: 'The specified transitive tag key must be included in the requested tags.',
      },
      {
        input: having({ [TAG]: ['a'.repeat(257)] }),
        ...invalid(
          `1 validation error detected: Value '${'a'.repeat(257)}' at 'tags.1.member.value' failed to satisfy constraint: Member must have length less than or equal to 256`,
        ),
      },
      // The trust policy decides: another audience, a role that trusts nobody so, none, one elsewhere.
      { input: samlOf({ recipient: 'https://eu-west-1.signin.aws.amazon.com/saml' }), ...noSaml },
      ...['Desk', 'Gone'].map((name) => ({ input: pairing(roleArnOf(name), SAML_PROVIDER), ...noSaml })),
      { input: pairing(roleArnOf('Reader', NEIGHBOUR), SAML_PROVIDER), ...noSaml },
      // Tags and a source identity need a permission of their own.
      ...[TAG, 'SourceIdentity'].map((name) => ({
        input: {
          ...having({ [name]: ['ada'], Role: [`${roleArnOf('PlainReader')},${SAML_PROVIDER}`] }),
          RoleArn: roleArnOf('PlainReader'),
        },
        ...noSaml,
      })),
      { input: { ...samlOf({}), DurationSeconds: 7201 }, ...invalid(MAX_SESSION) },
      { input: having({ SessionDuration: ['7201'] }), ...invalid(MAX_SESSION) },
      {
        input: { ...samlOf({}), Policy: '{' },
        code: 'MalformedPolicyDocument',
        message: 'This policy contains invalid Json',
      },
      { input: { ...samlOf({}), Policy: LARGE }, code: 'PackedPolicyTooLarge', message: TOO_LARGE },
      { input: { ...samlOf({}), RoleArn: SAML_PROVIDER }, ...invalid(`${SAML_PROVIDER} is invalid`) },
      { input: { ...samlOf({}), PrincipalArn: READER }, ...invalid(`${READER} is invalid`) },
    ],
  }),
  row({
    operation: 'sts:AssumeRoleWithSAML',
    world: FEDERATED_WORLD,
    works: {
      ...samlOf({
        subject: { name: 'ada@maple', format: `${NAME_FORMATS.replace('2.0', '1.1')}emailAddress` },
      }),
    },
    then: (output) => {
      expect(output.SubjectType).toBe('urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress');
      expect(output.Credentials.Expiration).toBe(addSeconds(NOW, 3600));
      expect(output).not.toHaveProperty('PackedPolicySize');
      expect(output).not.toHaveProperty('SourceIdentity');
    },
    errors: [],
  }),
  row({
    operation: 'sts:AssumeRoleWithWebIdentity',
    world: FEDERATED_WORLD,
    caller: ANONYMOUS,
    works: {
      ...webOf({
        aud: ['other', 'till'],
        azp: 'till',
        repository: 'maple/till',
        'https://aws.amazon.com/tags': {
          principal_tags: { team: ['night'], floor: ['2'] },
          transitive_tag_keys: ['team'],
        },
        'https://aws.amazon.com/source_identity': 'ada',
        'https://aws.amazon.com/roles': [DEPLOY],
      }),
      DurationSeconds: 900,
    },
    then: (output) => {
      expect(output).toMatchObject({
        AssumedRoleUser: { Arn: `arn:aws:sts::${BOOKSHOP}:assumed-role/Deploy/job-42` },
        SubjectFromWebIdentityToken: 'job:42',
        Audience: 'till',
        Provider: OIDC_PROVIDER,
        SourceIdentity: 'ada',
      });
      expect(holder(output)).toEqual(
        session('Deploy', {
          sessionName: 'job-42',
          origin: {
            kind: 'assumeRoleWithWebIdentity',
            identity: {
              provider: OIDC_PROVIDER,
              claims: { aud: ['other', 'till'], azp: 'till', sub: 'job:42' },
            },
          },
          sessionTags: { team: 'night', floor: '2' },
          transitiveTags: ['team'],
          sourceIdentity: 'ada',
          credentials: {
            kind: 'role',
            accessKeyId: output.Credentials.AccessKeyId,
            issued: NOW,
            expires: addSeconds(NOW, 900),
            mfa: null,
          },
        }),
      );
    },
    errors: [
      ...['nonsense', 'a.b.c', `${encode('{"alg":"none"}', true)}.${encode('{}', true)}.AAAA`].map(
        (WebIdentityToken) => ({ input: { ...WEB, WebIdentityToken }, ...untrusted(NOT_JWT) }),
      ),
      ...['https://elsewhere.example', 'idp.maple-books.example', 'http://idp.maple-books.example'].map(
        (iss) => ({
          input: { ...WEB, WebIdentityToken: claiming({ iss }, iss) },
          ...untrusted(`No OpenIDConnect provider found in your account for ${iss}`),
        }),
      ),
      // Role and provider must be in the same account.
      {
        input: { ...webOf({}), RoleArn: roleArnOf('Deploy', NEIGHBOUR) },
        ...untrusted(`No OpenIDConnect provider found in your account for ${ISSUER}`),
      },
      ...[
        claiming({}, 'https://elsewhere.example'),
        [token.split('.')[0], claiming({ sub: 'job:43' }).split('.')[1], token.split('.')[2]].join('.'),
        token.slice(0, -4),
      ].map((WebIdentityToken) => ({ input: { ...WEB, WebIdentityToken }, ...untrusted(NO_KEY) })),
      ...(['aud', 'sub', 'iat', 'exp'] as const).map((name) => ({
        input: webOf({ [name]: undefined }),
        ...untrusted(`Missing a required claim: ${name}`),
      })),
      { input: webOf({ aud: 'nobody' }), ...untrusted('Incorrect token audience') },
      { input: webOf({ azp: 'nobody' }), ...untrusted('Incorrect token audience') },
      {
        input: webOf({ exp: NOW_SECONDS }),
        ...ended(
          `Token expired: current date/time ${NOW_SECONDS} must be before the expiration date/time ${NOW_SECONDS}`,
        ),
      },
      ...[{ nbf: NOW_SECONDS + 61 }, { iat: NOW_SECONDS + 61 }].map((claims) => ({
        input: webOf(claims),
        ...untrusted('Token is not yet valid.'),
      })),
      {
        input: webOf({ 'https://aws.amazon.com/roles': [roleArnOf('Desk')] }),
        ...untrusted('The role is not among those that the token may be used for.'),
      },
      {
        input: webOf({ 'https://aws.amazon.com/source_identity': 'aws:x' }),
        ...untrusted('Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with "aws:"'),
      },
      {
        input: webOf({ 'https://aws.amazon.com/tags/transitive_tag_keys': ['team'] }),
        code: 'InvalidParameterValue',
        message: 'The specified transitive tag key must be included in the requested tags.',
      },
      // The trust policy decides: another subject, a role that trusts nobody so, none.
      { input: webOf({ sub: 'cron:1' }), ...noWeb },
      ...['Desk', 'Gone', 'Google'].map((name) => ({
        input: { ...webOf({}), RoleArn: roleArnOf(name) },
        ...noWeb,
      })),
      ...[
        { 'https://aws.amazon.com/tags/principal_tags/team': 'a' },
        { 'https://aws.amazon.com/source_identity': 'ada' },
      ].map((claims) => ({ input: { ...webOf(claims), RoleArn: roleArnOf('PlainDeploy') }, ...noWeb })),
      {
        input: { ...WEB, RoleArn: roleArnOf('Google'), WebIdentityToken: googleToken({ aud: 'other' }) },
        ...noWeb,
      },
      // Nobody else's token passes for one of a provider that is named in the call.
      {
        input: {
          ...WEB,
          RoleArn: roleArnOf('Amazon'),
          ProviderId: 'www.amazon.com',
          WebIdentityToken: token,
        },
        ...untrusted(NO_KEY),
      },
      { input: { ...webOf({}), ProviderId: 'idp.example.com' }, ...invalid('idp.example.com is invalid') },
      { input: { ...webOf({}), RoleArn: OIDC_PROVIDER }, ...invalid(`${OIDC_PROVIDER} is invalid`) },
      { input: { ...webOf({}), DurationSeconds: 7201 }, ...invalid(MAX_SESSION) },
      {
        input: { ...webOf({}), Policy: '{' },
        code: 'MalformedPolicyDocument',
        message: 'This policy contains invalid Json',
      },
      { input: { ...webOf({}), Policy: LARGE }, code: 'PackedPolicyTooLarge', message: TOO_LARGE },
    ],
  }),
  ...(['https://accounts.google.com', 'accounts.google.com'] as const).map((iss) =>
    row({
      operation: 'sts:AssumeRoleWithWebIdentity',
      world: FEDERATED_WORLD,
      works: { ...WEB, RoleArn: roleArnOf('Google'), WebIdentityToken: googleToken({ iss }) },
      then: (output) => {
        expect(output).toMatchObject({ Provider: 'accounts.google.com', Audience: 'till' });
      },
      errors: [],
    }),
  ),
  row({
    operation: 'sts:AssumeRoleWithWebIdentity',
    world: FEDERATED_WORLD,
    works: {
      ...WEB,
      RoleArn: roleArnOf('Amazon'),
      ProviderId: 'www.amazon.com',
      WebIdentityToken: claiming(
        { iss: undefined, aud: undefined, sub: undefined, app_id: 'till', user_id: 'amzn1.ada' },
        'https://www.amazon.com',
      ),
    },
    then: (output) => {
      expect(output).toMatchObject({
        Provider: 'www.amazon.com',
        Audience: 'till',
        SubjectFromWebIdentityToken: 'amzn1.ada',
      });
    },
    errors: [],
  }),
];

function googleToken(claims: Readonly<Record<string, unknown>>): string {
  return claiming(
    { ...CLAIMS, iss: 'https://accounts.google.com', aud: 'till', ...claims },
    'https://accounts.google.com',
  );
}
