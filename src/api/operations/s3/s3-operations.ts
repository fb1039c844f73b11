// The operations of S3 and S3 Control.
import { AccountDeletePublicAccessBlock } from './AccountDeletePublicAccessBlock.ts';
import { AccountGetPublicAccessBlock } from './AccountGetPublicAccessBlock.ts';
import { AccountPutPublicAccessBlock } from './AccountPutPublicAccessBlock.ts';
import { CopyObject } from './CopyObject.ts';
import { CreateBucket } from './CreateBucket.ts';
import { DeleteBucket } from './DeleteBucket.ts';
import { DeleteBucketOwnershipControls } from './DeleteBucketOwnershipControls.ts';
import { DeleteBucketPolicy } from './DeleteBucketPolicy.ts';
import { DeleteBucketTagging } from './DeleteBucketTagging.ts';
import { DeleteObject } from './DeleteObject.ts';
import { DeleteObjectTagging } from './DeleteObjectTagging.ts';
import { DeletePublicAccessBlock } from './DeletePublicAccessBlock.ts';
import { GetBucketAcl } from './GetBucketAcl.ts';
import { GetBucketLocation } from './GetBucketLocation.ts';
import { GetBucketOwnershipControls } from './GetBucketOwnershipControls.ts';
import { GetBucketPolicy } from './GetBucketPolicy.ts';
import { GetBucketPolicyStatus } from './GetBucketPolicyStatus.ts';
import { GetBucketTagging } from './GetBucketTagging.ts';
import { GetBucketVersioning } from './GetBucketVersioning.ts';
import { GetObject } from './GetObject.ts';
import { GetObjectAcl } from './GetObjectAcl.ts';
import { GetObjectTagging } from './GetObjectTagging.ts';
import { GetPublicAccessBlock } from './GetPublicAccessBlock.ts';
import { HeadBucket } from './HeadBucket.ts';
import { HeadObject } from './HeadObject.ts';
import { ListBuckets } from './ListBuckets.ts';
import { ListObjectVersions } from './ListObjectVersions.ts';
import { ListObjectsV2 } from './ListObjectsV2.ts';
import { PutBucketAcl } from './PutBucketAcl.ts';
import { PutBucketOwnershipControls } from './PutBucketOwnershipControls.ts';
import { PutBucketPolicy } from './PutBucketPolicy.ts';
import { PutBucketTagging } from './PutBucketTagging.ts';
import { PutBucketVersioning } from './PutBucketVersioning.ts';
import { PutObject } from './PutObject.ts';
import { PutObjectAcl } from './PutObjectAcl.ts';
import { PutObjectTagging } from './PutObjectTagging.ts';
import { PutPublicAccessBlock } from './PutPublicAccessBlock.ts';

/** Not simulated are uploads in parts, Object Lock, lifecycle rules, replication, and what else a bucket can be set up for. */
export const S3_OPERATIONS = {
  's3:ListBuckets': ListBuckets,
  's3:CreateBucket': CreateBucket,
  's3:DeleteBucket': DeleteBucket,
  's3:HeadBucket': HeadBucket,
  's3:GetBucketLocation': GetBucketLocation,
  's3:GetBucketPolicy': GetBucketPolicy,
  's3:PutBucketPolicy': PutBucketPolicy,
  's3:DeleteBucketPolicy': DeleteBucketPolicy,
  's3:GetBucketPolicyStatus': GetBucketPolicyStatus,
  's3:GetBucketAcl': GetBucketAcl,
  's3:PutBucketAcl': PutBucketAcl,
  's3:GetPublicAccessBlock': GetPublicAccessBlock,
  's3:PutPublicAccessBlock': PutPublicAccessBlock,
  's3:DeletePublicAccessBlock': DeletePublicAccessBlock,
  's3:GetBucketOwnershipControls': GetBucketOwnershipControls,
  's3:PutBucketOwnershipControls': PutBucketOwnershipControls,
  's3:DeleteBucketOwnershipControls': DeleteBucketOwnershipControls,
  's3:GetBucketTagging': GetBucketTagging,
  's3:PutBucketTagging': PutBucketTagging,
  's3:DeleteBucketTagging': DeleteBucketTagging,
  's3:GetBucketVersioning': GetBucketVersioning,
  's3:PutBucketVersioning': PutBucketVersioning,
  's3:ListObjectsV2': ListObjectsV2,
  's3:ListObjectVersions': ListObjectVersions,
  's3:GetObject': GetObject,
  's3:HeadObject': HeadObject,
  's3:PutObject': PutObject,
  's3:CopyObject': CopyObject,
  's3:DeleteObject': DeleteObject,
  's3:GetObjectAcl': GetObjectAcl,
  's3:PutObjectAcl': PutObjectAcl,
  's3:GetObjectTagging': GetObjectTagging,
  's3:PutObjectTagging': PutObjectTagging,
  's3:DeleteObjectTagging': DeleteObjectTagging,
  's3control:GetPublicAccessBlock': AccountGetPublicAccessBlock,
  's3control:PutPublicAccessBlock': AccountPutPublicAccessBlock,
  's3control:DeletePublicAccessBlock': AccountDeletePublicAccessBlock,
} as const;
