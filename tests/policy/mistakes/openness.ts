// Policies that are open to more than somebody meant, and others that only look so.
import {
  ACCOUNT,
  BUCKET,
  FUNCTION,
  GITHUB,
  KEY,
  ORGANIZATION,
  QUEUE,
  SECRET,
  TABLE,
  TOPIC,
  allow,
  deny,
  objects,
  role,
  to,
  trust,
  user,
  when,
  type Mistake,
} from './mistake.ts';

const PUBLIC: Mistake['found'] = [['PUBLIC_ACCESS', '"*"']];
const LOGS = `arn:aws:logs:eu-west-1:${ACCOUNT}:*`;

const bucket = (operator: string, key: string, value: unknown): Mistake => ({
  name: `a bucket for everyone, ${operator} ${key} ${JSON.stringify(value)}`,
  ...BUCKET,
  statements: to('*', 's3:GetObject', objects, when(operator, key, value)),
});
const queue = (operator: string, key: string, value: unknown): Mistake => ({
  name: `a queue for everyone, ${operator} ${key} ${JSON.stringify(value)}`,
  ...QUEUE,
  statements: to('*', 'sqs:SendMessage', QUEUE.about, when(operator, key, value)),
});
const byService = (operator: string, key: string, value: unknown): Mistake => ({
  name: `a topic for S3, ${operator} ${key} ${JSON.stringify(value)}`,
  ...TOPIC,
  statements: to({ Service: 's3.amazonaws.com' }, 'sns:Publish', TOPIC.about, when(operator, key, value)),
});
const passing = (operator: string, value: unknown): Mistake => ({
  name: `any role, ${operator} iam:PassedToService ${JSON.stringify(value)}`,
  statements: allow('iam:PassRole', role('*'), when(operator, 'iam:PassedToService', value)),
});
const provider = (issuer: string): string => `arn:aws:iam::${ACCOUNT}:oidc-provider/${issuer}`;
const token = (issuer: string, operator: string, claim: string, value: unknown): Mistake => ({
  name: `tokens of ${issuer}, ${operator} ${claim} ${JSON.stringify(value)}`,
  type: 'trust',
  statements: trust(
    { Federated: issuer.startsWith('cognito') ? issuer : provider(issuer) },
    'sts:AssumeRoleWithWebIdentity',
    when(operator, `${issuer}:${claim}`, value),
  ),
});
const workflow = (operator: string, value: unknown, ...found: (readonly [string, string])[]): Mistake => ({
  ...token(GITHUB, operator, 'sub', value),
  found: [['MISSING_GITHUB_REPO_CONDITION_KEY', `"${provider(GITHUB)}"`], ...found],
});
const SUB = `"${GITHUB}:sub"`;
const MINE = 'repo:bookshop/site:ref:refs/heads/main';
const OTHERS = (issuer: string): [string, string] => [
  'MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL',
  `"${issuer}"`,
];
const byToken = (issuer: string): object =>
  trust(
    { Federated: provider(issuer) },
    'sts:AssumeRoleWithWebIdentity',
    when('StringEquals', 'idp.example.com:aud', 'bookshop'),
  );
const RESTRICT: Mistake['found'] = [['RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL', '"s3.amazonaws.com"']];
const ANY_ROLE: readonly [string, string] = ['PASS_ROLE_WITH_STAR_IN_RESOURCE', `"${role('*')}"`];

