// Policies as people write them, beginners and those who do it every day, each with one thing wrong, or nothing.
import type { Whereabouts } from '../../src/policy/checks/subject.ts';
import type { PolicyType } from '../../src/policy/document.ts';

export interface Mistake extends Whereabouts {
  /** What somebody did, or wants. */
  readonly name: string;
  readonly type?: PolicyType;
  readonly statements: object | readonly object[];
  /** What is to be found, with the text that it marks; nothing in a policy that is in order. */
  readonly found?: readonly (readonly [code: string, marked: string])[];
  /** The statements after the first fix of the first finding; absent where there is none. */
  readonly mended?: object | readonly object[];
}

const ACCOUNT = '111122223333';
const OTHER = '444455556666';
const BUCKET = { type: 'resource', resource: 'bucket', about: 'arn:aws:s3:::bookshop' } as const;
const QUEUE = {
  type: 'resource',
  resource: 'queue',
  about: `arn:aws:sqs:eu-west-1:${ACCOUNT}:orders`,
} as const;
const TOPIC = {
  type: 'resource',
  resource: 'topic',
  about: `arn:aws:sns:eu-west-1:${ACCOUNT}:news`,
} as const;
const KEY = { type: 'resource', resource: 'key', about: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1` } as const;
const TABLE = {
  type: 'resource',
  resource: 'table',
  about: `arn:aws:dynamodb:eu-west-1:${ACCOUNT}:table/books`,
} as const;
const SECRET = {
  type: 'resource',
  resource: 'secret',
  about: `arn:aws:secretsmanager:eu-west-1:${ACCOUNT}:secret:db-AbCdEf`,
} as const;
const FUNCTION = {
  type: 'resource',
  resource: 'function',
  about: `arn:aws:lambda:eu-west-1:${ACCOUNT}:function:print`,
} as const;
const GATEWAY = { type: 'endpoint', endpoint: { service: 's3', gateway: true } } as const;
const INTERFACE = { type: 'endpoint', endpoint: { service: 'sqs', gateway: false } } as const;
const GITHUB = 'token.actions.githubusercontent.com';
const ORGANIZATION = 'o-a1b2c3d4e5';

const objects = 'arn:aws:s3:::bookshop/*';
const user = (name: string): string => `arn:aws:iam::${ACCOUNT}:user/${name}`;
const role = (name: string): string => `arn:aws:iam::${ACCOUNT}:role/${name}`;
const allow = (Action: unknown, Resource: unknown, more: object = {}): object => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});
const deny = (Action: unknown, Resource: unknown, more: object = {}): object => ({
  Effect: 'Deny',
  Action,
  Resource,
  ...more,
});
const to = (Principal: unknown, Action: unknown, Resource: unknown, more: object = {}): object => ({
  Effect: 'Allow',
  Principal,
  Action,
  Resource,
  ...more,
});
const trust = (Principal: unknown, Action: unknown = 'sts:AssumeRole', more: object = {}): object => ({
  Effect: 'Allow',
  Principal,
  Action,
  ...more,
});
const when = (operator: string, key: string, value: unknown): object => ({
  Condition: { [operator]: { [key]: value } },
});

export const MISTAKES: readonly Mistake[] = [
  // Identity-based
  {
    name: 'reads the objects of a bucket',
    statements: allow(['s3:GetObject', 's3:GetObjectVersion'], objects),
  },
  {
    name: 'a plural where AWS has none',
    statements: allow('s3:GetObjects', objects),
    found: [['INVALID_ACTION', '"s3:GetObjects"']],
    mended: allow('s3:GetObject', objects),
  },
  {
    name: 'an action of the API that is none of IAM',
    statements: allow('s3:ListBuckets', '*'),
    found: [['INVALID_ACTION', '"s3:ListBuckets"']],
    mended: allow('s3:ListAllMyBuckets', '*'),
  },
  {
    name: 'the bucket where its objects are meant',
    statements: allow('s3:PutObject', 'arn:aws:s3:::bookshop'),
    found: [['RESOURCE_MISMATCH', '"s3:PutObject"']],
    mended: allow('s3:PutObject', objects),
  },
  {
    name: 'a colon too few',
    statements: allow('sqs:SendMessage', 'arn:aws:sqs:eu-west-1:orders'),
    found: [['MISSING_ARN_FIELD', '"arn:aws:sqs:eu-west-1:orders"']],
    mended: allow('sqs:SendMessage', 'arn:aws:sqs:eu-west-1:*:orders'),
  },
  {
    name: 'an account with a digit too few',
    statements: allow('sqs:SendMessage', 'arn:aws:sqs:eu-west-1:11112222333:orders'),
    found: [['INVALID_ARN_ACCOUNT', '11112222333']],
  },
  {
    name: 'a Region that is none',
    statements: allow('sqs:SendMessage', `arn:aws:sqs:eu-wets-1:${ACCOUNT}:orders`),
    found: [['INVALID_ARN_REGION', 'eu-wets-1']],
    mended: allow('sqs:SendMessage', `arn:aws:sqs:eu-west-1:${ACCOUNT}:orders`),
  },
  {
    name: 'a Region for IAM, which has none',
    statements: allow('iam:GetUser', `arn:aws:iam:us-east-1:${ACCOUNT}:user/noor`),
    found: [['ARN_REGION_NOT_ALLOWED', 'us-east-1']],
    mended: allow('iam:GetUser', user('noor')),
  },
  {
    name: 'an effect in small letters',
    statements: { Effect: 'allow', Action: 's3:GetObject', Resource: objects },
    found: [['INVALID_EFFECT', '"allow"']],
    mended: allow('s3:GetObject', objects),
  },
  {
    name: 'an element in the plural',
    statements: { Effect: 'Allow', Actions: 's3:GetObject', Resource: objects },
    found: [['INVALID_POLICY_ELEMENT', '"Actions"']],
    mended: allow('s3:GetObject', objects),
  },
  {
    name: 'a principal in a policy of a user',
    statements: to({ AWS: user('noor') }, 's3:GetObject', objects),
    found: [['UNSUPPORTED_PRINCIPAL', `"Principal":{"AWS":"${user('noor')}"}`]],
    mended: allow('s3:GetObject', objects),
  },
  {
    name: 'a name of the console for a service',
    statements: allow('stepfunctions:StartExecution', '*'),
    found: [['INVALID_SERVICE_IN_ACTION', '"stepfunctions:StartExecution"']],
    mended: allow('states:StartExecution', '*'),
  },
  {
    name: 'two actions in one text',
    statements: allow('s3:GetObject, s3:PutObject', objects),
    found: [['INVALID_ACTION', '"s3:GetObject, s3:PutObject"']],
    mended: allow(['s3:GetObject', 's3:PutObject'], objects),
  },
  {
    name: 'an equals that never matches a star',
    statements: allow('s3:GetObject', objects, when('StringEquals', 'aws:PrincipalTag/team', 'drafts-*')),
    found: [['WILDCARD_WITHOUT_LIKE_OPERATOR', '"drafts-*"']],
    mended: allow('s3:GetObject', objects, when('StringLike', 'aws:PrincipalTag/team', 'drafts-*')),
  },
  {
    name: 'an address of a private network',
    statements: allow('s3:GetObject', objects, when('IpAddress', 'aws:SourceIp', '10.0.0.0/8')),
    found: [['PRIVATE_IP_ADDRESS', '"aws:SourceIp"']],
  },
  {
    name: 'a tag of nobody',
    statements: allow('s3:GetObject', 'arn:aws:s3:::bookshop/${aws:PrincipalTags/team}/*'),
    found: [['UNKNOWN_VARIABLE', '${aws:PrincipalTags/team}']],
    mended: allow('s3:GetObject', 'arn:aws:s3:::bookshop/${aws:PrincipalTag/team}/*'),
  },
  {
    name: 'MFA asked for in a way that access keys pass',
    statements: deny('iam:DeleteUser', '*', when('Bool', 'aws:MultiFactorAuthPresent', 'false')),
    found: [['BAD_PATTERN_FOR_MFA', '"Bool"']],
    mended: deny('iam:DeleteUser', '*', when('BoolIfExists', 'aws:MultiFactorAuthPresent', 'false')),
  },
  {
    name: 'passes any role to anything',
    statements: allow('iam:PassRole', role('*')),
    found: [['PASS_ROLE_WITH_STAR_IN_RESOURCE', `"${role('*')}"`]],
  },
  {
    name: 'passes one role to Lambda',
    statements: allow(
      'iam:PassRole',
      role('print'),
      when('StringEquals', 'iam:PassedToService', 'lambda.amazonaws.com'),
    ),
  },
  {
    name: 'the short name of a service where its principal is meant',
    statements: allow('iam:PassRole', role('print'), when('StringEquals', 'iam:PassedToService', 'lambda')),
    found: [['INVALID_SERVICE_PRINCIPAL_FORMAT', '"lambda"']],
    mended: allow(
      'iam:PassRole',
      role('print'),
      when('StringEquals', 'iam:PassedToService', 'lambda.amazonaws.com'),
    ),
  },
  {
    name: 'two statements of one name',
    statements: [
      allow('s3:GetObject', objects, { Sid: 'Read' }),
      allow('s3:ListBucket', 'arn:aws:s3:::bookshop', { Sid: 'Read' }),
    ],
    found: [['UNIQUE_SIDS_REQUIRED', '"Read"']],
  },
  {
    name: 'a name with a space',
    statements: allow('s3:GetObject', objects, { Sid: 'Read drafts' }),
    found: [['UNSUPPORTED_SID', '"Read drafts"']],
    mended: allow('s3:GetObject', objects, { Sid: 'Readdrafts' }),
  },
  {
    name: 'home folders',
    statements: allow(['s3:GetObject', 's3:PutObject'], 'arn:aws:s3:::bookshop/home/${aws:username}/*'),
  },
  {
    name: 'starts the instances of its own team',
    statements: allow(
      ['ec2:StartInstances', 'ec2:StopInstances'],
      `arn:aws:ec2:*:${ACCOUNT}:instance/*`,
      when('StringEquals', 'aws:ResourceTag/team', '${aws:PrincipalTag/team}'),
    ),
  },
  // Boundaries and session policies
  {
    name: 'a boundary that bounds to two services',
    type: 'boundary',
    statements: allow(['s3:*', 'sqs:*'], '*'),
  },
  {
    name: 'a boundary with a principal',
    type: 'boundary',
    statements: to('*', 's3:GetObject', objects),
    found: [['UNSUPPORTED_PRINCIPAL', '"Principal":"*"']],
    mended: allow('s3:GetObject', objects),
  },
  {
    name: 'a session that may read one folder',
    type: 'session',
    statements: allow('s3:GetObject', 'arn:aws:s3:::bookshop/spring/*'),
  },
  {
    name: 'a session with a misspelled action',
    type: 'session',
    statements: allow('s3:GetObjct', objects),
    found: [['INVALID_ACTION', '"s3:GetObjct"']],
    mended: allow('s3:GetObject', objects),
  },
  // Trust policies
  {
    name: 'a role for a function',
    type: 'trust',
    statements: trust({ Service: 'lambda.amazonaws.com' }),
    found: [['ASSUMABLE_BY_COMPUTE_SERVICE', '"lambda.amazonaws.com"']],
  },
  { name: 'a role for a role of the account', type: 'trust', statements: trust({ AWS: role('deploy') }) },
  {
    name: 'a resource in a trust policy',
    type: 'trust',
    statements: { ...trust({ AWS: role('deploy') }), Resource: '*' },
    found: [['ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE', '"Resource":"*"']],
    mended: trust({ AWS: role('deploy') }),
  },
  {
    name: 'everyone may assume the role',
    type: 'trust',
    statements: trust('*'),
    found: [['ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL', '"*"']],
  },
  {
    name: 'a group as a principal',
    type: 'trust',
    statements: trust({ AWS: `arn:aws:iam::${ACCOUNT}:group/Writers` }),
    found: [['UNKNOWN_PRINCIPAL', `"arn:aws:iam::${ACCOUNT}:group/Writers"`]],
  },
  {
    name: 'an account id with dashes',
    type: 'trust',
    statements: trust({ AWS: '1111-2222-3333' }),
    found: [['UNKNOWN_PRINCIPAL', '"1111-2222-3333"']],
    mended: trust({ AWS: ACCOUNT }),
  },
  {
    name: 'a service under AWS',
    type: 'trust',
    statements: trust({ AWS: 'sns.amazonaws.com' }),
    found: [['UNKNOWN_PRINCIPAL', '"sns.amazonaws.com"']],
    mended: trust({ Service: 'sns.amazonaws.com' }),
  },
  {
    name: 'every action of STS and of all else',
    type: 'trust',
    statements: trust({ AWS: role('deploy') }, '*'),
    found: [['UNSUPPORTED_ACTION_IN_POLICY', '"*"']],
    mended: trust({ AWS: role('deploy') }),
  },
  {
    name: 'any repository of GitHub',
    type: 'trust',
    statements: trust(
      { Federated: `arn:aws:iam::${ACCOUNT}:oidc-provider/${GITHUB}` },
      'sts:AssumeRoleWithWebIdentity',
      when('StringEquals', `${GITHUB}:aud`, 'sts.amazonaws.com'),
    ),
    found: [['MISSING_GITHUB_REPO_CONDITION_KEY', `"arn:aws:iam::${ACCOUNT}:oidc-provider/${GITHUB}"`]],
  },
  {
    name: 'one branch of one repository of GitHub',
    type: 'trust',
    statements: trust(
      { Federated: `arn:aws:iam::${ACCOUNT}:oidc-provider/${GITHUB}` },
      'sts:AssumeRoleWithWebIdentity',
      {
        Condition: {
          StringEquals: {
            [`${GITHUB}:aud`]: 'sts.amazonaws.com',
            [`${GITHUB}:sub`]: 'repo:maple/press:ref:refs/heads/main',
          },
        },
      },
    ),
  },
  {
    name: 'a SAML provider with the action of the other kind',
    type: 'trust',
    statements: trust(
      { Federated: `arn:aws:iam::${ACCOUNT}:saml-provider/company` },
      'sts:AssumeRoleWithWebIdentity',
    ),
    found: [['MISMATCHED_ACTION_FOR_PRINCIPAL', `"arn:aws:iam::${ACCOUNT}:saml-provider/company"`]],
    mended: trust({ Federated: `arn:aws:iam::${ACCOUNT}:saml-provider/company` }, 'sts:AssumeRoleWithSAML'),
  },
  // Buckets
  { name: 'another account reads', ...BUCKET, statements: to({ AWS: OTHER }, 's3:GetObject', objects) },
  {
    name: 'another account lists and reads, with the bucket forgotten',
    ...BUCKET,
    statements: to({ AWS: OTHER }, ['s3:ListBucket', 's3:GetObject'], objects),
    found: [['RESOURCE_MISMATCH', '"s3:ListBucket"']],
    mended: to({ AWS: OTHER }, ['s3:ListBucket', 's3:GetObject'], [objects, 'arn:aws:s3:::bookshop']),
  },
  {
    name: 'the name of another bucket',
    ...BUCKET,
    statements: to({ AWS: OTHER }, 's3:GetObject', 'arn:aws:s3:::bookshp/*'),
    found: [['OTHER_BUCKET_IN_POLICY', '"arn:aws:s3:::bookshp/*"']],
    mended: to({ AWS: OTHER }, 's3:GetObject', objects),
  },
  {
    name: 'no principal',
    ...BUCKET,
    statements: allow('s3:GetObject', objects),
    found: [['MISSING_PRINCIPAL', '{']],
  },
  {
    name: 'a user by the bare name',
    ...BUCKET,
    statements: to({ AWS: 'noor' }, 's3:GetObject', objects),
    found: [['UNKNOWN_PRINCIPAL', '"noor"']],
  },
  {
    name: 'open to the world',
    ...BUCKET,
    statements: to('*', 's3:GetObject', objects),
    found: [['PUBLIC_ACCESS', '"*"']],
  },
  {
    name: 'open to an organization',
    ...BUCKET,
    statements: to('*', 's3:GetObject', objects, when('StringEquals', 'aws:PrincipalOrgID', ORGANIZATION)),
  },
  {
    name: 'a service that anybody may send',
    ...BUCKET,
    statements: to({ Service: 'cloudtrail.amazonaws.com' }, 's3:PutObject', objects),
    found: [['RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL', '"cloudtrail.amazonaws.com"']],
  },
  {
    name: 'without TLS nothing',
    ...BUCKET,
    statements: {
      ...deny('s3:*', ['arn:aws:s3:::bookshop', objects], when('Bool', 'aws:SecureTransport', 'false')),
      Principal: '*',
    },
  },
  {
    name: 'a key that comes with another action',
    ...BUCKET,
    statements: to({ AWS: OTHER }, 's3:GetObject', objects, when('StringEquals', 's3:prefix', 'spring/')),
    found: [['UNSUPPORTED_ACTION_FOR_CONDITION_KEY', '"s3:GetObject"']],
  },
  // Queues, topics, keys, tables, secrets, functions
  {
    name: 'a topic sends to a queue',
    ...QUEUE,
    statements: to(
      { Service: 'sns.amazonaws.com' },
      'sqs:SendMessage',
      QUEUE.about,
      when('ArnEquals', 'aws:SourceArn', TOPIC.about),
    ),
  },
  {
    name: 'an ARN compared as a text',
    ...QUEUE,
    statements: to(
      { Service: 'sns.amazonaws.com' },
      'sqs:SendMessage',
      QUEUE.about,
      when('StringLike', 'aws:SourceArn', `arn:aws:sns:*:${ACCOUNT}:*`),
    ),
    found: [['STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS', '"StringLike"']],
    mended: to(
      { Service: 'sns.amazonaws.com' },
      'sqs:SendMessage',
      QUEUE.about,
      when('ArnLike', 'aws:SourceArn', `arn:aws:sns:*:${ACCOUNT}:*`),
    ),
  },
  {
    name: 'an action of another service on a queue',
    ...QUEUE,
    statements: to({ AWS: OTHER }, ['sqs:SendMessage', 's3:GetObject'], QUEUE.about),
    found: [['UNSUPPORTED_ACTION_IN_POLICY', '"s3:GetObject"']],
    mended: to({ AWS: OTHER }, ['sqs:SendMessage'], QUEUE.about),
  },
  {
    name: 'a pattern on a topic, which takes none',
    ...TOPIC,
    statements: to({ AWS: OTHER }, 'sns:Pub*', TOPIC.about),
    found: [['UNSUPPORTED_ACTION_IN_POLICY', '"sns:Pub*"']],
    mended: to({ AWS: OTHER }, 'sns:Publish', TOPIC.about),
  },
  {
    name: 'the administrators of a key',
    ...KEY,
    statements: to({ AWS: `arn:aws:iam::${ACCOUNT}:root` }, 'kms:*', '*', {
      Sid: 'Enable IAM User Permissions',
    }),
  },
  {
    name: 'a key by a tag',
    ...KEY,
    statements: to(
      { AWS: OTHER },
      'kms:Decrypt',
      '*',
      when('StringEquals', 'aws:ResourceTag/team', 'drafts'),
    ),
    found: [['UNSUPPORTED_CONDITION_KEY_IN_POLICY', '"aws:ResourceTag/team"']],
  },
  {
    name: 'a table for everyone',
    ...TABLE,
    statements: to('*', 'dynamodb:GetItem', TABLE.about),
    found: [['PUBLIC_ACCESS', '"*"']],
  },
  {
    name: 'a secret for a role elsewhere',
    ...SECRET,
    statements: to({ AWS: `arn:aws:iam::${OTHER}:role/app` }, 'secretsmanager:GetSecretValue', '*'),
  },
  {
    name: 'a secret for a user by a pattern',
    ...SECRET,
    statements: to({ AWS: `arn:aws:iam::${OTHER}:user/*` }, 'secretsmanager:GetSecretValue', '*'),
    found: [['UNSUPPORTED_WILDCARD_IN_PRINCIPAL', `"arn:aws:iam::${OTHER}:user/*"`]],
  },
  {
    name: 'a bucket calls a function',
    ...FUNCTION,
    statements: to(
      { Service: 's3.amazonaws.com' },
      'lambda:InvokeFunction',
      FUNCTION.about,
      when('StringEquals', 'aws:SourceAccount', ACCOUNT),
    ),
  },
  // Organizations
  {
    name: 'nobody leaves the organization',
    type: 'scp',
    statements: deny('organizations:LeaveOrganization', '*'),
  },
  {
    name: 'a principal in a service control policy',
    type: 'scp',
    statements: { ...deny('s3:DeleteBucket', '*'), Principal: '*' },
    found: [['SCP_SYNTAX_ERROR_PRINCIPAL', '"Principal":"*"']],
    mended: deny('s3:DeleteBucket', '*'),
  },
  {
    name: 'a Region that AWS does not have',
    type: 'scp',
    statements: deny(
      'ec2:*',
      '*',
      when('StringNotEquals', 'aws:RequestedRegion', ['eu-west-1', 'eu-west-9']),
    ),
    found: [['INVALID_REGION', '"eu-west-9"']],
    mended: deny('ec2:*', '*', when('StringNotEquals', 'aws:RequestedRegion', ['eu-west-1', 'eu-west-2'])),
  },
  {
    name: 'only the own organization',
    type: 'rcp',
    statements: {
      ...deny(['s3:*', 'sqs:*'], '*', {
        Condition: {
          StringNotEqualsIfExists: { 'aws:PrincipalOrgID': ORGANIZATION },
          BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
        },
      }),
      Principal: '*',
    },
  },
  {
    name: 'a resource control policy that allows',
    type: 'rcp',
    statements: { ...allow('s3:*', '*'), Principal: '*' },
    found: [['RCP_SYNTAX_ERROR_ALLOW', '"Allow"']],
    mended: { ...deny('s3:*', '*'), Principal: '*' },
  },
  {
    name: 'services of AWS shut out with all others',
    type: 'rcp',
    statements: {
      ...deny('s3:*', '*', when('StringNotEqualsIfExists', 'aws:PrincipalOrgID', ORGANIZATION)),
      Principal: '*',
    },
    found: [['RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY', '"aws:PrincipalOrgID"']],
    mended: {
      ...deny('s3:*', '*', {
        Condition: {
          BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
          StringNotEqualsIfExists: { 'aws:PrincipalOrgID': ORGANIZATION },
        },
      }),
      Principal: '*',
    },
  },
  // Endpoints
  { name: 'everything through an endpoint', ...GATEWAY, statements: to('*', '*', '*') },
  {
    name: 'own buckets only, through an endpoint',
    ...GATEWAY,
    statements: to('*', 's3:*', '*', when('StringEquals', 'aws:ResourceAccount', ACCOUNT)),
  },
  {
    name: 'a user through a gateway',
    ...GATEWAY,
    statements: to({ AWS: user('noor') }, 's3:GetObject', objects),
    found: [['GATEWAY_PRINCIPAL', `"${user('noor')}"`]],
    mended: to('*', 's3:GetObject', objects, when('ArnEquals', 'aws:PrincipalArn', user('noor'))),
  },
  {
    name: 'the whole account through a gateway',
    ...GATEWAY,
    statements: to({ AWS: ACCOUNT }, 's3:GetObject', objects),
    found: [['GATEWAY_PRINCIPAL', `"${ACCOUNT}"`]],
    mended: to('*', 's3:GetObject', objects, when('StringEquals', 'aws:PrincipalAccount', ACCOUNT)),
  },
  {
    name: 'an action of DynamoDB through the gateway of S3',
    ...GATEWAY,
    statements: to('*', ['s3:GetObject', 'dynamodb:GetItem'], '*'),
    found: [['UNSUPPORTED_ACTION_IN_POLICY', '"dynamodb:GetItem"']],
    mended: to('*', ['s3:GetObject'], '*'),
  },
  {
    name: 'a table through the gateway of S3',
    ...GATEWAY,
    statements: to('*', '*', [objects, TABLE.about]),
    found: [['UNSUPPORTED_RESOURCE_ARN_IN_POLICY', `"${TABLE.about}"`]],
    mended: to('*', '*', [objects]),
  },
  {
    name: 'a user through an interface',
    ...INTERFACE,
    statements: to({ AWS: user('noor') }, 'sqs:SendMessage', QUEUE.about),
  },
  {
    name: 'a service through an interface',
    ...INTERFACE,
    statements: to({ Service: 'sns.amazonaws.com' }, 'sqs:SendMessage', QUEUE.about),
    found: [['SERVICE_IN_ENDPOINT_POLICY', '"sns.amazonaws.com"']],
  },
];
