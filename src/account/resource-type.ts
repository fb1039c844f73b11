// resourceType: what kind of thing an ARN names, in the words of CloudFormation, which CloudTrail uses as well.
import { parseArn } from '../aws/arn.ts';

/** By service and, where a service has several, by what its resource begins with. */
const TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    dynamodb: 'AWS::DynamoDB::Table',
    'ec2 image': 'AWS::EC2::Ami',
    'ec2 instance': 'AWS::EC2::Instance',
    'ec2 network-interface': 'AWS::EC2::NetworkInterface',
    'ec2 security-group': 'AWS::EC2::SecurityGroup',
    'ec2 subnet': 'AWS::EC2::Subnet',
    'ec2 volume': 'AWS::EC2::Volume',
    'ec2 vpc': 'AWS::EC2::VPC',
    'ec2 vpc-endpoint': 'AWS::EC2::VPCEndpoint',
    'iam group': 'AWS::IAM::Group',
    'iam instance-profile': 'AWS::IAM::InstanceProfile',
    'iam mfa': 'AWS::IAM::VirtualMFADevice',
    'iam oidc-provider': 'AWS::IAM::OIDCProvider',
    'iam policy': 'AWS::IAM::ManagedPolicy',
    'iam role': 'AWS::IAM::Role',
    'iam saml-provider': 'AWS::IAM::SAMLProvider',
    'iam user': 'AWS::IAM::User',
    'kms alias': 'AWS::KMS::Alias',
    'kms key': 'AWS::KMS::Key',
    lambda: 'AWS::Lambda::Function',
    'organizations account': 'AWS::Organizations::Account',
    'organizations organization': 'AWS::Organizations::Organization',
    'organizations ou': 'AWS::Organizations::OrganizationalUnit',
    'organizations policy': 'AWS::Organizations::Policy',
    secretsmanager: 'AWS::SecretsManager::Secret',
    sns: 'AWS::SNS::Topic',
    sqs: 'AWS::SQS::Queue',
  }),
);

/**
 * `AWS::IAM::Role`; null for what has no such word.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html
 */
export function resourceType(arn: string): string | null {
  const { service, resource } = parseArn(arn) ?? { service: '', resource: '' };
  if (service === 's3') return resource.includes('/') ? 'AWS::S3::Object' : 'AWS::S3::Bucket';
  const [kind = ''] = resource.split('/', 1);
  return TYPES.get(`${service} ${kind}`) ?? TYPES.get(service) ?? null;
}
