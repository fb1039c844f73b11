// Policies in which nothing is wrong: of the kinds that AWS's own documentation shows, each with the page it is like.
import type { PolicyType, ResourceKind } from '../../src/policy/document.ts';

interface CleanPolicy {
  /** The page of AWS's documentation. */
  readonly source: string;
  readonly type: PolicyType;
  readonly resource?: ResourceKind;
  /** It lets everyone in on purpose, as the policy of a website does: told as a warning, and nothing else is. */
  readonly isPublic?: true;
  readonly statements: readonly object[];
}

const ACCOUNT = '111122223333';
const BUCKET = 'arn:aws:s3:::bookshop';
const OBJECTS = 'arn:aws:s3:::bookshop/*';
const GITHUB = 'token.actions.githubusercontent.com';

export const CLEAN_POLICIES: readonly CleanPolicy[] = [
  {
    source: 'reference_policies_examples_s3_rw-bucket',
    type: 'identity',
    statements: [
      { Sid: 'ListObjectsInBucket', Effect: 'Allow', Action: ['s3:ListBucket'], Resource: [BUCKET] },
      { Sid: 'AllObjectActions', Effect: 'Allow', Action: 's3:*Object', Resource: [OBJECTS] },
    ],
  },
  {
    source: 'reference_policies_examples_s3_home-directory-console',
    type: 'identity',
    statements: [
      { Effect: 'Allow', Action: ['s3:ListAllMyBuckets', 's3:GetBucketLocation'], Resource: '*' },
      {
        Effect: 'Allow',
        Action: 's3:ListBucket',
        Resource: BUCKET,
        Condition: { StringLike: { 's3:prefix': ['', 'home/', 'home/${aws:username}/*'] } },
      },
      {
        Effect: 'Allow',
        Action: 's3:*',
        Resource: [`${BUCKET}/home/\${aws:username}`, `${BUCKET}/home/\${aws:username}/*`],
      },
    ],
  },
  {
    source: 'reference_policies_examples_aws_my-sec-creds-self-manage',
    type: 'identity',
    statements: [
      {
        Effect: 'Allow',
        Action: ['iam:GetAccountPasswordPolicy', 'iam:ListVirtualMFADevices'],
        Resource: '*',
      },
      {
        Effect: 'Allow',
        Action: ['iam:ChangePassword', 'iam:GetUser', 'iam:CreateAccessKey', 'iam:ListAccessKeys'],
        Resource: 'arn:aws:iam::*:user/${aws:username}',
      },
      {
        Effect: 'Allow',
        Action: ['iam:CreateVirtualMFADevice'],
        Resource: 'arn:aws:iam::*:mfa/*',
      },
      {
        Sid: 'DenyAllExceptListedIfNoMFA',
        Effect: 'Deny',
        NotAction: ['iam:CreateVirtualMFADevice', 'iam:EnableMFADevice', 'sts:GetSessionToken'],
        Resource: '*',
        Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
      },
    ],
  },
  {
    source: 'reference_policies_examples_aws_deny-requested-region',
    type: 'identity',
    statements: [
      {
        Effect: 'Deny',
        NotAction: ['cloudfront:*', 'iam:*', 'route53:*', 'support:*'],
        Resource: '*',
        Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-central-1', 'eu-west-1'] } },
      },
    ],
  },
  {
    source: 'reference_policies_examples_aws_deny-ip',
    type: 'identity',
    statements: [
      {
        Effect: 'Deny',
        Action: '*',
        Resource: '*',
        Condition: {
          NotIpAddress: { 'aws:SourceIp': ['192.0.2.0/24', '203.0.113.0/24', '2001:db8::/32'] },
          Bool: { 'aws:ViaAWSService': 'false' },
        },
      },
    ],
  },
  {
    source: 'reference_policies_examples_aws-dates',
    type: 'identity',
    statements: [
      {
        Effect: 'Allow',
        Action: 'dynamodb:GetItem',
        Resource: `arn:aws:dynamodb:eu-central-1:${ACCOUNT}:table/loans`,
        Condition: {
          DateGreaterThan: { 'aws:CurrentTime': '2026-04-01T00:00:00Z' },
          DateLessThan: { 'aws:CurrentTime': '2026-06-30T23:59:59Z' },
        },
      },
    ],
  },
  {
    source: 'reference_policies_examples_ec2_tag-owner',
    type: 'identity',
    statements: [
      {
        Effect: 'Allow',
        Action: ['ec2:StartInstances', 'ec2:StopInstances'],
        Resource: 'arn:aws:ec2:*:*:instance/*',
        Condition: { StringEquals: { 'aws:ResourceTag/Owner': '${aws:username}' } },
      },
      { Effect: 'Allow', Action: 'ec2:DescribeInstances', Resource: '*' },
    ],
  },
  {
    source: 'access_tags',
    type: 'identity',
    statements: [
      {
        Effect: 'Allow',
        Action: 'ec2:CreateTags',
        Resource: 'arn:aws:ec2:*:*:volume/*',
        Condition: {
          StringEquals: { 'aws:RequestTag/team': '${aws:PrincipalTag/team}' },
          'ForAllValues:StringEquals': { 'aws:TagKeys': ['team', 'project'] },
        },
      },
    ],
  },
  {
    source: 'id_roles_use_passrole',
    type: 'identity',
    statements: [
      {
        Effect: 'Allow',
        Action: 'iam:PassRole',
        Resource: `arn:aws:iam::${ACCOUNT}:role/EC2-roles-for-books-*`,
        Condition: {
          StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' },
          ArnLike: { 'iam:AssociatedResourceARN': `arn:aws:ec2:eu-central-1:${ACCOUNT}:instance/*` },
        },
      },
    ],
  },
  {
    source: 'id_roles_use_permissions-to-switch',
    type: 'identity',
    statements: [
      { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::444455556666:role/Auditor' },
    ],
  },
  {
    source: 'access_policies_boundaries',
    type: 'boundary',
    statements: [{ Effect: 'Allow', Action: ['s3:*', 'cloudwatch:*', 'ec2:*'], Resource: '*' }],
  },
  {
    source: 'id_credentials_temp_control-access_assumerole',
    type: 'session',
    statements: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: OBJECTS }],
  },
  ...['ec2', 'lambda', 'ecs-tasks'].map((service) => ({
    source: 'id_roles_create_for-service',
    type: 'trust' as const,
    statements: [
      { Effect: 'Allow', Principal: { Service: `${service}.amazonaws.com` }, Action: 'sts:AssumeRole' },
    ],
  })),
  {
    source: 'id_roles_create_for-user_externalid',
    type: 'trust',
    statements: [
      {
        Effect: 'Allow',
        Principal: { AWS: '444455556666' },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'sts:ExternalId': '12345' } },
      },
    ],
  },
  {
    source: 'id_roles_create_for-idp_saml',
    type: 'trust',
    statements: [
      {
        Effect: 'Allow',
        Principal: { Federated: `arn:aws:iam::${ACCOUNT}:saml-provider/Staff` },
        Action: ['sts:AssumeRoleWithSAML', 'sts:TagSession'],
        Condition: {
          StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' },
          StringLike: { 'aws:RequestTag/team': '*books' },
        },
      },
    ],
  },
  {
    source: 'id_roles_create_for-idp_oidc',
    type: 'trust',
    statements: [
      {
        Effect: 'Allow',
        Principal: { Federated: `arn:aws:iam::${ACCOUNT}:oidc-provider/${GITHUB}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: {
            [`${GITHUB}:aud`]: 'sts.amazonaws.com',
            [`${GITHUB}:sub`]: 'repo:bookshop/site:ref:refs/heads/main',
          },
        },
      },
      {
        Effect: 'Allow',
        Principal: { Federated: 'cognito-identity.amazonaws.com' },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: {
            'cognito-identity.amazonaws.com:aud': 'eu-central-1:12345678-abcd-abcd-abcd-123456790ab',
          },
          'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
        },
      },
    ],
  },
  {
    source: 'rolesanywhere/latest/userguide/trust-model',
    type: 'trust',
    statements: [
      {
        Effect: 'Allow',
        Principal: { Service: 'rolesanywhere.amazonaws.com' },
        Action: ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'],
        Condition: {
          ArnEquals: {
            'aws:SourceArn': `arn:aws:rolesanywhere:eu-central-1:${ACCOUNT}:trust-anchor/12345678-abcd-abcd-abcd-123456790abc`,
          },
        },
      },
    ],
  },
  {
    source: 'AmazonS3/latest/userguide/example-bucket-policies',
    type: 'resource',
    resource: 'bucket',
    isPublic: true,
    statements: [
      { Sid: 'Public read', Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: OBJECTS },
      {
        Sid: 'TLS only',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [BUCKET, OBJECTS],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
      {
        Sid: 'Only through our endpoint',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:GetObject',
        Resource: OBJECTS,
        Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0123456789abcdef0' } },
      },
      {
        Effect: 'Allow',
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Action: 's3:GetObject',
        Resource: OBJECTS,
        Condition: {
          StringEquals: { 'aws:SourceArn': `arn:aws:cloudfront::${ACCOUNT}:distribution/EDFDVBD6EXAMPLE` },
        },
      },
      {
        Effect: 'Allow',
        Principal: { Service: 'logging.s3.amazonaws.com' },
        Action: 's3:PutObject',
        Resource: OBJECTS,
        Condition: {
          ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::bookshop-pictures' },
          StringEquals: { 'aws:SourceAccount': ACCOUNT },
        },
      },
    ],
  },
  {
    source: 'kms/latest/developerguide/key-policy-default',
    type: 'resource',
    resource: 'key',
    statements: [
      {
        Sid: 'Enable IAM User Permissions',
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
        Action: 'kms:*',
        Resource: '*',
      },
      {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/Librarian` },
        Action: ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'],
        Resource: '*',
        Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
      },
      {
        Effect: 'Allow',
        Principal: { AWS: ACCOUNT },
        Action: 'kms:Decrypt',
        Resource: '*',
        Condition: { StringEquals: { 'kms:ViaService': 's3.eu-central-1.amazonaws.com' } },
      },
    ],
  },
  {
    source: 'AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-basic-examples-of-sqs-policies',
    type: 'resource',
    resource: 'queue',
    statements: [
      {
        Effect: 'Allow',
        Principal: { Service: 'sns.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: `arn:aws:sqs:eu-central-1:${ACCOUNT}:orders`,
        Condition: { ArnEquals: { 'aws:SourceArn': `arn:aws:sns:eu-central-1:${ACCOUNT}:orders` } },
      },
    ],
  },
  {
    source: 'sns/latest/dg/sns-access-policy-use-cases',
    type: 'resource',
    resource: 'topic',
    statements: [
      {
        Sid: '__default_statement_ID',
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: ['SNS:GetTopicAttributes', 'SNS:Publish', 'SNS:Subscribe'],
        Resource: `arn:aws:sns:eu-central-1:${ACCOUNT}:orders`,
        Condition: { StringEquals: { 'AWS:SourceOwner': ACCOUNT } },
      },
    ],
  },
  {
    source: 'lambda/latest/dg/access-control-resource-based',
    type: 'resource',
    resource: 'function',
    statements: [
      {
        Effect: 'Allow',
        Principal: { Service: 's3.amazonaws.com' },
        Action: 'lambda:InvokeFunction',
        Resource: `arn:aws:lambda:eu-central-1:${ACCOUNT}:function:thumbnails`,
        Condition: {
          StringEquals: { 'AWS:SourceAccount': ACCOUNT },
          ArnLike: { 'AWS:SourceArn': BUCKET },
        },
      },
    ],
  },
  {
    source: 'secretsmanager/latest/userguide/auth-and-access_resource-policies',
    type: 'resource',
    resource: 'secret',
    statements: [
      {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/Librarian` },
        Action: 'secretsmanager:GetSecretValue',
        Resource: '*',
        Condition: { 'ForAnyValue:StringEquals': { 'secretsmanager:VersionStage': 'AWSCURRENT' } },
      },
    ],
  },
  {
    source: 'amazondynamodb/latest/developerguide/rbac-examples',
    type: 'resource',
    resource: 'table',
    statements: [
      {
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::444455556666:role/Reader' },
        Action: ['dynamodb:GetItem', 'dynamodb:Query'],
        Resource: `arn:aws:dynamodb:eu-central-1:${ACCOUNT}:table/books`,
      },
    ],
  },
  {
    source: 'organizations/latest/userguide/orgs_manage_policies_scps_examples_general',
    type: 'scp',
    statements: [
      { Effect: 'Allow', Action: '*', Resource: '*' },
      {
        Sid: 'DenyLeaving',
        Effect: 'Deny',
        Action: ['organizations:LeaveOrganization', 'iam:*AccessKey*'],
        Resource: '*',
        Condition: { ArnNotLike: { 'aws:PrincipalARN': 'arn:aws:iam::*:role/Break*Glass' } },
      },
      {
        Sid: 'OnlySmallInstances',
        Effect: 'Deny',
        Action: 'ec2:RunInstances',
        Resource: 'arn:aws:ec2:*:*:instance/*',
        Condition: { StringNotEquals: { 'ec2:InstanceType': 't3.micro' } },
      },
      {
        Sid: 'RequireTag',
        Effect: 'Deny',
        Action: 'ec2:RunInstances',
        Resource: 'arn:aws:ec2:*:*:volume/*',
        Condition: { Null: { 'aws:RequestTag/Project': 'true' } },
      },
    ],
  },
  {
    source: 'organizations/latest/userguide/orgs_manage_policies_rcps_examples',
    type: 'rcp',
    statements: [
      {
        Sid: 'OwnOrganizationOnly',
        Effect: 'Deny',
        Principal: '*',
        Action: ['s3:*', 'sqs:*', 'kms:*', 'secretsmanager:*', 'sts:AssumeRole'],
        Resource: '*',
        Condition: {
          StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-abcdefghij' },
          BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
        },
      },
      {
        Sid: 'NoConfusedDeputy',
        Effect: 'Deny',
        Principal: '*',
        Action: ['s3:*', 'sqs:*', 'kms:*'],
        Resource: '*',
        Condition: {
          StringNotEqualsIfExists: { 'aws:SourceOrgID': 'o-abcdefghij' },
          Null: { 'aws:SourceAccount': 'false' },
          Bool: { 'aws:PrincipalIsAWSService': 'true' },
        },
      },
    ],
  },
  {
    source: 'vpc/latest/privatelink/vpc-endpoints-access',
    type: 'endpoint',
    statements: [
      {
        Effect: 'Allow',
        Principal: '*',
        Action: ['s3:GetObject', 's3:ListBucket'],
        Resource: [BUCKET, OBJECTS],
      },
    ],
  },
  {
    source: 'Pass session tags in AWS STS: the trust policy, in two statements',
    type: 'trust',
    statements: [
      {
        Sid: 'AllowIamUserAssumeRole',
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: { AWS: 'arn:aws:iam::123456789012:user/test-session-tags' },
        Condition: {
          StringLike: { 'aws:RequestTag/Project': '*', 'aws:RequestTag/CostCenter': '*' },
          StringEquals: { 'sts:ExternalId': 'Example987' },
        },
      },
      {
        Sid: 'AllowPassSessionTagsAndTransitive',
        Effect: 'Allow',
        Action: 'sts:TagSession',
        Principal: { AWS: 'arn:aws:iam::123456789012:user/test-session-tags' },
        Condition: {
          StringLike: { 'aws:RequestTag/Project': '*', 'aws:RequestTag/CostCenter': '*' },
          StringEquals: { 'aws:RequestTag/Department': ['Engineering', 'Marketing'] },
          'ForAllValues:StringEquals': { 'sts:TransitiveTagKeys': ['Project', 'Department'] },
        },
      },
    ],
  },
  {
    source: 'Access to accounts of third parties: the external id, with session tags',
    type: 'trust',
    statements: [
      {
        Effect: 'Allow',
        Principal: { AWS: '123456789012' },
        Action: ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'],
        Condition: { StringEquals: { 'sts:ExternalId': '12345', 'sts:RoleSessionName': 'vendor' } },
      },
    ],
  },
  {
    source: 'Amazon ECR: the token of a registry, which has no resource',
    type: 'identity',
    statements: [{ Effect: 'Allow', Action: 'ecr:GetAuthorizationToken', Resource: '*' }],
  },
  {
    source: 'AWS Lambda: the logs of a function, as its console writes them',
    type: 'identity',
    statements: [
      {
        Effect: 'Allow',
        Action: 'logs:CreateLogGroup',
        Resource: 'arn:aws:logs:us-east-1:123456789012:*',
      },
      {
        Effect: 'Allow',
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: 'arn:aws:logs:us-east-1:123456789012:log-group:/aws/lambda/shop:*',
      },
    ],
  },
  {
    source: 'Amazon RDS: everything in one Region',
    type: 'identity',
    statements: [{ Effect: 'Allow', Action: 'rds:*', Resource: 'arn:aws:rds:us-east-1:123456789012:*' }],
  },
];
