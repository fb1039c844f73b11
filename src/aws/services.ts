// Services: what AWS calls the services that can be called here, by the prefix of their actions.

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['access-analyzer', 'AWS IAM Access Analyzer'],
  ['dynamodb', 'Amazon DynamoDB'],
  ['ec2', 'Amazon EC2'],
  ['iam', 'AWS Identity and Access Management (IAM)'],
  ['kms', 'AWS Key Management Service'],
  ['lambda', 'AWS Lambda'],
  ['organizations', 'AWS Organizations'],
  ['s3', 'Amazon S3'],
  ['secretsmanager', 'AWS Secrets Manager'],
  ['sns', 'Amazon SNS'],
  ['sqs', 'Amazon SQS'],
  ['sts', 'AWS Security Token Service'],
]);

export const SERVICES: readonly string[] = [...NAMES.keys()];

/** Of a service that is only named in policies, the prefix. */
export const serviceName = (prefix: string): string => NAMES.get(prefix) ?? prefix;
