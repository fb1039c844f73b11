// Fixtures for tests of the request context: callers of every kind, and the keys that each of them brings.
import type { AccountFacts } from '../../src/evaluation/context-keys/account-facts.ts';
import type {
  CallerFacts,
  RootFacts,
  UserCredentials,
  UserFacts,
  RoleCredentials,
  RoleSessionFacts,
} from '../../src/evaluation/context-keys/caller-facts.ts';
import type { SamlAssertion } from '../../src/evaluation/context-keys/saml-keys.ts';
import type { WebIdentity } from '../../src/evaluation/context-keys/web-identity-keys.ts';
import type { ContextFacts } from '../../src/evaluation/context-keys/request-context.ts';
import { UNKNOWN, type RequestContext } from '../../src/evaluation/request.ts';

export const NOW = '2026-11-22T10:14:05Z';
export const ISSUED = '2026-11-22T10:00:00Z';
/** A minute before the credentials were issued: 905 seconds ago. */
export const MFA = '2026-11-22T09:59:00Z';

export const SHOP: AccountFacts = {
  id: '111122223333',
  organization: { id: 'o-maple12345', path: 'o-maple12345/r-ab12/ou-ab12-11111111/' },
};
export const NEIGHBOUR: AccountFacts = { id: '444455556666', organization: null };

/** Somebody without a name asks a table of a neighbour's for an item, from a place in the internet. */
export const ANONYMOUS: ContextFacts = {
  caller: { kind: 'anonymous' },
  route: { kind: 'direct' },
  network: { kind: 'internet', sourceIp: '203.0.113.10' },
  client: { tls: true, userAgent: 'aws-cli/2', referer: null },
  region: 'eu-central-1',
  now: NOW,
  action: 'dynamodb:GetItem',
  resource: {
    kind: 'resource',
    arn: 'arn:aws:dynamodb:eu-central-1:444455556666:table/Books',
    owner: NEIGHBOUR,
    tags: {},
  },
  tags: { kind: 'none' },
  call: {},
};

export const CALL: RequestContext = {
  'aws:CurrentTime': NOW,
  'aws:EpochTime': '1795342445',
  'aws:RequestedRegion': 'eu-central-1',
  'aws:SecureTransport': 'true',
  'aws:UserAgent': 'aws-cli/2',
  'aws:ResourceAccount': '444455556666',
};
export const DIRECT: RequestContext = {
  ...CALL,
  'aws:SourceIp': '203.0.113.10',
  'aws:ViaAWSService': 'false',
};

export const IN_SHOP: RequestContext = {
  'aws:PrincipalAccount': '111122223333',
  'aws:PrincipalOrgID': 'o-maple12345',
  'aws:PrincipalOrgPaths': ['o-maple12345/r-ab12/ou-ab12-11111111/'],
  'aws:PrincipalIsAWSService': 'false',
};

export const root = (credentials: RootFacts['credentials']): CallerFacts => ({
  kind: 'root',
  account: SHOP,
  credentials,
});
export const ROOT: RequestContext = {
  ...IN_SHOP,
  'aws:PrincipalType': 'Account',
  'aws:PrincipalArn': 'arn:aws:iam::111122223333:root',
  'aws:userid': '111122223333',
};

export const user = (credentials: UserCredentials, change: Partial<UserFacts> = {}): CallerFacts => ({
  kind: 'user',
  account: SHOP,
  arn: 'arn:aws:iam::111122223333:user/shop/noor',
  name: 'noor',
  id: 'AIDANOORAAAAAAAAAAAAA',
  tags: { team: 'editorial' },
  credentials,
  ...change,
});
export const USER: RequestContext = {
  ...IN_SHOP,
  'aws:PrincipalType': 'User',
  'aws:PrincipalArn': 'arn:aws:iam::111122223333:user/shop/noor',
  'aws:userid': 'AIDANOORAAAAAAAAAAAAA',
  'aws:username': 'noor',
  'aws:PrincipalTag/team': 'editorial',
};

export const role = (credentials: RoleCredentials, change: Partial<RoleSessionFacts> = {}): CallerFacts => ({
  kind: 'roleSession',
  account: SHOP,
  roleArn: 'arn:aws:iam::111122223333:role/shop/Clerk',
  roleId: 'AROACLERKAAAAAAAAAAAA',
  sessionName: 'noor',
  roleTags: {},
  sessionTags: {},
  sourceIdentity: null,
  signInSession: null,
  issued: ISSUED,
  credentials,
  ...change,
});
export const ROLE: RequestContext = {
  ...IN_SHOP,
  'aws:PrincipalType': 'AssumedRole',
  'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/shop/Clerk',
  'aws:userid': 'AROACLERKAAAAAAAAAAAA:noor',
  'aws:TokenIssueTime': ISSUED,
};

export const NO_MFA: RequestContext = { 'aws:MultiFactorAuthPresent': 'false' };
export const WITH_MFA: RequestContext = {
  'aws:MultiFactorAuthPresent': 'true',
  'aws:MultiFactorAuthAge': '905',
};

/** In every request, as AWS says, and nobody says with which value. */
export const UNDOCUMENTED: RequestContext = {
  'aws:PrincipalType': UNKNOWN,
  'aws:PrincipalAccount': UNKNOWN,
  'aws:userid': UNKNOWN,
};

export const ASSERTION: SamlAssertion = {
  provider: 'arn:aws:iam::111122223333:saml-provider/Campus',
  issuer: 'https://idp.example.edu/shibboleth',
  recipient: 'https://signin.aws.amazon.com/saml',
  subject: 'noor@example.edu',
  subjectType: 'persistent',
  nameQualifier: 'SbdGOnUkh1i4+EXAMPLExL/jEvs=',
  attributes: { mail: 'noor@example.edu', edupersonaffiliation: ['staff', 'alum'] },
};

export const GITHUB: WebIdentity = {
  provider: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
  claims: {
    aud: 'sts.amazonaws.com',
    sub: 'repo:maple/shop:ref:refs/heads/main',
    repository: 'maple/shop',
    jti: 'not for policies',
  },
};

export const COGNITO: WebIdentity = {
  provider: 'cognito-identity.amazonaws.com',
  claims: {
    aud: 'eu-central-1:pool',
    sub: 'eu-central-1:noor',
    amr: ['authenticated', 'graph.facebook.com'],
    iss: 'https://cognito-identity.amazonaws.com',
  },
};

export const ENDPOINT: ContextFacts['network'] = {
  kind: 'vpcEndpoint',
  endpoint: 'vpce-1a2b3c4d',
  vpc: 'arn:aws:ec2:eu-central-1:111122223333:vpc/vpc-1a2b3c4d',
  privateIp: '10.0.0.7',
  owner: SHOP,
};
