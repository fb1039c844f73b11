// Identity-based policies, permissions boundaries and session policies, as people write them.
import { ACCOUNT, TABLE, allow, deny, objects, role, to, user, when, type Mistake } from './mistake.ts';

export const OF_IDENTITIES: readonly Mistake[] = [
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
  {
    name: 'a bare name for a bucket',
    statements: allow('s3:GetObject', 'bookshop'),
    found: [['INVALID_ARN_PREFIX', '"bookshop"']],
    mended: allow('s3:GetObject', objects),
  },
  {
    name: 'the address of a folder as the command line has it',
    statements: allow('s3:GetObject', 's3://bookshop/spring/*'),
    found: [['INVALID_ARN_PREFIX', '"s3://bookshop/spring/*"']],
    mended: allow('s3:GetObject', 'arn:aws:s3:::bookshop/spring/*'),
  },
  {
    name: 'a table without the word for it',
    statements: allow('dynamodb:GetItem', `arn:aws:dynamodb:eu-west-1:${ACCOUNT}:books`),
    found: [['INVALID_ARN_RESOURCE', 'books']],
    mended: allow('dynamodb:GetItem', TABLE.about),
  },
  {
    name: 'the id of an instance',
    statements: allow('ec2:StartInstances', 'i-0123456789abcdef0'),
    found: [['INVALID_ARN_PREFIX', '"i-0123456789abcdef0"']],
    mended: allow('ec2:StartInstances', 'arn:aws:ec2:*:*:instance/i-0123456789abcdef0'),
  },
  {
    name: 'an ARN without a partition',
    statements: allow('s3:GetObject', 'arn:s3:::bookshop/*'),
    found: [['MISSING_ARN_FIELD', '"arn:s3:::bookshop/*"']],
    mended: allow('s3:GetObject', objects),
  },
  {
    name: 'a condition without an operator',
    statements: allow('s3:GetObject', objects, { Condition: { 'aws:username': 'noor' } }),
    found: [['INVALID_CONDITION_OPERATOR', '"aws:username"']],
    mended: allow('s3:GetObject', objects, when('StringEquals', 'aws:username', 'noor')),
  },
  {
    name: 'a variable as another language writes it',
    statements: allow('s3:GetObject', 'arn:aws:s3:::bookshop/{{aws:username}}/*'),
    found: [['VARIABLE_WITHOUT_BRACES', '{{aws:username}}']],
    mended: allow('s3:GetObject', 'arn:aws:s3:::bookshop/${aws:username}/*'),
  },
  {
    name: 'another word for an effect',
    statements: { Effect: 'Permit', Action: 's3:GetObject', Resource: objects },
    found: [['INVALID_EFFECT', '"Permit"']],
    mended: allow('s3:GetObject', objects),
  },
  {
    name: 'a session where its role is assumed',
    statements: allow('sts:AssumeRole', `arn:aws:sts::${ACCOUNT}:assumed-role/deploy/now`),
    found: [['INVALID_ARN_RESOURCE', `arn:aws:sts::${ACCOUNT}:assumed-role/deploy/now`]],
    mended: allow('sts:AssumeRole', role('deploy')),
  },
  {
    name: 'a bucket with a slash',
    statements: allow('s3:ListBucket', 'arn:aws:s3:::bookshop/'),
    found: [['RESOURCE_MISMATCH', '"s3:ListBucket"']],
    mended: allow('s3:ListBucket', 'arn:aws:s3:::bookshop'),
  },
  {
    name: 'a space before an ARN',
    statements: allow('s3:GetObject', ` ${objects}`),
    found: [['INVALID_ARN_PREFIX', `" ${objects}"`]],
    mended: allow('s3:GetObject', objects),
  },
  {
    name: 'an operator with a letter too few at its end',
    statements: allow('s3:GetObject', objects, when('StringEqualsIfExist', 'aws:username', 'noor')),
    found: [['INVALID_CONDITION_OPERATOR', '"StringEqualsIfExist"']],
    mended: allow('s3:GetObject', objects, when('StringEqualsIfExists', 'aws:username', 'noor')),
  },
  {
    name: 'a set operator behind the other',
    statements: allow(
      's3:GetObject',
      objects,
      when('StringEquals:ForAnyValue', 'aws:CalledVia', 'athena.amazonaws.com'),
    ),
    found: [['INVALID_CONDITION_OPERATOR', '"StringEquals:ForAnyValue"']],
    mended: allow(
      's3:GetObject',
      objects,
      when('ForAnyValue:StringEquals', 'aws:CalledVia', 'athena.amazonaws.com'),
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
];
