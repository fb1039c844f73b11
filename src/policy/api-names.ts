// Names of API operations that are no actions of IAM, though one may well expect it, and the actions that they need.

/**
 * By service, in pairs: the operation, and the actions that a caller has to be allowed, the most telling first.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
 */
const NAMES: Readonly<Record<string, string>> = {
  s3: `CompleteMultipartUpload PutObject · CopyObject PutObject,GetObject · CreateMultipartUpload PutObject ·
    DeleteBucketAnalyticsConfiguration PutAnalyticsConfiguration · DeleteBucketCors PutBucketCORS ·
    DeleteBucketEncryption PutEncryptionConfiguration · DeleteBucketLifecycle PutLifecycleConfiguration ·
    DeleteBucketReplication PutReplicationConfiguration · DeleteBucketTagging PutBucketTagging ·
    DeleteObjects DeleteObject · DeletePublicAccessBlock PutBucketPublicAccessBlock ·
    GetBucketAccelerateConfiguration GetAccelerateConfiguration · GetBucketAnalyticsConfiguration GetAnalyticsConfiguration ·
    GetBucketEncryption GetEncryptionConfiguration · GetBucketInventoryConfiguration GetInventoryConfiguration ·
    GetBucketLifecycle GetLifecycleConfiguration · GetBucketLifecycleConfiguration GetLifecycleConfiguration ·
    GetBucketMetricsConfiguration GetMetricsConfiguration · GetBucketNotificationConfiguration GetBucketNotification ·
    GetBucketReplication GetReplicationConfiguration · GetObjectLockConfiguration GetBucketObjectLockConfiguration ·
    GetPublicAccessBlock GetBucketPublicAccessBlock · HeadBucket ListBucket · HeadObject GetObject ·
    ListBuckets ListAllMyBuckets · ListMultipartUploads ListBucketMultipartUploads · ListObjects ListBucket ·
    ListObjectsV2 ListBucket · ListObjectVersions ListBucketVersions · ListParts ListMultipartUploadParts ·
    PutBucketAccelerateConfiguration PutAccelerateConfiguration · PutBucketAnalyticsConfiguration PutAnalyticsConfiguration ·
    PutBucketEncryption PutEncryptionConfiguration · PutBucketInventoryConfiguration PutInventoryConfiguration ·
    PutBucketLifecycle PutLifecycleConfiguration · PutBucketLifecycleConfiguration PutLifecycleConfiguration ·
    PutBucketMetricsConfiguration PutMetricsConfiguration · PutBucketNotificationConfiguration PutBucketNotification ·
    PutBucketReplication PutReplicationConfiguration · PutObjectLockConfiguration PutBucketObjectLockConfiguration ·
    PutPublicAccessBlock PutBucketPublicAccessBlock · SelectObjectContent GetObject · UploadPart PutObject ·
    UploadPartCopy PutObject,GetObject`,
  dynamodb: `BatchExecuteStatement PartiQLSelect · ExecuteStatement PartiQLSelect · ExecuteTransaction PartiQLSelect ·
    TransactGetItems GetItem · TransactWriteItems PutItem,UpdateItem,DeleteItem`,
  kms: 'ReEncrypt ReEncryptFrom,ReEncryptTo',
  lambda: 'Invoke InvokeFunction · InvokeWithResponseStream InvokeFunction',
  sns: 'PublishBatch Publish',
  sqs: `ChangeMessageVisibilityBatch ChangeMessageVisibility · DeleteMessageBatch DeleteMessage ·
    SendMessageBatch SendMessage`,
};

/** By `service:operation` in lower case. */
const ACTIONS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(NAMES).flatMap(([service, pairs]) =>
    pairs.split('·').map((pair) => {
      const [operation = '', actions = ''] = pair.trim().split(' ');
      return [
        `${service}:${operation.toLowerCase()}`,
        actions.split(',').map((name) => `${service}:${name}`),
      ] as const;
    }),
  ),
);

/** Operations whose own name is no action and begins so, whatever the letter case, with the actions that they need. */
export const operationsBeginning = (
  typed: string,
): readonly { readonly operation: string; readonly actions: readonly string[] }[] =>
  [...ACTIONS].flatMap(([name, actions]) =>
    name.slice(name.indexOf(':') + 1).startsWith(typed.toLowerCase()) ? [{ operation: name, actions }] : [],
  );

/** The actions that an operation needs whose own name is none; empty where that is not known of it. */
export const actionsOfOperation = (name: string): readonly string[] => ACTIONS.get(name.toLowerCase()) ?? [];

/** The same of a name that is nearly that of an operation: one `s` more or fewer, or a wildcard behind it. */
export function actionsOfNearOperation(name: string): readonly string[] {
  const core = name.replace(/\*+$/, '');
  const names = [core, `${core}s`, ...(core.endsWith('s') ? [core.slice(0, -1)] : [])];
  return names.map(actionsOfOperation).find((actions) => actions.length > 0) ?? [];
}
