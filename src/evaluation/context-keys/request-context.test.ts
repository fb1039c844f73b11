// Tests that each kind of caller, route, network and resource brings exactly its condition keys into the request context.
import { describe, expect, test } from 'vitest';
import {
  ISSUED,
  MFA,
  SHOP,
  NEIGHBOUR,
  ANONYMOUS,
  DIRECT,
  IN_SHOP,
  root,
  ROOT,
  user,
  USER,
  role,
  ROLE,
  NO_MFA,
  WITH_MFA,
  UNDOCUMENTED,
  ASSERTION,
  GITHUB,
  COGNITO,
  ENDPOINT,
} from '../../../tests/evaluation/context-facts.ts';
import type { CallerFacts } from './caller-facts.ts';
import { requestContext, type ContextFacts } from './request-context.ts';
import { UNKNOWN, type RequestContext } from '../request.ts';

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
      'ec2:SourceInstanceARN': 'arn:aws:ec2:eu-central-1:111122223333:instance/i-0123456789abcdef0',
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

/** The page of AWS on global condition keys, all of it. */
const GLOBAL_KEYS = `
  aws:PrincipalArn aws:PrincipalAccount aws:PrincipalOrgPaths aws:PrincipalOrgID aws:PrincipalTag
  aws:PrincipalIsAWSService aws:PrincipalServiceName aws:PrincipalServiceNamesList aws:PrincipalType aws:userid
  aws:username
  aws:AssumedRoot aws:FederatedProvider aws:TokenIssueTime aws:SignInSessionArn aws:MultiFactorAuthAge
  aws:MultiFactorAuthPresent aws:ChatbotSourceArn aws:Ec2InstanceSourceVpc aws:Ec2InstanceSourcePrivateIPv4
  aws:SourceIdentity ec2:RoleDelivery ec2:SourceInstanceARN glue:RoleAssumedBy glue:CredentialIssuingService
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
