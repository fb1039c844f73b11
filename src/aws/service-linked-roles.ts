// Service-linked roles: which services have one, what it is called, and the policy of AWS that it comes with.
import type { Arn } from './arn.ts';

export interface ServiceLinkedRole {
  /** `AWSServiceRoleFor…` */
  readonly role: string;
  readonly policy: Arn;
  /** Whether there can be several, told apart by a suffix of the customer's. */
  readonly suffix: boolean;
}

/**
 * A service a line: its principal without `.amazonaws.com`, the name of the role without `AWSServiceRoleFor`, the name of
 * the policy; `suffix` where the service takes one. AWS publishes no such list: these are the pairs that the guides of the
 * services name, and there are more.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
 */
const KNOWN = `
access-analyzer AccessAnalyzer AccessAnalyzerServiceRolePolicy
acm CertificateManager CertificateManagerServiceRolePolicy
autoscaling AutoScaling AutoScalingServiceRolePolicy suffix
backup Backup AWSBackupServiceLinkedRolePolicyForBackup
batch Batch BatchServiceRolePolicy
channels.lexv2 LexV2Channels AmazonLexChannelsAccess suffix
cks.kms KeyManagementServiceCustomKeyStores AWSKeyManagementServiceCustomKeyStoresServiceRolePolicy
cloudtrail CloudTrail CloudTrailServiceRolePolicy
cloudwatch-crossaccount CloudWatchCrossAccount CloudWatch-CrossAccountAccess
compute-optimizer ComputeOptimizer ComputeOptimizerServiceRolePolicy
config Config AWSConfigServiceRolePolicy
config-conforms ConfigConforms ConfigConformsServiceRolePolicy
config-multiaccountsetup ConfigMultiAccountSetup AWSConfigMultiAccountSetupPolicy
contributorinsights.dynamodb DynamoDBCloudWatchContributorInsights DynamoDBCloudWatchContributorInsightsServiceRolePolicy
controltower AWSControlTower AWSControlTowerAccountServiceRolePolicy
dax DAX DAXServiceRolePolicy
delivery.logs LogDelivery AWSServiceRoleForLogDeliveryPolicy
detective Detective AmazonDetectiveServiceLinkedRolePolicy
dynamodb.application-autoscaling ApplicationAutoScaling_DynamoDBTable AWSApplicationAutoscalingDynamoDBTablePolicy
ec2.application-autoscaling ApplicationAutoScaling_EC2SpotFleetRequest AWSApplicationAutoscalingEC2SpotFleetRequestPolicy
ec2fleet EC2Fleet AWSEC2FleetServiceRolePolicy
ecs ECS AmazonECSServiceRolePolicy
ecs.application-autoscaling ApplicationAutoScaling_ECSService AWSApplicationAutoscalingECSServicePolicy
eks AmazonEKS AmazonEKSServiceRolePolicy
eks-connector AmazonEKSConnector AmazonEKSConnectorServiceRolePolicy
eks-fargate AmazonEKSForFargate AmazonEKSForFargateServiceRolePolicy
eks-nodegroup AmazonEKSNodegroup AWSServiceRoleForAmazonEKSNodegroup
elasticache ElastiCache ElastiCacheServiceRolePolicy
elasticbeanstalk ElasticBeanstalk AWSElasticBeanstalkServiceRolePolicy
elasticfilesystem AmazonElasticFileSystem AmazonElasticFileSystemServiceRolePolicy
elasticloadbalancing ElasticLoadBalancing AWSElasticLoadBalancingServiceRolePolicy
elasticmapreduce EMRCleanup AmazonEMRCleanupPolicy
email.cognito-idp AmazonCognitoIdpEmailService AmazonCognitoIdpEmailServiceRolePolicy
es AmazonElasticsearchService AmazonElasticsearchServiceRolePolicy
events CloudWatchEvents CloudWatchEventsServiceRolePolicy
fms FMS FMSServiceRolePolicy
fsx AmazonFSx AmazonFSxServiceRolePolicy
globalaccelerator GlobalAccelerator AWSGlobalAcceleratorSLRPolicy
guardduty AmazonGuardDuty AmazonGuardDutyServiceRolePolicy
imagebuilder ImageBuilder AWSServiceRoleForImageBuilder
inspector2 AmazonInspector2 AmazonInspector2ServiceRolePolicy
kafka Kafka KafkaServiceRolePolicy
kinesisreplication.dynamodb DynamoDBKinesisDataStreamsReplication DynamoDBKinesisReplicationServiceRolePolicy
lambda.application-autoscaling ApplicationAutoScaling_LambdaConcurrency AWSApplicationAutoscalingLambdaConcurrencyPolicy
lexv2 LexV2Bots AmazonLexV2BotPolicy suffix
license-manager AWSLicenseManagerRole AWSLicenseManagerServiceRolePolicy
logger.cloudfront CloudFrontLogger AWSCloudFrontLogger
macie AmazonMacie AmazonMacieServiceRolePolicy
maintenance.elasticbeanstalk ElasticBeanstalkMaintenance AWSElasticBeanstalkMaintenance
malware-protection.guardduty AmazonGuardDutyMalwareProtection AmazonGuardDutyMalwareProtectionServiceRolePolicy
managedupdates.elasticbeanstalk ElasticBeanstalkManagedUpdates AWSElasticBeanstalkManagedUpdatesServiceRolePolicy
member.org.stacksets.cloudformation CloudFormationStackSetsOrgMember CloudFormationStackSetsOrgMemberServiceRolePolicy
memorydb MemoryDB MemoryDBServiceRolePolicy
mq AmazonMQ AmazonMQServiceRolePolicy
mrk.kms KeyManagementServiceMultiRegionKeys AWSKeyManagementServiceMultiRegionKeysServiceRolePolicy
network-firewall NetworkFirewall AWSNetworkFirewallServiceRolePolicy
networkmanager NetworkManager AWSNetworkManagerServiceRolePolicy
opensearchservice AmazonOpenSearchService AmazonOpenSearchServiceRolePolicy
ops.apigateway APIGateway APIGatewayServiceRolePolicy
organizations Organizations AWSOrganizationsServiceTrustPolicy
pullthroughcache.ecr ECRPullThroughCache AWSECRPullThroughCache_ServiceRolePolicy
ram ResourceAccessManager AWSResourceAccessManagerServiceRolePolicy
rds RDS AmazonRDSServiceRolePolicy
rds.application-autoscaling ApplicationAutoScaling_RDSCluster AWSApplicationAutoscalingRDSClusterPolicy
redshift Redshift AmazonRedshiftServiceLinkedRolePolicy
remediation.config ConfigRemediation AWSConfigRemediationServiceRolePolicy
replication.dynamodb DynamoDBReplication DynamoDBReplicationServiceRolePolicy
replication.ecr ECRReplication ECRReplicationServiceRolePolicy
replicator.lambda LambdaReplicator AWSLambdaReplicator
reporting.trustedadvisor TrustedAdvisorReporting AWSTrustedAdvisorReportingServiceRolePolicy
resource-explorer-2 ResourceExplorer AWSResourceExplorerServiceRolePolicy
rolesanywhere RolesAnywhere AWSRolesAnywhereServicePolicy
route53resolver Route53Resolver Route53ResolverServiceRolePolicy
sagemaker.application-autoscaling ApplicationAutoScaling_SageMakerEndpoint AWSApplicationAutoscalingSageMakerEndpointPolicy
securityhub SecurityHub AWSSecurityHubServiceRolePolicy
servicequotas ServiceQuotas ServiceQuotasServiceRolePolicy
shield AWSShield AWSShieldServiceRolePolicy
spot EC2Spot AWSEC2SpotServiceRolePolicy
spotfleet EC2SpotFleet AWSEC2SpotFleetServiceRolePolicy
ssm AmazonSSM AmazonSSMServiceRolePolicy
sso SSO AWSSSOServiceRolePolicy
stacksets.cloudformation CloudFormationStackSetsOrgAdmin CloudFormationStackSetsOrgAdminServiceRolePolicy
support Support AWSSupportServiceRolePolicy
transitgateway VPCTransitGateway AWSVPCTransitGatewayServiceRolePolicy
trustedadvisor TrustedAdvisor AWSTrustedAdvisorServiceRolePolicy
wafv2 WAFV2Logging WAFV2LoggingServiceRolePolicy
`;

/** By service principal, `ecs.amazonaws.com`. */
export const SERVICE_LINKED_ROLES: ReadonlyMap<string, ServiceLinkedRole> = new Map(
  KNOWN.trim()
    .split('\n')
    .map((line): [string, ServiceLinkedRole] => {
      const [service = '', role = '', policy = '', suffix] = line.split(' ');
      return [
        `${service}.amazonaws.com`,
        {
          role: `AWSServiceRoleFor${role}`,
          policy: `arn:aws:iam::aws:policy/aws-service-role/${policy}`,
          suffix: suffix === 'suffix',
        },
      ];
    }),
);
