// Service principals: services that policies commonly let in, as they are written in the Principal element.
import type { ResourceKind } from '../document.ts';

/** Without `.amazonaws.com`, which all of them end with; the commonest first, with what they are. */
const LINES = `
lambda|AWS Lambda
ec2|Amazon EC2
ecs-tasks|Amazon ECS tasks
s3|Amazon S3
sns|Amazon SNS
events|Amazon EventBridge
cloudtrail|AWS CloudTrail
cloudfront|Amazon CloudFront
apigateway|Amazon API Gateway
states|AWS Step Functions
config|AWS Config
logs|Amazon CloudWatch Logs
delivery.logs|delivery of logs
cloudwatch|Amazon CloudWatch
cloudformation|AWS CloudFormation
codebuild|AWS CodeBuild
codepipeline|AWS CodePipeline
codedeploy|AWS CodeDeploy
glue|AWS Glue
firehose|Amazon Data Firehose
sagemaker|Amazon SageMaker AI
bedrock|Amazon Bedrock
eks|Amazon EKS
pods.eks|Amazon EKS Pod Identity
ecs|Amazon ECS
autoscaling|Amazon EC2 Auto Scaling
elasticloadbalancing|Elastic Load Balancing
rds|Amazon RDS
redshift|Amazon Redshift
dynamodb|Amazon DynamoDB
kms|AWS KMS
secretsmanager|AWS Secrets Manager
sqs|Amazon SQS
ses|Amazon SES
scheduler|Amazon EventBridge Scheduler
pipes|Amazon EventBridge Pipes
ssm|AWS Systems Manager
backup|AWS Backup
batch|AWS Batch
elasticmapreduce|Amazon EMR
iot|AWS IoT
cognito-idp|Amazon Cognito user pools
guardduty|Amazon GuardDuty
macie|Amazon Macie
securityhub|AWS Security Hub
access-analyzer|IAM Access Analyzer
transfer|AWS Transfer Family
datasync|AWS DataSync
vpc-flow-logs|VPC flow logs
billingreports|AWS billing reports
serverlessrepo|AWS Serverless Application Repository
logging.s3|S3 server access logs
logdelivery.elasticloadbalancing|access logs of load balancers
budgets|AWS Budgets
costalerts|AWS Cost Anomaly Detection
codestar-notifications|notifications of developer tools
lexv2|Amazon Lex
rolesanywhere|IAM Roles Anywhere
member.org.stacksets.cloudformation|CloudFormation StackSets
`;

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services */
export const SERVICE_PRINCIPALS: readonly (readonly [principal: string, name: string])[] = LINES.trim()
  .split('\n')
  .map((line) => {
    const [prefix = '', name = ''] = line.split('|');
    return [`${prefix}.amazonaws.com`, name];
  });

/**
 * The services that write to, or call, a resource of some kind in their own name, without their ending. `logs` has the
 * Region in its name where it uses a key.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
const CALLING: Partial<Readonly<Record<ResourceKind, string>>> = {
  bucket: `cloudtrail delivery.logs config logging.s3 cloudfront serverlessrepo logdelivery.elasticloadbalancing s3
    billingreports ses guardduty`,
  topic: 's3 events cloudwatch budgets ses costalerts codestar-notifications config cloudformation',
  queue: 's3 sns events',
  function: `apigateway s3 sns events logs alexa-appkit.amazon.com cognito-idp elasticloadbalancing secretsmanager config
    cloudformation iot lexv2 ses`,
  key: 'logs.REGION cloudtrail s3 sns events cloudwatch delivery.logs config lambda dynamodb secretsmanager',
  secret: 'rds redshift',
  table: 'redshift glue',
};

/** Services that are no others' and have another ending, or a Region in their names. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'alexa-appkit.amazon.com': 'Alexa skills',
  'logs.REGION': 'Amazon CloudWatch Logs',
};

/** All service principals, those that a resource is usually called by first. */
export function servicesCalling(
  kind: ResourceKind | undefined,
  region: string,
): readonly (readonly [principal: string, name: string])[] {
  const first = ((kind && CALLING[kind]) ?? '')
    .split(/\s+/)
    .filter((part) => part !== '')
    .map((part): readonly [string, string] => {
      const principal = part.endsWith('.com') ? part : `${part.replace('REGION', region)}.amazonaws.com`;
      const name = SERVICE_PRINCIPALS.find(([one]) => one === principal)?.[1];
      return [principal, name ?? OTHERWISE[part] ?? ''];
    });
  const listed = new Set(first.map(([principal]) => principal));
  return [...first, ...SERVICE_PRINCIPALS.filter(([principal]) => !listed.has(principal))];
}

/** Identity providers that need no entry in the account. */
export const BUILT_IN_PROVIDERS: readonly (readonly [principal: string, name: string])[] = [
  ['cognito-identity.amazonaws.com', 'Amazon Cognito'],
  ['accounts.google.com', 'Google'],
  ['www.amazon.com', 'Login with Amazon'],
  ['graph.facebook.com', 'Facebook'],
];