export const OF_OPENNESS: readonly Mistake[] = [
  // Public
  {
    ...bucket('StringEqualsIfExists', 'aws:PrincipalOrgID', ORGANIZATION),
    found: PUBLIC,
    mended: bucket('StringEquals', 'aws:PrincipalOrgID', ORGANIZATION).statements,
  },
  {
    ...bucket('ForAllValues:StringLike', 'aws:PrincipalOrgPaths', `${ORGANIZATION}/*`),
    found: PUBLIC,
    mended: bucket('ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', `${ORGANIZATION}/*`).statements,
  },
  {
    name: 'a bucket for everyone with a tag, of an organization or of none',
    ...BUCKET,
    statements: to('*', 's3:GetObject', objects, {
      Condition: {
        StringEqualsIfExists: { 'aws:PrincipalOrgID': ORGANIZATION, 'aws:PrincipalTag/team': 'blue' },
      },
    }),
    found: PUBLIC,
    mended: to('*', 's3:GetObject', objects, {
      Condition: {
        StringEqualsIfExists: { 'aws:PrincipalTag/team': 'blue' },
        StringEquals: { 'aws:PrincipalOrgID': ORGANIZATION },
      },
    }),
  },
  { ...bucket('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/Admin'), found: PUBLIC },
  { ...bucket('StringEquals', 'aws:username', 'noor'), found: PUBLIC },
  { ...bucket('StringEquals', 'aws:PrincipalTag/team', 'blue'), found: PUBLIC },
  { ...bucket('StringEquals', 'aws:PrincipalOrgID', '${aws:PrincipalOrgID}'), found: PUBLIC },
  { ...bucket('IpAddress', 'aws:SourceIp', ['203.0.113.0/24', '0.0.0.0/1']), found: PUBLIC },
  { ...bucket('StringLike', 'aws:SourceVpce', 'vpce-1a2b3c4d'), found: [] },
  { ...queue('ArnLike', 'aws:SourceArn', 'arn:aws:sns:*:*:*'), found: PUBLIC },
  { ...queue('ArnLike', 'aws:SourceArn', 'arn:aws:s3:::books*'), found: PUBLIC },
  { ...queue('StringNotEquals', 'aws:SourceAccount', ACCOUNT), found: PUBLIC },
  {
    name: 'a topic for the topics of everyone',
    ...TOPIC,
    statements: to('*', 'sns:Publish', TOPIC.about, when('ArnLike', 'aws:SourceArn', 'arn:aws:sns:*:*:*')),
    found: PUBLIC,
  },
  {
    name: 'a key for everyone who comes through S3',
    ...KEY,
    statements: to(
      '*',
      'kms:Decrypt',
      '*',
      when('StringEquals', 'kms:ViaService', 's3.eu-west-1.amazonaws.com'),
    ),
    found: PUBLIC,
  },
  {
    name: 'a secret for everyone with multi-factor authentication',
    ...SECRET,
    statements: to(
      '*',
      'secretsmanager:GetSecretValue',
      '*',
      when('Bool', 'aws:MultiFactorAuthPresent', 'true'),
    ),
    found: PUBLIC,
  },
  {
    name: 'a function for every service',
    ...FUNCTION,
    statements: to(
      '*',
      'lambda:InvokeFunction',
      FUNCTION.about,
      when('Bool', 'aws:PrincipalIsAWSService', 'true'),
    ),
    found: PUBLIC,
  },
  {
    name: 'a table for everyone with a tag',
    ...TABLE,
    statements: to(
      '*',
      'dynamodb:GetItem',
      TABLE.about,
      when('StringEquals', 'aws:PrincipalTag/team', 'blue'),
    ),
    found: PUBLIC,
  },
  {
    name: 'a table for everyone but one',
    ...TABLE,
    statements: {
      Effect: 'Allow',
      NotPrincipal: { AWS: user('ana') },
      Action: 'dynamodb:GetItem',
      Resource: TABLE.about,
    },
    found: [
      ['ALLOW_WITH_NOT_PRINCIPAL', `"NotPrincipal":{"AWS":"${user('ana')}"}`],
      ['PUBLIC_ACCESS', `"${user('ana')}"`],
    ],
  },
  // Not open, though S3 goes by fixed values only
  { ...bucket('StringEquals', 'aws:PrincipalOrgID', '${aws:ResourceOrgID}'), found: PUBLIC },
  { ...bucket('StringEquals', 'aws:PrincipalAccount', '${aws:ResourceAccount}'), found: PUBLIC },
  { ...bucket('ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', `${ORGANIZATION}/*`), found: PUBLIC },
  { ...bucket('ArnLike', 'aws:PrincipalArn', role('app-*')), found: PUBLIC },
  { ...bucket('StringLike', 'aws:userid', 'AROAEXAMPLEEXAMPLE123:*'), found: PUBLIC },
  // Not public
  bucket('StringEquals', 'aws:PrincipalOrgID', ORGANIZATION),
  bucket('IpAddress', 'aws:SourceIp', '203.0.113.0/24'),
  queue('ArnLike', 'aws:SourceArn', `arn:aws:sns:*:${ACCOUNT}:*`),
  queue('ArnLike', 'aws:SourceArn', 'arn:aws:s3:*:*:bookshop'),
  queue('StringEquals', 'aws:PrincipalOrgID', '${aws:ResourceOrgID}'),
  queue('StringEquals', 'aws:PrincipalAccount', '${aws:ResourceAccount}'),
  queue('ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', `${ORGANIZATION}/*`),
  queue('ArnLike', 'aws:PrincipalArn', role('app-*')),
  queue('StringLike', 'aws:userid', 'AROAEXAMPLEEXAMPLE123:*'),
  {
    name: 'a key of AWS’s own, for everyone of the account who comes through S3',
    ...KEY,
    statements: to({ AWS: '*' }, 'kms:Decrypt', '*', {
      Condition: {
        StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com', 'kms:CallerAccount': ACCOUNT },
      },
    }),
  },
  // For whom a service acts
  { ...byService('StringNotEquals', 'aws:SourceAccount', ACCOUNT), found: RESTRICT },
  {
    ...byService('StringEqualsIfExists', 'aws:SourceAccount', ACCOUNT),
    found: RESTRICT,
    mended: byService('StringEquals', 'aws:SourceAccount', ACCOUNT).statements,
  },
  { ...byService('ArnLike', 'aws:SourceArn', 'arn:aws:s3:::*'), found: RESTRICT },
  byService('StringEquals', 'aws:SourceAccount', ACCOUNT),
  byService('ArnLike', 'aws:SourceArn', 'arn:aws:s3:*:*:bookshop'),
  {
    name: 'a key for the log groups of the account',
    ...KEY,
    statements: to(
      { Service: 'logs.eu-west-1.amazonaws.com' },
      ['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey*', 'kms:Describe*'],
      '*',
      when('ArnEquals', 'kms:EncryptionContext:aws:logs:arn', LOGS),
    ),
  },
  {
    name: 'a key for the log groups of everyone',
    ...KEY,
    statements: to(
      { Service: 'logs.eu-west-1.amazonaws.com' },
      'kms:Decrypt',
      '*',
      when('ArnLike', 'kms:EncryptionContext:aws:logs:arn', 'arn:aws:logs:*:*:*'),
    ),
    found: [['RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL', '"logs.eu-west-1.amazonaws.com"']],
  },
  {
    name: 'a function for a skill of Alexa',
    ...FUNCTION,
    statements: to(
      { Service: 'alexa-appkit.amazon.com' },
      'lambda:InvokeFunction',
      FUNCTION.about,
      when('StringEquals', 'lambda:EventSourceToken', 'amzn1.ask.skill.1'),
    ),
  },
  // Whom a role trusts
  {
    name: 'a role for everyone, of an organization or of none',
    type: 'trust',
    statements: trust(
      { AWS: '*' },
      'sts:AssumeRole',
      when('StringEqualsIfExists', 'aws:PrincipalOrgID', ORGANIZATION),
    ),
    found: [
      ['ASSUMABLE_BY_ANY_PRINCIPAL_WITH_CONDITIONS', '"*"'],
      ['ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL', '"*"'],
    ],
  },
  // Whose tokens a role takes
  token(GITHUB, 'StringEquals', 'sub', MINE),
  workflow('Null', 'false'),
  workflow('StringNotLike', 'repo:bookshop/secret:*'),
  workflow('StringLike', '*', ['EQUIVALENT_TO_NULL_FALSE', SUB]),
  {
    ...workflow('StringLikeIfExists', MINE),
    mended: token(GITHUB, 'StringLike', 'sub', MINE).statements,
  },
  {
    ...workflow('ForAllValues:StringEquals', MINE),
    mended: token(GITHUB, 'StringEquals', 'sub', MINE).statements,
  },
  {
    ...token(GITHUB, 'StringEquals', 'aud', 'sts.amazonaws.com'),
    found: [['MISSING_GITHUB_REPO_CONDITION_KEY', `"${provider(GITHUB)}"`]],
  },
  {
    ...token(GITHUB, 'StringEquals', 'repository', 'bookshop/site'),
    found: [['MISSING_GITHUB_REPO_CONDITION_KEY', `"${provider(GITHUB)}"`]],
  },
  {
    ...token(GITHUB, 'StringLike', 'sub', 'repo:book*'),
    found: [['SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED', '"repo:book*"']],
  },
  { ...token('gitlab.com', 'StringEquals', 'aud', 'a'), found: [OTHERS(provider('gitlab.com'))] },
  { ...token('app.terraform.io', 'StringEquals', 'aud', 'a'), found: [OTHERS(provider('app.terraform.io'))] },
  token('gitlab.com', 'StringEquals', 'sub', 'project_path:bookshop/site'),
  {
    ...token('cognito-identity.amazonaws.com', 'ForAnyValue:StringLike', 'amr', 'authenticated'),
    found: [OTHERS('cognito-identity.amazonaws.com')],
  },
  {
    ...token('cognito-identity.amazonaws.com', 'StringEquals', 'amr', 'authenticated'),
    found: [
      OTHERS('cognito-identity.amazonaws.com'),
      ['MISSING_QUALIFIER', '"cognito-identity.amazonaws.com:amr"'],
    ],
  },
  {
    ...token('idp.example.com', 'Null', 'sub', 'false'),
    found: [OTHERS(provider('idp.example.com'))],
  },
  token('idp.example.com', 'StringEquals', 'aud', 'bookshop'),
  {
    name: 'a provider with the scheme of its address',
    type: 'trust',
    statements: byToken('https://idp.example.com'),
    found: [
      ['INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY', `"${provider('https://idp.example.com')}"`],
    ],
    mended: byToken('idp.example.com'),
  },
  // What comes with the assuming of a role
  {
    name: 'a user with tags, which the account may hand on',
    type: 'trust',
    statements: [
      trust({ AWS: user('ana') }, 'sts:AssumeRole', when('StringEquals', 'aws:RequestTag/team', 'blue')),
      trust({ AWS: `arn:aws:iam::${ACCOUNT}:root` }, 'sts:TagSession'),
    ],
  },
  {
    name: 'nobody without a source identity, which nobody may set',
    type: 'trust',
    statements: [
      trust({ AWS: user('ana') }),
      { ...trust({ AWS: '*' }), Effect: 'Deny', ...when('Null', 'sts:SourceIdentity', 'true') },
    ],
    found: [['MISSING_ACTION_FOR_CONDITION_KEY', '"sts:SourceIdentity"']],
    mended: [
      trust({ AWS: user('ana') }, ['sts:AssumeRole', 'sts:SetSourceIdentity']),
      { ...trust({ AWS: '*' }), Effect: 'Deny', ...when('Null', 'sts:SourceIdentity', 'true') },
    ],
  },
  // Whether a key is there
  {
    name: 'nothing for whoever is no user',
    statements: deny('s3:GetObject', objects, when('StringNotLike', 'aws:username', '*')),
    found: [['EQUIVALENT_TO_NULL_TRUE', '"aws:username"']],
    mended: deny('s3:GetObject', objects, when('Null', 'aws:username', 'true')),
  },
  {
    name: 'nothing for whoever is no user, if there is a name',
    statements: deny('s3:GetObject', objects, when('StringNotLikeIfExists', 'aws:username', '*')),
    found: [['EQUIVALENT_TO_NULL_TRUE', '"aws:username"']],
    mended: deny('s3:GetObject', objects, when('Null', 'aws:username', 'true')),
  },
  {
    name: 'whoever has a name, or none',
    statements: allow('s3:GetObject', objects, when('StringLikeIfExists', 'aws:username', '*')),
    found: [['REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION', '"aws:username"']],
    mended: allow('s3:GetObject', objects),
  },
  {
    name: 'one role, written out, with an operator for patterns',
    statements: allow('s3:GetObject', objects, when('StringLike', 'aws:PrincipalArn', role('dev'))),
  },
  // Which services a role can be passed to
  { ...passing('StringLike', '*'), found: [ANY_ROLE, ['EQUIVALENT_TO_NULL_FALSE', '"iam:PassedToService"']] },
  { ...passing('StringNotEquals', 'ec2.amazonaws.com'), found: [ANY_ROLE] },
  passing('StringEquals', 'ec2.amazonaws.com'),
];
