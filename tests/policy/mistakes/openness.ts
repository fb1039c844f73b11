// Policies that are open to more than somebody meant, and others that only look so.
import {
  ACCOUNT,
  BUCKET,
  FUNCTION,
  KEY,
  ORGANIZATION,
  QUEUE,
  SECRET,
  TOPIC,
  allow,
  objects,
  role,
  to,
  trust,
  when,
  type Mistake,
} from './mistake.ts';

const PUBLIC: Mistake['found'] = [['PUBLIC_ACCESS', '"*"']];
const LOGS = `arn:aws:logs:eu-west-1:${ACCOUNT}:*`;

const bucket = (operator: string, key: string, value: unknown, version = 'GetObject'): Mistake => ({
  name: `a bucket for everyone, ${operator} ${key} ${JSON.stringify(value)}`,
  ...BUCKET,
  statements: to('*', `s3:${version}`, objects, when(operator, key, value)),
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
const RESTRICT: Mistake['found'] = [['RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL', '"s3.amazonaws.com"']];
const ANY_ROLE: readonly [string, string] = ['PASS_ROLE_WITH_STAR_IN_RESOURCE', `"${role('*')}"`];

export const OF_OPENNESS: readonly Mistake[] = [
  // Public
  { ...bucket('StringEqualsIfExists', 'aws:PrincipalOrgID', ORGANIZATION), found: PUBLIC },
  { ...bucket('ForAllValues:StringLike', 'aws:PrincipalOrgPaths', `${ORGANIZATION}/*`), found: PUBLIC },
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
  // Not public
  bucket('StringEquals', 'aws:PrincipalOrgID', ORGANIZATION),
  bucket('StringEquals', 'aws:PrincipalOrgID', '${aws:ResourceOrgID}'),
  bucket('StringEquals', 'aws:PrincipalAccount', '${aws:ResourceAccount}'),
  bucket('ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', `${ORGANIZATION}/*`),
  bucket('ArnLike', 'aws:PrincipalArn', role('app-*')),
  bucket('StringLike', 'aws:userid', 'AROAEXAMPLEEXAMPLE123:*'),
  bucket('IpAddress', 'aws:SourceIp', '203.0.113.0/24'),
  queue('ArnLike', 'aws:SourceArn', `arn:aws:sns:*:${ACCOUNT}:*`),
  queue('ArnLike', 'aws:SourceArn', 'arn:aws:s3:*:*:bookshop'),
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
  { ...byService('StringEqualsIfExists', 'aws:SourceAccount', ACCOUNT), found: RESTRICT },
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
  // Which services a role can be passed to
  { ...passing('StringLike', '*'), found: [ANY_ROLE, ['EQUIVALENT_TO_NULL_FALSE', '"iam:PassedToService"']] },
  { ...passing('StringNotEquals', 'ec2.amazonaws.com'), found: [ANY_ROLE] },
  passing('StringEquals', 'ec2.amazonaws.com'),
];
