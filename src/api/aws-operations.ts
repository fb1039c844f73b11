// awsOperations: what AWS can be called for, worked out of its actions; most operations are called as their action is.
import type { ActionName } from '../aws/arn.ts';
import type { Actions } from '../aws/vocabulary.ts';
import { cliName } from './cli-name.ts';

/** Names, service by service. */
type Names = Readonly<Record<string, string>>;

/**
 * Actions that no call has as its name: permissions that other calls need, or of the console alone. Known for the services
 * that are simulated here; elsewhere an action is taken for an operation.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const ONLY_PERMISSIONS: Names = {
  iam: `DeleteCloudFrontPublicKey GetAccountEmailAddress GetAccountName GetAccountProperties GetCloudFrontPublicKey
    ListCloudFrontPublicKeys ListSTSRegionalEndpointsStatus PassRole PutAccountProperties SetSTSRegionalEndpointStatus UpdateAccountEmailAddress UpdateAccountName
    UpdateCloudFrontPublicKey UploadCloudFrontPublicKey`,
  sts: 'GetServiceBearerToken SetContext SetSourceIdentity TagSession',
  s3: `AllowVendedLogDeliveryForResource BypassGovernanceRetention DeleteObjectVersion DeleteObjectVersionTagging
    GetAccelerateConfiguration GetAccountPublicAccessBlock GetAnalyticsConfiguration GetBucketObjectLockConfiguration
    GetBucketPublicAccessBlock GetEncryptionConfiguration GetIntelligentTieringConfiguration GetInventoryConfiguration
    GetLifecycleConfiguration GetMetricsConfiguration GetObjectVersion GetObjectVersionAcl GetObjectVersionAttributes
    GetObjectVersionForReplication GetObjectVersionTagging GetObjectVersionTorrent GetReplicationConfiguration
    InitiateReplication ListAllMyBuckets ListBucket ListBucketMultipartUploads ListBucketVersions
    ListMultipartUploadParts ObjectOwnerOverrideToBucketOwner PauseReplication PutAccelerateConfiguration
    PutAccountPublicAccessBlock PutAnalyticsConfiguration PutBucketObjectLockConfiguration PutBucketPublicAccessBlock
    PutEncryptionConfiguration PutIntelligentTieringConfiguration PutInventoryConfiguration PutLifecycleConfiguration
    PutMetricsConfiguration PutObjectVersionAcl PutObjectVersionTagging PutReplicationConfiguration ReplicateDelete
    ReplicateObject ReplicateTags`,
  kms: 'ReEncryptFrom ReEncryptTo SynchronizeMultiRegionKey',
  lambda: 'DisableReplication EnableReplication InvokeFunction InvokeFunctionUrl',
  dynamodb: 'ConditionCheckItem PartiQLDelete PartiQLInsert PartiQLSelect PartiQLUpdate',
};

/** Operations that ask for an action of another name, or for none. */
const OTHER_NAMES: Names = {
  iam: 'AcquireRole UpdateDelegationRequest',
  s3: `CompleteMultipartUpload CopyObject CreateMultipartUpload DeleteBucketAnalyticsConfiguration DeleteBucketCors
    DeleteBucketEncryption DeleteBucketIntelligentTieringConfiguration DeleteBucketInventoryConfiguration
    DeleteBucketLifecycle DeleteBucketMetricsConfiguration DeleteBucketOwnershipControls DeleteBucketReplication
    DeleteBucketTagging DeleteObjects DeletePublicAccessBlock GetBucketAccelerateConfiguration
    GetBucketAnalyticsConfiguration GetBucketEncryption GetBucketIntelligentTieringConfiguration
    GetBucketInventoryConfiguration GetBucketLifecycleConfiguration GetBucketMetricsConfiguration
    GetBucketNotificationConfiguration GetBucketReplication GetObjectLockConfiguration GetPublicAccessBlock HeadBucket
    HeadObject ListBucketAnalyticsConfigurations ListBucketIntelligentTieringConfigurations
    ListBucketInventoryConfigurations ListBucketMetricsConfigurations ListBuckets ListMultipartUploads
    ListObjectVersions ListObjects ListObjectsV2 ListParts PutBucketAccelerateConfiguration
    PutBucketAnalyticsConfiguration PutBucketEncryption PutBucketIntelligentTieringConfiguration
    PutBucketInventoryConfiguration PutBucketLifecycleConfiguration PutBucketMetricsConfiguration
    PutBucketNotificationConfiguration PutBucketReplication PutObjectLockConfiguration PutPublicAccessBlock
    SelectObjectContent UploadPart UploadPartCopy`,
  kms: 'ReEncrypt',
  lambda: 'Invoke InvokeWithResponseStream',
  sqs: 'ChangeMessageVisibilityBatch DeleteMessageBatch SendMessageBatch',
  sns: 'PublishBatch',
  dynamodb: `BatchExecuteStatement ExecuteStatement ExecuteTransaction TransactGetItems TransactWriteItems`,
};

