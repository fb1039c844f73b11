// The schemas of the fields of a case that speak of S3 and of KMS.
import * as v from 'valibot';
import type { Arn } from '../../src/aws/arn.ts';
import type { KmsGrant } from '../../src/evaluation/kms/grant.ts';
import { BLOCK_NONE } from '../../src/evaluation/s3/block-public-access.ts';
import type { S3Access } from '../../src/evaluation/s3/access.ts';

const arn = v.pipe(
  v.string(),
  v.guard((text): text is Arn => text.startsWith('arn:')),
);

const acl = v.object({
  owner: v.object({ account: v.string(), canonicalUserId: v.string() }),
  grants: v.array(
    v.object({
      grantee: v.variant('kind', [
        v.object({ kind: v.literal('canonicalUser'), canonicalUserId: v.string() }),
        v.object({
          kind: v.literal('group'),
          group: v.picklist(['AllUsers', 'AuthenticatedUsers', 'LogDelivery']),
        }),
      ]),
      permission: v.picklist(['READ', 'WRITE', 'READ_ACP', 'WRITE_ACP', 'FULL_CONTROL']),
    }),
  ),
});

/** What a case leaves out is off, and the ACLs are on. */
export const s3Schema: v.GenericSchema<unknown, S3Access> = v.object({
  ownership: v.optional(
    v.picklist(['BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter']),
    'ObjectWriter',
  ),
  bucketAcl: v.optional(v.nullable(acl), null),
  objectAcl: v.optional(v.nullable(acl), null),
  blockPublicAccess: v.optional(
    v.object({
      blockPublicAcls: v.optional(v.boolean(), false),
      ignorePublicAcls: v.optional(v.boolean(), false),
      blockPublicPolicy: v.optional(v.boolean(), false),
      restrictPublicBuckets: v.optional(v.boolean(), false),
    }),
    BLOCK_NONE,
  ),
});

export const grantsSchema: v.GenericSchema<unknown, KmsGrant[]> = v.array(
  v.object({
    id: v.string(),
    granteePrincipal: arn,
    retiringPrincipal: v.optional(arn),
    operations: v.array(v.string()),
    constraint: v.optional(
      v.object({
        kind: v.picklist(['equals', 'subset']),
        encryptionContext: v.record(v.string(), v.string()),
      }),
    ),
  }),
);
