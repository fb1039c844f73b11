// Rows: sts:AssumeRoleWithWebIdentity.
import { encode } from 'js-base64';
import { expect } from 'vitest';
import { sessionFacts } from '../../../src/api/session-token.ts';
import { addSeconds, epochMillis } from '../../../src/aws/instant.ts';
import {
  claiming,
  CLAIMS,
  DEPLOY,
  FEDERATED_WORLD,
  ISSUER,
  OIDC_PROVIDER,
} from '../../fixtures/federation.ts';
import { roleArnOf, session } from '../../fixtures/sts.ts';
import { BOOKSHOP, documentOf, NEIGHBOUR, NOW } from '../../fixtures/world.ts';
import { row } from '../row.ts';

const ANONYMOUS = { kind: 'anonymous', account: '' } as const;

const holder = ({ Credentials }: { readonly Credentials: { readonly SessionToken: string } }) =>
  sessionFacts(Credentials.SessionToken)?.caller;

const untrusted = (message: string) => ({ code: 'InvalidIdentityToken', message }) as const;
const ended = (message: string) => ({ code: 'ExpiredTokenException', message }) as const;
const invalid = (message: string) => ({ code: 'ValidationError', message }) as const;
const noWeb = {
  code: 'AccessDenied',
  message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
} as const;

const WEB = { RoleArn: DEPLOY, RoleSessionName: 'job-42' } as const;
const webOf = (claims: Readonly<Record<string, unknown>>) => ({ ...WEB, WebIdentityToken: claiming(claims) });
const NOW_SECONDS = epochMillis(NOW) / 1000;
const token = claiming({});
const NOT_JWT =
  'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)';
const FORGED =
  'The web identity token that was passed could not be validated by AWS. Get a new identity token from the identity provider and then retry the request.';
const TOO_LARGE = 'Packed policy consumes 113% of allotted space, please use smaller policy.';
const LARGE = documentOf(2048);
const MAX_SESSION = 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.';

export const ASSUME_ROLE_WITH_WEB_IDENTITY = [
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
      ].map((WebIdentityToken) => ({ input: { ...WEB, WebIdentityToken }, ...untrusted(FORGED) })),
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
        ...untrusted(FORGED),
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
