// Object Ownership: its settings, and what stands against them.
import type { ObjectOwnership } from '../../../evaluation/s3/access.ts';
import { awsError } from '../../errors.ts';

const SETTINGS: readonly string[] = ['BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter'];

export const isOwnership = (text: string): text is ObjectOwnership => SETTINGS.includes(text);

/** ACLs cannot be switched off while the bucket lets somebody in by one. */
export const ACL_AGAINST_OWNERSHIP = awsError(
  'InvalidBucketAclWithObjectOwnership',
  "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting",
);
