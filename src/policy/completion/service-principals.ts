// Service principals: services that policies commonly let in, as they are written in the Principal element.

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
member.org.stacksets.cloudformation|CloudFormation StackSets
`;

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services */
export const SERVICE_PRINCIPALS: readonly (readonly [principal: string, name: string])[] = LINES.trim()
  .split('\n')
  .map((line) => {
    const [prefix = '', name = ''] = line.split('|');
    return [`${prefix}.amazonaws.com`, name];
  });

/** Identity providers that need no entry in the account. */
export const BUILT_IN_PROVIDERS: readonly (readonly [principal: string, name: string])[] = [
  ['cognito-identity.amazonaws.com', 'Amazon Cognito'],
  ['accounts.google.com', 'Google'],
  ['www.amazon.com', 'Login with Amazon'],
  ['graph.facebook.com', 'Facebook'],
];