/** Services that the command line calls otherwise than policies do. */
const CLI_SERVICES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    accessanalyzer: 'access-analyzer',
    amp: 'aps',
    configservice: 'config',
    deploy: 'codedeploy',
    efs: 'elasticfilesystem',
    elb: 'elasticloadbalancing',
    elbv2: 'elasticloadbalancing',
    emr: 'elasticmapreduce',
    opensearch: 'es',
    resourcegroupstaggingapi: 'tag',
    s3api: 's3',
    s3control: 's3',
    sesv2: 'ses',
    'sso-admin': 'sso',
    stepfunctions: 'states',
  }),
);

const words = (text = ''): string[] => text.split(/\s+/).filter((word) => word !== '');

/** By the command, with the service as policies call it: `iam create-user`. */
type Index = ReadonlyMap<string, ActionName>;

/** Worked out once: there are more than 20,000. */
const indexes = new WeakMap<Actions, Index>();

function indexOf(actions: Actions): Index {
  const known = indexes.get(actions);
  if (known) return known;
  const hidden = new Set(
    Object.entries(ONLY_PERMISSIONS).flatMap(([service, names]) =>
      words(names).map((name) => `${service}:${name}`.toLowerCase()),
    ),
  );
  const named = [...actions.values()].map(({ name }) => name).filter((name) => isCallable(name, hidden));
  const others = Object.entries(OTHER_NAMES).flatMap(([service, names]) =>
    words(names).map((name): ActionName => `${service}:${name}`),
  );
  const byCommand = new Map<string, ActionName>();
  for (const operation of [...named, ...others]) {
    const [service = '', name = ''] = operation.split(':');
    byCommand.set(`${service} ${cliName(name)}`, operation);
  }
  indexes.set(actions, byCommand);
  return byCommand;
}

/** The actions of API Gateway are the methods of HTTP, which nobody calls by name. */
const isCallable = (action: ActionName, hidden: ReadonlySet<string>): boolean =>
  !hidden.has(action.toLowerCase()) && !/:[A-Z]+$/.test(action);

/** All commands, such as `iam create-user`, with the service as policies call it. */
export const awsCommands = (actions: Actions): Iterable<string> => indexOf(actions).keys();

/** The operation behind `aws SERVICE COMMAND`. */
export const awsCommand = (service: string, command: string, actions: Actions): ActionName | null =>
  indexOf(actions).get(`${CLI_SERVICES.get(service) ?? service} ${command}`) ?? null;

/** Whether AWS has a service that the command line calls so. */
export function awsService(service: string, actions: Actions): boolean {
  const prefix = `${CLI_SERVICES.get(service) ?? service} `;
  for (const command of indexOf(actions).keys()) if (command.startsWith(prefix)) return true;
  return false;
}

/** For tests: the tables by which operations and actions differ, held against the catalogue. */
export const DIFFERENCES = { onlyPermissions: ONLY_PERMISSIONS, otherNames: OTHER_NAMES };
