// The vocabulary of S3: its actions, what each is about, and the condition keys that come with each.

/** What an action is about: a bucket, objects in one, or something that no bucket policy can be about. */
export type S3Level = 'bucket' | 'object' | 'elsewhere';

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html */
const ACTIONS: Readonly<Record<S3Level, string>> = {
  bucket: `AllowVendedLogDeliveryForResource CreateBucket CreateBucketMetadataTableConfiguration DeleteBucket
    DeleteBucketMetadataTableConfiguration DeleteBucketPolicy DeleteBucketWebsite GetAccelerateConfiguration
    GetAnalyticsConfiguration GetBucketAbac GetBucketAcl GetBucketCORS GetBucketLocation GetBucketLogging
    GetBucketMetadataTableConfiguration GetBucketNotification GetBucketObjectLockConfiguration
    GetBucketOwnershipControls GetBucketPolicy GetBucketPolicyStatus GetBucketPublicAccessBlock
    GetBucketRequestPayment GetBucketTagging GetBucketVersioning GetBucketWebsite GetEncryptionConfiguration
    GetIntelligentTieringConfiguration GetInventoryConfiguration GetLifecycleConfiguration GetMetricsConfiguration
    GetReplicationConfiguration ListBucket ListBucketMultipartUploads ListBucketVersions ListTagsForResource
    PauseReplication PutAccelerateConfiguration PutAnalyticsConfiguration PutBucketAbac PutBucketAcl PutBucketCORS
    PutBucketLogging PutBucketNotification PutBucketObjectLockConfiguration PutBucketOwnershipControls
    PutBucketPolicy PutBucketPublicAccessBlock PutBucketRequestPayment PutBucketTagging PutBucketVersioning
    PutBucketWebsite PutEncryptionConfiguration PutIntelligentTieringConfiguration PutInventoryConfiguration
    PutLifecycleConfiguration PutMetricsConfiguration PutReplicationConfiguration TagResource UntagResource
    UpdateBucketMetadataAnnotationTableConfiguration UpdateBucketMetadataInventoryTableConfiguration
    UpdateBucketMetadataJournalTableConfiguration`,
  object: `AbortMultipartUpload BypassGovernanceRetention DeleteObject DeleteObjectAnnotation DeleteObjectTagging
    DeleteObjectVersion DeleteObjectVersionAnnotation DeleteObjectVersionTagging GetObject GetObjectAcl
    GetObjectAnnotation GetObjectAttributes GetObjectLegalHold GetObjectRetention GetObjectTagging GetObjectTorrent
    GetObjectVersion GetObjectVersionAcl GetObjectVersionAnnotation GetObjectVersionAnnotationForReplication
    GetObjectVersionAttributes GetObjectVersionForReplication GetObjectVersionTagging GetObjectVersionTorrent
    InitiateReplication ListMultipartUploadParts ListObjectAnnotations ListObjectVersionAnnotations
    ObjectOwnerOverrideToBucketOwner PutObject PutObjectAcl PutObjectAnnotation PutObjectLegalHold
    PutObjectRetention PutObjectTagging PutObjectVersionAcl PutObjectVersionAnnotation PutObjectVersionTagging
    ReplicateDelete ReplicateObject ReplicateObjectAnnotation ReplicateTags RestoreObject UpdateObjectEncryption`,
  elsewhere: `AssociateAccessGrantsIdentityCenter CreateAccessGrant CreateAccessGrantsInstance
    CreateAccessGrantsLocation CreateAccessPoint CreateAccessPointForObjectLambda CreateJob
    CreateMultiRegionAccessPoint CreateStorageLensGroup DeleteAccessGrant DeleteAccessGrantsInstance
    DeleteAccessGrantsInstanceResourcePolicy DeleteAccessGrantsLocation DeleteAccessPoint
    DeleteAccessPointForObjectLambda DeleteAccessPointPolicy DeleteAccessPointPolicyForObjectLambda DeleteJobTagging
    DeleteMultiRegionAccessPoint DeleteStorageLensConfiguration DeleteStorageLensConfigurationTagging
    DeleteStorageLensGroup DescribeJob DescribeMultiRegionAccessPointOperation DissociateAccessGrantsIdentityCenter
    GetAccessGrant GetAccessGrantsInstance GetAccessGrantsInstanceForPrefix GetAccessGrantsInstanceResourcePolicy
    GetAccessGrantsLocation GetAccessPoint GetAccessPointConfigurationForObjectLambda
    GetAccessPointForObjectLambda GetAccessPointPolicy GetAccessPointPolicyForObjectLambda
    GetAccessPointPolicyStatus GetAccessPointPolicyStatusForObjectLambda GetAccountPublicAccessBlock GetDataAccess
    GetJobTagging GetMultiRegionAccessPoint GetMultiRegionAccessPointPolicy GetMultiRegionAccessPointPolicyStatus
    GetMultiRegionAccessPointRoutes GetStorageLensConfiguration GetStorageLensConfigurationTagging
    GetStorageLensDashboard GetStorageLensGroup ListAccessGrants ListAccessGrantsInstances ListAccessGrantsLocations
    ListAccessPoints ListAccessPointsForObjectLambda ListAllMyBuckets ListCallerAccessGrants ListJobs
    ListMultiRegionAccessPoints ListStorageLensConfigurations ListStorageLensGroups
    PutAccessGrantsInstanceResourcePolicy PutAccessPointConfigurationForObjectLambda PutAccessPointPolicy
    PutAccessPointPolicyForObjectLambda PutAccessPointPublicAccessBlock PutAccountPublicAccessBlock PutJobTagging
    PutMultiRegionAccessPointPolicy PutStorageLensConfiguration PutStorageLensConfigurationTagging
    SubmitMultiRegionAccessPointRoutes UpdateAccessGrantsLocation UpdateJobPriority UpdateJobStatus
    UpdateStorageLensGroup`,
};

