// The services that know the newer keys of VPC endpoints, by prefix. `iam` does so but for iam:PassRole.

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcevpcarn */
export const VPC_ARN: ReadonlySet<string> = new Set(
  `acm-pca applicationinsights apprunner athena cloudformation comprehendmedical compute-optimizer datasync discovery ebs
  ecr ecs firehose healthlake iam iotfleetwise iotwireless kinesisanalytics kms lambda medical-imaging omics
  payment-cryptography polly rbin rekognition route53 s3 scheduler servicediscovery servicequotas ssm-contacts
  storagegateway textract transcribe transfer`.split(/\s+/),
);

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-vpceorgpaths */
export const VPCE_ORG_PATHS: ReadonlySet<string> = new Set([...VPC_ARN, 'dynamodb', 'shield']);

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-vpceaccount */
export const VPCE_ACCOUNT: ReadonlySet<string> = new Set([...VPCE_ORG_PATHS, 'gamelift']);

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-vpceorgid */
export const VPCE_ORG_ID: ReadonlySet<string> = new Set([
  ...VPCE_ACCOUNT,
  ...`b2bi cassandra cognito-identity dms ds-data identitystore iottwinmaker network-firewall pricing ses sms-voice sqs
  workmail`.split(/\s+/),
]);
