// All rows of the table test, by family of operations.
import { ACCOUNT } from './rows/account.ts';
import { ATTACHMENTS } from './rows/attachments.ts';
import { DYNAMODB } from './rows/dynamodb.ts';
import { DYNAMODB_MANY } from './rows/dynamodb-many.ts';
import { DYNAMODB_TABLES } from './rows/dynamodb-tables.ts';
import { EARLIER } from './rows/earlier.ts';
import { EC2 } from './rows/ec2.ts';
import { EC2_SETTINGS } from './rows/ec2-settings.ts';
import { EC2_NETWORK } from './rows/ec2-network.ts';
import { GROUPS } from './rows/groups.ts';
import { POLICIES } from './rows/policies.ts';
import { ROLES } from './rows/roles.ts';
import { SECRETS } from './rows/secretsmanager.ts';
import { SECRET_VERSIONS } from './rows/secretsmanager-versions.ts';
import { SECRET_POLICIES } from './rows/secretsmanager-policies.ts';
import { USERS } from './rows/users.ts';

export const ROWS = [
  ...EARLIER,
  ...USERS,
  ...GROUPS,
  ...ROLES,
  ...POLICIES,
  ...ATTACHMENTS,
  ...ACCOUNT,
  ...EC2,
  ...EC2_SETTINGS,
  ...EC2_NETWORK,
  ...DYNAMODB,
  ...DYNAMODB_MANY,
  ...DYNAMODB_TABLES,
  ...SECRETS,
  ...SECRET_VERSIONS,
  ...SECRET_POLICIES,
] as const;