const words = (text: string): string[] => text.toLowerCase().match(/\S+/g) ?? [];

const LEVELS: ReadonlyMap<string, S3Level> = new Map(
  (['bucket', 'object', 'elsewhere'] as const).flatMap((level) =>
    words(ACTIONS[level]).map((name) => [name, level] as const),
  ),
);

/** The names of all actions of S3, in small letters and without the prefix. */
export const S3_ACTIONS: readonly string[] = [...LEVELS.keys()];

/** Undefined: S3 has no such action. Letter case does not count. */
export const s3Level = (name: string): S3Level | undefined => LEVELS.get(name.toLowerCase());

/** Keys of S3 that come with every request, or with every one that goes through an access point. */
const WITH_EVERY_ACTION: ReadonlySet<string> = new Set(
  words(`AccessPointNetworkOrigin AccessPointTag/ authType BucketTag/ DataAccessPointAccount DataAccessPointArn
    ResourceAccount signatureAge signatureversion TlsVersion x-amz-content-sha256`),
);

const LISTS = 'ListBucket ListBucketVersions';
const ANNOTATION_LISTS = 'ListObjectAnnotations ListObjectVersionAnnotations';
const TAGGING = 'BypassGovernanceRetention PutObject PutObjectTagging PutObjectVersionTagging';
const GRANTS =
  'BypassGovernanceRetention CreateBucket PutBucketAcl PutObject PutObjectAcl PutObjectVersionAcl';
const WRITES = 'BypassGovernanceRetention PutObject';
const ENCRYPTS = `${WRITES} ReplicateObject UpdateObjectEncryption`;
const HOLDS = 'PutObject PutObjectRetention ReplicateObject';
const RETAINS = 'PutObject PutObjectRetention';
const LOG_DELIVERY = 'AllowVendedLogDeliveryForResource';

