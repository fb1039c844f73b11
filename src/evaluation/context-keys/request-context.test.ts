// Tests that each kind of caller, route, network and resource brings exactly its condition keys into the request context.
import { describe, expect, test } from 'vitest';
import { UNKNOWN, type RequestContext } from '../request.ts';
import type { AccountFacts } from './account-facts.ts';
import type {
  CallerFacts,
  RoleCredentials,
  RoleSessionFacts,
  RootFacts,
  UserCredentials,
  UserFacts,
} from './caller-facts.ts';
import { requestContext, type ContextFacts } from './request-context.ts';
import type { SamlAssertion } from './saml-keys.ts';
import type { WebIdentity } from './web-identity-keys.ts';

const NOW = '2026-11-22T10:14:05Z';
const ISSUED = '2026-11-22T10:00:00Z';
/** A minute before the credentials were issued: 905 seconds ago. */
const MFA = '2026-11-22T09:59:00Z';

const SHOP: AccountFacts = {
  id: '111122223333',
  organization: { id: 'o-maple12345', path: 'o-maple12345/r-ab12/ou-ab12-11111111/' },
};
const NEIGHBOUR: AccountFacts = { id: '444455556666', organization: null };

/** Somebody without a name asks a table of a neighbour's for an item, from a place in the internet. */
const ANONYMOUS: ContextFacts = {
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

const CALL: RequestContext = {
  'aws:CurrentTime': NOW,
  'aws:EpochTime': '1795342445',
  'aws:RequestedRegion': 'eu-central-1',
  'aws:SecureTransport': 'true',
  'aws:UserAgent': 'aws-cli/2',
  'aws:ResourceAccount': '444455556666',
};
const DIRECT: RequestContext = { ...CALL, 'aws:SourceIp': '203.0.113.10', 'aws:ViaAWSService': 'false' };

const IN_SHOP: RequestContext = {
  'aws:PrincipalAccount': '111122223333',
  'aws:PrincipalOrgID': 'o-maple12345',
  'aws:PrincipalOrgPaths': ['o-maple12345/r-ab12/ou-ab12-11111111/'],
  'aws:PrincipalIsAWSService': 'false',
};

const root = (credentials: RootFacts['credentials']): CallerFacts => ({
  kind: 'root',
  account: SHOP,
  credentials,
});
const ROOT: RequestContext = {
  ...IN_SHOP,
  'aws:PrincipalType': 'Account',
  'aws:PrincipalArn': 'arn:aws:iam::111122223333:root',
  'aws:userid': '111122223333',
};

const user = (credentials: UserCredentials, change: Partial<UserFacts> = {}): CallerFacts => ({
  kind: 'user',
  account: SHOP,
  arn: 'arn:aws:iam::111122223333:user/shop/noor',
  name: 'noor',
  id: 'AIDANOORAAAAAAAAAAAAA',
  tags: { team: 'editorial' },
  credentials,
  ...change,
});
const USER: RequestContext = {
  ...IN_SHOP,
  'aws:PrincipalType': 'User',
  'aws:PrincipalArn': 'arn:aws:iam::111122223333:user/shop/noor',
  'aws:userid': 'AIDANOORAAAAAAAAAAAAA',
  'aws:username': 'noor',
  'aws:PrincipalTag/team': 'editorial',
};

const role = (credentials: RoleCredentials, change: Partial<RoleSessionFacts> = {}): CallerFacts => ({
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
const ROLE: RequestContext = {
  ...IN_SHOP,
  'aws:PrincipalType': 'AssumedRole',
  'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/shop/Clerk',
  'aws:userid': 'AROACLERKAAAAAAAAAAAA:noor',
  'aws:TokenIssueTime': ISSUED,
};

const NO_MFA: RequestContext = { 'aws:MultiFactorAuthPresent': 'false' };
const WITH_MFA: RequestContext = { 'aws:MultiFactorAuthPresent': 'true', 'aws:MultiFactorAuthAge': '905' };

/** In every request, as AWS says, and nobody says with which value. */
const UNDOCUMENTED: RequestContext = {
  'aws:PrincipalType': UNKNOWN,
  'aws:PrincipalAccount': UNKNOWN,
  'aws:userid': UNKNOWN,
};

const ASSERTION: SamlAssertion = {
  provider: 'arn:aws:iam::111122223333:saml-provider/Campus',
  issuer: 'https://idp.example.edu/shibboleth',
  recipient: 'https://signin.aws.amazon.com/saml',
  subject: 'noor@example.edu',
  subjectType: 'persistent',
  nameQualifier: 'SbdGOnUkh1i4+EXAMPLExL/jEvs=',
  attributes: { mail: 'noor@example.edu', edupersonaffiliation: ['staff', 'alum'] },
};

const GITHUB: WebIdentity = {
  provider: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
  claims: {
    aud: 'sts.amazonaws.com',
    sub: 'repo:maple/shop:ref:refs/heads/main',
    repository: 'maple/shop',
    jti: 'not for policies',
  },
};

const COGNITO: WebIdentity = {
  provider: 'cognito-identity.amazonaws.com',
  claims: {
    aud: 'eu-central-1:pool',
    sub: 'eu-central-1:noor',
    amr: ['authenticated', 'graph.facebook.com'],
    iss: 'https://cognito-identity.amazonaws.com',
  },
};

const CALLERS: readonly (readonly [string, CallerFacts, RequestContext])[] = [
  ['the root user with an access key', root({ kind: 'accessKey' }), ROOT],
  [
    'the root user in the console',
    root({ kind: 'console', issued: ISSUED, mfa: MFA }),
    { ...ROOT, 'aws:TokenIssueTime': ISSUED, ...WITH_MFA },
  ],
  [
    'AssumeRoot',
    root({ kind: 'assumeRoot', issued: ISSUED }),
    { ...ROOT, 'aws:AssumedRoot': 'true', 'aws:TokenIssueTime': ISSUED, ...NO_MFA },
  ],
  ['an IAM user with an access key', user({ kind: 'accessKey' }), USER],
  [
    'an IAM user in the console, without MFA',
    user({ kind: 'console', issued: ISSUED, mfa: null }),
    { ...USER, 'aws:TokenIssueTime': ISSUED, ...NO_MFA },
  ],
  [
    'GetSessionToken without MFA',
    user({ kind: 'getSessionToken', issued: ISSUED, mfa: null }),
    { ...USER, 'aws:TokenIssueTime': ISSUED, ...NO_MFA },
  ],
  [
    'GetSessionToken with MFA',
    user({ kind: 'getSessionToken', issued: ISSUED, mfa: MFA }),
    { ...USER, 'aws:TokenIssueTime': ISSUED, ...WITH_MFA },
  ],
  [
    'aws login',
    user({
      kind: 'signIn',
      issued: ISSUED,
      mfa: MFA,
      session: 'arn:aws:signin:eu-central-1:111122223333:session/7f3a',
    }),
    {
      ...USER,
      'aws:TokenIssueTime': ISSUED,
      ...WITH_MFA,
      'aws:SignInSessionArn': 'arn:aws:signin:eu-central-1:111122223333:session/7f3a',
    },
  ],
  [
    'an IAM user outside of organizations, without tags, whose id nobody knows',
    user({ kind: 'accessKey' }, { account: NEIGHBOUR, tags: {}, id: null }),
    {
      'aws:PrincipalType': 'User',
      'aws:PrincipalArn': 'arn:aws:iam::111122223333:user/shop/noor',
      'aws:PrincipalAccount': '444455556666',
      'aws:PrincipalIsAWSService': 'false',
      'aws:userid': UNKNOWN,
      'aws:username': 'noor',
    },
  ],
  ['AssumeRole without MFA', role({ kind: 'assumeRole', mfa: null }), { ...ROLE, ...NO_MFA }],
  ['AssumeRole with MFA', role({ kind: 'assumeRole', mfa: MFA }), { ...ROLE, ...WITH_MFA }],
  [
    'AssumeRole with tags and a source identity, after a sign-in with OAuth',
    role(
      { kind: 'assumeRole', mfa: null },
      {
        roleTags: { Team: 'sales', floor: '2' },
        sessionTags: { team: 'editorial', desk: '7' },
        sourceIdentity: 'noor.h',
        signInSession: 'arn:aws:signin:eu-central-1:111122223333:session/7f3a',
      },
    ),
    {
      ...ROLE,
      ...NO_MFA,
      'aws:PrincipalTag/team': 'editorial',
      'aws:PrincipalTag/floor': '2',
      'aws:PrincipalTag/desk': '7',
      'aws:SourceIdentity': 'noor.h',
      'aws:SignInSessionArn': 'arn:aws:signin:eu-central-1:111122223333:session/7f3a',
    },
  ],
  [
    'a role whose id nobody knows',
    role({ kind: 'assumeRole', mfa: null }, { roleId: null }),
    { ...ROLE, ...NO_MFA, 'aws:userid': UNKNOWN },
  ],
  [
    'a session of AssumeRoleWithSAML',
    role({ kind: 'assumeRoleWithSaml', assertion: ASSERTION }),
    {
      ...ROLE,
      'saml:sub': 'noor@example.edu',
      'saml:sub_type': 'persistent',
      'saml:namequalifier': 'SbdGOnUkh1i4+EXAMPLExL/jEvs=',
    },
  ],
  [
    'a session of AssumeRoleWithWebIdentity, of a provider in the account',
    role({ kind: 'assumeRoleWithWebIdentity', identity: GITHUB }),
    {
      ...ROLE,
      'aws:FederatedProvider': 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
      'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
      'token.actions.githubusercontent.com:sub': 'repo:maple/shop:ref:refs/heads/main',
    },
  ],
  [
    'a session of AssumeRoleWithWebIdentity, of a provider built in',
    role({ kind: 'assumeRoleWithWebIdentity', identity: COGNITO }),
    {
      ...ROLE,
      'aws:FederatedProvider': 'cognito-identity.amazonaws.com',
      'cognito-identity.amazonaws.com:aud': 'eu-central-1:pool',
      'cognito-identity.amazonaws.com:sub': 'eu-central-1:noor',
      'cognito-identity.amazonaws.com:amr': ['authenticated', 'graph.facebook.com'],
    },
  ],
  [
    'Identity Center',
    role({ kind: 'identityCenter', userId: '94482488-3041-7026-18f3-be45837cd0e4' }),
    { ...ROLE, 'identitystore:UserId': '94482488-3041-7026-18f3-be45837cd0e4' },
  ],
  [
    'an EC2 instance',
    role(
      {
        kind: 'ec2Instance',
        instance: 'arn:aws:ec2:eu-central-1:111122223333:instance/i-0123456789abcdef0',
        vpc: 'vpc-1a2b3c4d',
        privateIpv4: '10.0.0.7',
        delivery: 2,
      },
      { sessionName: 'i-0123456789abcdef0' },
    ),
    {
      ...ROLE,
      ...NO_MFA,
      'aws:userid': 'AROACLERKAAAAAAAAAAAA:i-0123456789abcdef0',
      'aws:Ec2InstanceSourceVpc': 'vpc-1a2b3c4d',
      'aws:Ec2InstanceSourcePrivateIPv4': '10.0.0.7',
      'ec2:RoleDelivery': '2.0',
      'ec2:SourceInstanceArn': 'arn:aws:ec2:eu-central-1:111122223333:instance/i-0123456789abcdef0',
    },
  ],
  [
    'a Lambda function',
    role({
      kind: 'lambdaFunction',
      function: 'arn:aws:lambda:eu-central-1:111122223333:function:resize',
    }),
    {
      ...ROLE,
      ...NO_MFA,
      'lambda:SourceFunctionArn': 'arn:aws:lambda:eu-central-1:111122223333:function:resize',
    },
  ],
  [
    'a machine of Systems Manager',
    role({
      kind: 'managedInstance',
      instance: 'arn:aws:ssm:eu-central-1:111122223333:managed-instance/mi-0a1b2c3d',
    }),
    {
      ...ROLE,
      ...NO_MFA,
      'ssm:SourceInstanceArn': 'arn:aws:ssm:eu-central-1:111122223333:managed-instance/mi-0a1b2c3d',
    },
  ],
  [
    'CodeBuild',
    role({
      kind: 'codeBuild',
      build: 'arn:aws:codebuild:eu-central-1:111122223333:build/Site:1',
      project: 'arn:aws:codebuild:eu-central-1:111122223333:project/Site',
    }),
    {
      ...ROLE,
      ...NO_MFA,
      'codebuild:BuildArn': 'arn:aws:codebuild:eu-central-1:111122223333:build/Site:1',
      'codebuild:ProjectArn': 'arn:aws:codebuild:eu-central-1:111122223333:project/Site',
    },
  ],
  [
    'AWS Glue itself',
    role({ kind: 'glue', by: 'service' }),
    { ...ROLE, ...NO_MFA, 'glue:RoleAssumedBy': 'glue.amazonaws.com' },
  ],
  [
    'a job of AWS Glue',
    role({ kind: 'glue', by: 'job' }),
    { ...ROLE, ...NO_MFA, 'glue:CredentialIssuingService': 'glue.amazonaws.com' },
  ],
  [
    'a chat channel',
    role({
      kind: 'chat',
      configuration: 'arn:aws:chatbot::111122223333:chat-configuration/slack-channel/x',
    }),
    {
      ...ROLE,
      ...NO_MFA,
      'aws:ChatbotSourceArn': 'arn:aws:chatbot::111122223333:chat-configuration/slack-channel/x',
    },
  ],
  ['a service with a role', role({ kind: 'service' }), { ...ROLE, ...NO_MFA }],
  [
    'GetFederationToken',
    {
      kind: 'federatedUser',
      account: SHOP,
      arn: 'arn:aws:sts::111122223333:federated-user/guest',
      name: 'guest',
      userTags: { team: 'editorial', floor: '2' },
      sessionTags: { TEAM: 'visitors' },
      issued: ISSUED,
    },
    {
      ...IN_SHOP,
      'aws:PrincipalType': 'FederatedUser',
      'aws:PrincipalArn': 'arn:aws:sts::111122223333:federated-user/guest',
      'aws:userid': '111122223333:guest',
      'aws:PrincipalTag/TEAM': 'visitors',
      'aws:PrincipalTag/floor': '2',
      'aws:TokenIssueTime': ISSUED,
    },
  ],
  [
    'nobody',
    { kind: 'anonymous' },
    {
      'aws:PrincipalType': 'Anonymous',
      'aws:PrincipalAccount': 'anonymous',
      'aws:userid': 'anonymous',
    },
  ],
];

test.each(CALLERS)('%s', (_name, caller, expected) => {
  expect(requestContext({ ...ANONYMOUS, caller })).toEqual({ ...DIRECT, ...expected });
});

describe('federation, while the role is being assumed', () => {
  const assumed = (caller: CallerFacts): RequestContext => requestContext({ ...ANONYMOUS, caller });

  test('AssumeRoleWithSAML', () => {
    expect(assumed({ kind: 'samlIdentity', assertion: ASSERTION })).toEqual({
      ...DIRECT,
      ...UNDOCUMENTED,
      'saml:sub': 'noor@example.edu',
      'saml:sub_type': 'persistent',
      'saml:namequalifier': 'SbdGOnUkh1i4+EXAMPLExL/jEvs=',
      'saml:aud': 'https://signin.aws.amazon.com/saml',
      'saml:iss': 'https://idp.example.edu/shibboleth',
      'saml:doc': '111122223333/Campus',
      'saml:mail': 'noor@example.edu',
      'saml:edupersonaffiliation': ['staff', 'alum'],
    });
  });

  test('AssumeRoleWithWebIdentity, of a provider in the account', () => {
    expect(assumed({ kind: 'webIdentity', identity: GITHUB })).toEqual({
      ...DIRECT,
      ...UNDOCUMENTED,
      'aws:FederatedProvider': 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
      'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
      'token.actions.githubusercontent.com:sub': 'repo:maple/shop:ref:refs/heads/main',
      'token.actions.githubusercontent.com:repository': 'maple/shop',
    });
  });
});

const ENDPOINT: ContextFacts['network'] = {
  kind: 'vpcEndpoint',
  endpoint: 'vpce-1a2b3c4d',
  vpc: 'arn:aws:ec2:eu-central-1:111122223333:vpc/vpc-1a2b3c4d',
  privateIp: '10.0.0.7',
  owner: SHOP,
};

describe('services', () => {
  const service = (source: Extract<CallerFacts, { kind: 'service' }>['source']): ContextFacts => ({
    ...ANONYMOUS,
    caller: {
      kind: 'service',
      name: 's3.amazonaws.com',
      names: ['s3.amazonaws.com', 's3.eu-central-1.amazonaws.com'],
      source,
    },
    network: { kind: 'aws' },
  });
  const BY_SERVICE: RequestContext = {
    ...CALL,
    ...UNDOCUMENTED,
    'aws:ViaAWSService': 'false',
    'aws:PrincipalIsAWSService': 'true',
    'aws:PrincipalServiceName': 's3.amazonaws.com',
    'aws:PrincipalServiceNamesList': ['s3.amazonaws.com', 's3.eu-central-1.amazonaws.com'],
  };

  test('a service in its own name', () => {
    expect(requestContext(service(null))).toEqual(BY_SERVICE);
  });

  test('a service in its own name, for a resource in an organization', () => {
    expect(requestContext(service({ arn: 'arn:aws:s3:::maple-drafts', account: SHOP }))).toEqual({
      ...BY_SERVICE,
      'aws:SourceArn': 'arn:aws:s3:::maple-drafts',
      'aws:SourceAccount': '111122223333',
      'aws:SourceOrgID': 'o-maple12345',
      'aws:SourceOrgPaths': ['o-maple12345/r-ab12/ou-ab12-11111111/'],
    });
  });

  const forwarded: ContextFacts = {
    ...ANONYMOUS,
    caller: role({ kind: 'assumeRole', mfa: MFA }),
    route: { kind: 'forwarded', by: ['cloudformation.amazonaws.com', 'dynamodb.amazonaws.com'] },
  };
  const FORWARDED: RequestContext = {
    ...CALL,
    'aws:ViaAWSService': 'true',
    'aws:CalledVia': ['cloudformation.amazonaws.com', 'dynamodb.amazonaws.com'],
    'aws:CalledViaFirst': 'cloudformation.amazonaws.com',
    'aws:CalledViaLast': 'dynamodb.amazonaws.com',
  };

  test('a request passed on keeps the caller, the session and the public address', () => {
    expect(requestContext(forwarded)).toEqual({
      ...FORWARDED,
      ...ROLE,
      ...WITH_MFA,
      'aws:SourceIp': '203.0.113.10',
    });
  });

  test('a request passed on keeps nothing of a VPC endpoint', () => {
    expect(requestContext({ ...forwarded, network: ENDPOINT })).toEqual({
      ...FORWARDED,
      ...ROLE,
      ...WITH_MFA,
    });
  });

  test('a request signed with an access key is passed on with temporary credentials', () => {
    expect(requestContext({ ...forwarded, caller: user({ kind: 'accessKey' }) })).toEqual({
      ...FORWARDED,
      ...USER,
      'aws:SourceIp': '203.0.113.10',
      'aws:TokenIssueTime': UNKNOWN,
      'aws:MultiFactorAuthPresent': 'false',
    });
  });

  test('a federated person stays without MFA when the request is passed on', () => {
    const caller = role({ kind: 'assumeRoleWithSaml', assertion: ASSERTION });
    expect(requestContext({ ...forwarded, caller })).not.toHaveProperty(['aws:MultiFactorAuthPresent']);
  });

  test('an MCP server passes a request on', () => {
    expect(
      requestContext({
        ...forwarded,
        route: { kind: 'forwardedByMcp', mcp: 'aws-mcp.amazonaws.com', by: ['athena.amazonaws.com'] },
      }),
    ).toEqual({
      ...CALL,
      ...ROLE,
      ...WITH_MFA,
      'aws:SourceIp': '203.0.113.10',
      'aws:ViaAWSService': 'true',
      'aws:CalledVia': ['aws-mcp.amazonaws.com', 'athena.amazonaws.com'],
      'aws:CalledViaFirst': 'aws-mcp.amazonaws.com',
      'aws:CalledViaLast': 'athena.amazonaws.com',
      'aws:ViaAWSMCPService': 'true',
      'aws:CalledViaAWSMCP': 'aws-mcp.amazonaws.com',
    });
  });

  test('an MCP server asks about an action of its own', () => {
    expect(
      requestContext({ ...ANONYMOUS, caller: user({ kind: 'accessKey' }), route: { kind: 'mcpAction' } }),
    ).toEqual({ ...DIRECT, ...USER, 'aws:IsMcpServiceAction': 'true' });
  });
});

test('the operation adds its own keys, over all others', () => {
  const call = { 'sts:ExternalId': '42', 'aws:RequestedRegion': 'us-east-1' };
  expect(requestContext({ ...ANONYMOUS, call })).toEqual({ ...requestContext(ANONYMOUS), ...call });
});

test('a browser that follows a link, without TLS', () => {
  const client = { tls: false, userAgent: 'Mozilla/5.0', referer: 'https://www.example.com/page' };
  expect(requestContext({ ...ANONYMOUS, client })).toEqual({
    ...requestContext(ANONYMOUS),
    'aws:SecureTransport': 'false',
    'aws:UserAgent': 'Mozilla/5.0',
    'aws:referer': 'https://www.example.com/page',
  });
});

/** The page of AWS on global condition keys, all of it. */
const GLOBAL_KEYS = `
  aws:PrincipalArn aws:PrincipalAccount aws:PrincipalOrgPaths aws:PrincipalOrgID aws:PrincipalTag
  aws:PrincipalIsAWSService aws:PrincipalServiceName aws:PrincipalServiceNamesList aws:PrincipalType aws:userid
  aws:username
  aws:AssumedRoot aws:FederatedProvider aws:TokenIssueTime aws:SignInSessionArn aws:MultiFactorAuthAge
  aws:MultiFactorAuthPresent aws:ChatbotSourceArn aws:Ec2InstanceSourceVpc aws:Ec2InstanceSourcePrivateIPv4
  aws:SourceIdentity ec2:RoleDelivery ec2:SourceInstanceArn glue:RoleAssumedBy glue:CredentialIssuingService
  codebuild:BuildArn codebuild:ProjectArn lambda:SourceFunctionArn ssm:SourceInstanceArn identitystore:UserId
  aws:SourceIp aws:SourceVpc aws:SourceVpcArn aws:SourceVpce aws:VpceAccount aws:VpceOrgID aws:VpceOrgPaths
  aws:VpcSourceIp
  aws:ResourceAccount aws:ResourceOrgID aws:ResourceOrgPaths aws:ResourceTag
  aws:CalledVia aws:CalledViaFirst aws:CalledViaLast aws:CalledViaAWSMCP aws:ViaAWSService aws:ViaAWSMCPService
  aws:CurrentTime aws:EpochTime aws:referer aws:RequestedRegion aws:RequestTag aws:TagKeys aws:SecureTransport
  aws:SourceAccount aws:SourceArn aws:SourceOrgID aws:SourceOrgPaths aws:UserAgent aws:IsMcpServiceAction`
  .trim()
  .split(/\s+/);

test('every global key can come about, and no key that AWS does not have', () => {
  const routes: ContextFacts['route'][] = [
    { kind: 'direct' },
    { kind: 'forwardedByMcp', mcp: 'aws-mcp.amazonaws.com', by: [] },
    { kind: 'mcpAction' },
  ];
  const tags = { team: 'sales' };
  const facts: ContextFacts = {
    ...ANONYMOUS,
    client: { tls: true, userAgent: 'Mozilla/5.0', referer: 'https://www.example.com/page' },
    action: 'lambda:TagResource',
    resource: {
      kind: 'resource',
      arn: 'arn:aws:lambda:eu-central-1:111122223333:function:resize',
      owner: SHOP,
      tags,
    },
    tags: { kind: 'set', tags },
  };
  const service: CallerFacts = {
    kind: 'service',
    name: 's3.amazonaws.com',
    names: ['s3.amazonaws.com'],
    source: { arn: 'arn:aws:s3:::maple-drafts', account: SHOP },
  };
  const keys = [...CALLERS.map(([, caller]) => caller), service].flatMap((caller) =>
    routes.flatMap((route) =>
      [ANONYMOUS.network, ENDPOINT].flatMap((network) =>
        Object.keys(requestContext({ ...facts, caller, route, network })),
      ),
    ),
  );
  const ofProviders = /^(saml|[^:]+\.[^:]+):/;
  const names = keys.filter((key) => !ofProviders.test(key)).map((key) => key.replace(/\/.*/, ''));
  expect([...new Set(names)].sort()).toEqual([...GLOBAL_KEYS].sort());
});
