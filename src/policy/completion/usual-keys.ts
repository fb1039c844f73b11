// Usual keys: the condition keys of the simulated services that policies are mostly about, of the many that there are.

/**
 * Those that AWS's own guides explain with an example; the rest serves few.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
 */
const KEYS = `
dynamodb:Attributes dynamodb:LeadingKeys dynamodb:Select
ec2:Attribute ec2:CreateAction ec2:Encrypted ec2:ImageID ec2:InstanceProfile ec2:InstanceType ec2:MetadataHttpTokens
ec2:Owner ec2:Public ec2:Region ec2:ResourceTag/ ec2:Subnet ec2:Tenancy ec2:VolumeSize ec2:VolumeType ec2:Vpc
iam:AWSServiceName iam:AssociatedResourceArn iam:PassedToService iam:PermissionsBoundary iam:PolicyARN iam:ResourceTag/
kms:CallerAccount kms:EncryptionContext: kms:EncryptionContextKeys kms:GranteePrincipal kms:GrantIsForAWSResource
kms:GrantOperations kms:KeySpec kms:KeyUsage kms:RequestAlias kms:ResourceAliases kms:ViaService
lambda:EventSourceToken lambda:FunctionArn lambda:FunctionUrlAuthType lambda:Layer lambda:Principal
lambda:SecurityGroupIds lambda:SubnetIds lambda:VpcIds
organizations:PolicyType organizations:ServicePrincipal
s3:delimiter s3:ExistingObjectTag/ s3:locationconstraint s3:max-keys s3:object-lock-mode s3:prefix s3:RequestObjectTag/
s3:RequestObjectTagKeys s3:versionid s3:x-amz-acl s3:x-amz-copy-source s3:x-amz-grant-full-control
s3:x-amz-server-side-encryption s3:x-amz-server-side-encryption-aws-kms-key-id s3:x-amz-storage-class
secretsmanager:BlockPublicPolicy secretsmanager:ResourceTag/ secretsmanager:SecretId secretsmanager:VersionStage
sns:Endpoint sns:Protocol
sts:ExternalId sts:RoleSessionName sts:SourceIdentity sts:TransitiveTagKeys`;

const USUAL: ReadonlySet<string> = new Set(KEYS.toLowerCase().trim().split(/\s+/));
const SERVICES: ReadonlySet<string> = new Set([...USUAL].map((key) => key.slice(0, key.indexOf(':'))));

/**
 * Whether a key of a service stands above those of AWS: of services that are not simulated each does that says something
 * about the actions, and not the same about most of the service.
 * @param share How much of the actions of its service has it, from 0 to 1.
 */
export function isUsual(name: string, share: number): boolean {
  const lower = name.toLowerCase();
  if (!SERVICES.has(lower.slice(0, lower.indexOf(':')))) return share <= 1 / 3;
  // What stands for a part to be filled in is not the name.
  return USUAL.has(lower.replace(/(?<=[/:])[$<].*$/, ''));
}