/** The other keys, with the actions on buckets and objects that they come with; `/` is followed by the key of a tag. */
const ACTIONS_BY_KEY: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    AccessGrantScope: '',
    AccessGrantsInstanceArn: `AbortMultipartUpload DeleteObject DeleteObjectVersion GetObject GetObjectAcl
      GetObjectVersion GetObjectVersionAcl ${LISTS} ListBucketMultipartUploads ListMultipartUploadParts PutObject
      PutObjectAcl PutObjectVersionAcl`,
    AccessGrantsLocationScope: '',
    'annotation-prefix': ANNOTATION_LISTS,
    delimiter: LISTS,
    deliverySourceArn: LOG_DELIVERY,
    destinationRegion: 'PauseReplication',
    ExistingJobOperation: '',
    ExistingJobPriority: '',
    'ExistingObjectTag/': `DeleteObjectAnnotation DeleteObjectTagging DeleteObjectVersionAnnotation
      DeleteObjectVersionTagging GetObject GetObjectAcl GetObjectAnnotation GetObjectAttributes GetObjectTagging
      GetObjectVersion GetObjectVersionAcl GetObjectVersionAnnotation GetObjectVersionAttributes
      GetObjectVersionTagging ${ANNOTATION_LISTS} PutObjectAcl PutObjectAnnotation PutObjectTagging
      PutObjectVersionAcl PutObjectVersionAnnotation PutObjectVersionTagging UpdateObjectEncryption`,
    'if-match': 'DeleteObject PutObject',
    'if-none-match': 'PutObject',
    InventoryAccessibleOptionalFields: 'PutInventoryConfiguration',
    isReplicationPauseRequest: 'PutReplicationConfiguration',
    JobSuspendedCause: '',
    locationconstraint: 'CreateBucket',
    logType: LOG_DELIVERY,
    'max-annotation-results': ANNOTATION_LISTS,
    'max-keys': LISTS,
    'object-lock-event-hold': HOLDS,
    'object-lock-event-hold-duration-days': HOLDS,
    'object-lock-legal-hold': 'PutObject PutObjectLegalHold',
    'object-lock-mode': RETAINS,
    'object-lock-remaining-retention-days': RETAINS,
    'object-lock-retain-until-date': RETAINS,
    ObjectCreationOperation: 'PutObject',
    prefix: LISTS,
    RequestJobOperation: '',
    RequestJobPriority: '',
    'RequestObjectTag/': TAGGING,
    RequestObjectTagKeys: TAGGING,
    resourceArnBeingAuthorized: LOG_DELIVERY,
    versionid: `DeleteObjectVersion DeleteObjectVersionAnnotation DeleteObjectVersionTagging GetObjectVersion
      GetObjectVersionAcl GetObjectVersionAnnotation GetObjectVersionAttributes GetObjectVersionTagging
      GetObjectVersionTorrent ListObjectVersionAnnotations PutObjectVersionAcl PutObjectVersionAnnotation
      PutObjectVersionTagging`,
    'x-amz-acl': GRANTS,
    'x-amz-bucket-namespace': 'CreateBucket',
    'x-amz-copy-source': WRITES,
    'x-amz-grant-full-control': GRANTS,
    'x-amz-grant-read': GRANTS,
    'x-amz-grant-read-acp': GRANTS,
    'x-amz-grant-write': GRANTS,
    'x-amz-grant-write-acp': GRANTS,
    'x-amz-metadata-directive': WRITES,
    'x-amz-object-annotation-directive': 'PutObject',
    'x-amz-object-if-match': `DeleteObjectAnnotation DeleteObjectVersionAnnotation PutObjectAnnotation
      PutObjectVersionAnnotation`,
    'x-amz-object-ownership': 'CreateBucket',
    'x-amz-server-side-encryption': ENCRYPTS,
    'x-amz-server-side-encryption-aws-kms-key-id': ENCRYPTS,
    'x-amz-server-side-encryption-customer-algorithm': `${WRITES} ReplicateObject`,
    'x-amz-storage-class': `${WRITES} PutObjectAcl PutObjectVersionAcl`,
    'x-amz-website-redirect-location': WRITES,
  }).map(([key, actions]) => [key.toLowerCase(), new Set(words(actions))]),
);

/** The key as the tables have it: in small letters, without the prefix, and a key of tags up to its `/`. */
function filed(key: string): string | null {
  const [prefix, name = ''] = key.toLowerCase().split(/:(.*)/s);
  if (prefix !== 's3') return null;
  return name.includes('/') && !name.endsWith('/') ? name.slice(0, name.indexOf('/') + 1) : name;
}

/** Whether S3 has this condition key, such as `s3:prefix` or `s3:ExistingObjectTag/team`. Letter case does not count. */
export function isS3Key(key: string): boolean {
  const name = filed(key);
  return name !== null && !key.endsWith('/') && (WITH_EVERY_ACTION.has(name) || ACTIONS_BY_KEY.has(name));
}

/** Whether a condition key of S3 comes with an action on buckets or objects, named without its prefix. */
export function s3KeyComesWith(key: string, action: string): boolean {
  const name = filed(key);
  if (name === null) return false;
  return WITH_EVERY_ACTION.has(name) || ACTIONS_BY_KEY.get(name)?.has(action.toLowerCase()) === true;
}
