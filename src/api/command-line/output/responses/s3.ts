// What the operations of S3 answer with, as AWS's service model has it: members in their order, dates, policy documents.
import type { ResponseTable } from '../response-table.ts';

export const S3_RESPONSES: ResponseTable = {
  structures: {
    Bucket: 'Name CreationDate:date BucketRegion',
    CommonPrefix: 'Prefix',
    CopyObjectResult: 'ETag LastModified:date',
    DeleteMarkerEntry: 'Owner:Owner Key VersionId IsLatest LastModified:date',
    Grant: 'Grantee:Grantee Permission',
    Grantee: 'DisplayName EmailAddress ID Type URI',
    Object: 'Key LastModified:date ETag Size StorageClass Owner:Owner',
    ObjectVersion: 'ETag Size StorageClass Key VersionId IsLatest LastModified:date Owner:Owner',
    Owner: 'DisplayName ID',
    OwnershipControls: 'Rules?:OwnershipControlsRule',
    OwnershipControlsRule: 'ObjectOwnership',
    PolicyStatus: 'IsPublic',
    PublicAccessBlockConfiguration:
      'BlockPublicAcls IgnorePublicAcls BlockPublicPolicy RestrictPublicBuckets',
    Tag: 'Key Value',
  },
  operations: {
    's3:CopyObject':
      'CopyObjectResult:CopyObjectResult CopySourceVersionId VersionId ServerSideEncryption SSEKMSKeyId',
    's3:CreateBucket': 'Location',
    's3:DeleteObject': 'DeleteMarker VersionId',
    's3:DeleteObjectTagging': 'VersionId',
    's3:GetBucketAcl': 'Owner:Owner Grants:Grant',
    's3:GetBucketLocation': 'LocationConstraint',
    's3:GetBucketOwnershipControls': 'OwnershipControls:OwnershipControls',
    's3:GetBucketPolicy': 'Policy',
    's3:GetBucketPolicyStatus': 'PolicyStatus:PolicyStatus',
    's3:GetBucketTagging': 'TagSet:Tag',
    's3:GetBucketVersioning': 'Status MFADelete',
    's3:GetObject':
      'DeleteMarker AcceptRanges LastModified:date ContentLength ETag VersionId ContentType ServerSideEncryption Metadata SSEKMSKeyId StorageClass TagCount',
    's3:GetObjectAcl': 'Owner:Owner Grants:Grant',
    's3:GetObjectTagging': 'VersionId TagSet:Tag',
    's3:GetPublicAccessBlock': 'PublicAccessBlockConfiguration:PublicAccessBlockConfiguration',
    's3:HeadBucket': 'BucketRegion AccessPointAlias',
    's3:HeadObject':
      'DeleteMarker AcceptRanges LastModified:date ContentLength ETag VersionId ContentType ServerSideEncryption Metadata SSEKMSKeyId StorageClass TagCount',
    's3:ListBuckets': 'Buckets:Bucket Owner:Owner ContinuationToken Prefix',
    's3:ListObjectVersions':
      'IsTruncated KeyMarker VersionIdMarker NextKeyMarker NextVersionIdMarker Versions?:ObjectVersion DeleteMarkers?:DeleteMarkerEntry Name Prefix Delimiter MaxKeys CommonPrefixes?:CommonPrefix',
    's3:ListObjectsV2':
      'IsTruncated Contents?:Object Name Prefix Delimiter MaxKeys CommonPrefixes?:CommonPrefix KeyCount ContinuationToken NextContinuationToken',
    's3:PutObject': 'ETag ServerSideEncryption VersionId SSEKMSKeyId Size',
    's3:PutObjectTagging': 'VersionId',
  },
};
