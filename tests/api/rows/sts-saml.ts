// Rows: sts:AssumeRoleWithSAML.
import { decode, encode } from 'js-base64';
import { expect } from 'vitest';
import { sessionFacts } from '../../../src/api/session-token.ts';
import { AWS_ATTRIBUTES, NAME_FORMATS } from '../../../src/api/saml.ts';
import { signingKey } from '../../../src/api/signing-key.ts';
import type { Arn } from '../../../src/aws/arn.ts';
import { addSeconds } from '../../../src/aws/instant.ts';
import {
  ada,
  attributes,
  BASE,
  DIRECTORY,
  FEDERATED_WORLD,
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

const TOO_LARGE = 'Packed policy consumes 113% of allotted space, please use smaller policy.';
const LARGE = documentOf(2048);
const MAX_SESSION = 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.';

export const ASSUME_ROLE_WITH_SAML = [
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
        code: 'AuthSamlInvalidSamlResponseException',
        message: 'Issuer not present in specified provider',
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
];
