// Service and resource control policies and the policies of endpoints, as people write them.
import {
  ACCOUNT,
  GATEWAY,
  INTERFACE,
  ORGANIZATION,
  QUEUE,
  TABLE,
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

export const OF_GUARDRAILS: readonly Mistake[] = [
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
  {
    name: 'a control policy without a resource',
    type: 'scp',
    statements: { Effect: 'Deny', Action: 's3:DeleteBucket' },
    found: [['MISSING_RESOURCE', '{']],
    mended: deny('s3:DeleteBucket', '*'),
  },
  {
    name: 'PassRole where the role is to be assumed',
    type: 'trust',
    statements: trust({ AWS: role('deploy') }, 'iam:PassRole'),
    found: [['UNSUPPORTED_ACTION_IN_POLICY', '"iam:PassRole"']],
    mended: trust({ AWS: role('deploy') }),
  },
  // Endpoints
  {
    name: 'accounts by a pattern',
    ...GATEWAY,
    statements: to('*', 's3:*', '*', when('StringLike', 'aws:PrincipalAccount', '1111222233*')),
    found: [['PATTERN_ON_GENERATED_ID', '"1111222233*"']],
  },
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
