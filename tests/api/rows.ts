// All rows of the table test, by family of operations.
import { ACCOUNT } from './rows/account.ts';
import { ATTACHMENTS } from './rows/attachments.ts';
import { EARLIER } from './rows/earlier.ts';
import { GROUPS } from './rows/groups.ts';
import { KMS_KEYS } from './rows/kms-keys.ts';
import { KMS_USE } from './rows/kms-use.ts';
import { POLICIES } from './rows/policies.ts';
import { ROLES } from './rows/roles.ts';
import { S3_BUCKETS } from './rows/s3-buckets.ts';
import { S3_OBJECTS } from './rows/s3-objects.ts';
import { USERS } from './rows/users.ts';

export const ROWS = [
  ...EARLIER,
  ...USERS,
  ...GROUPS,
  ...ROLES,
  ...POLICIES,
  ...ATTACHMENTS,
  ...ACCOUNT,
  ...KMS_KEYS,
  ...KMS_USE,
  ...S3_BUCKETS,
  ...S3_OBJECTS,
] as const;
