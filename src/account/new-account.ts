// newAccount: an account as AWS hands it over, with a root user and nothing else.
import type { AccountId } from '../aws/arn.ts';
import type { Instant } from '../aws/instant.ts';
import { EMPTY } from './table.ts';
import type { Account, Tables } from './world.ts';

/** All tables of an account, with nothing in them. */
export const EMPTY_TABLES: Tables = {
  users: EMPTY,
  groups: EMPTY,
  roles: EMPTY,
  instanceProfiles: EMPTY,
  policies: EMPTY,
  mfaDevices: EMPTY,
  samlProviders: EMPTY,
  oidcProviders: EMPTY,
  deletionTasks: EMPTY,
  accessJobs: EMPTY,
  buckets: EMPTY,
  queues: EMPTY,
  topics: EMPTY,
  kmsKeys: EMPTY,
  kmsAliases: EMPTY,
  functions: EMPTY,
  dynamoTables: EMPTY,
  secrets: EMPTY,
  instances: EMPTY,
  vpcEndpoints: EMPTY,
};

/** The names of the tables, in the order above. */
export const TABLE_NAMES = Object.keys(EMPTY_TABLES) as readonly (keyof Tables)[];

/** Without a password for the root user, as the accounts that an organization creates. */
export const newAccount = (id: AccountId, name: string, email: string, created: Instant): Account => ({
  ...EMPTY_TABLES,
  id,
  name,
  created,
  alias: null,
  root: { email, login: null, accessKeys: [] },
  passwordPolicy: null,
  credentialReport: null,
  globalTokenVersion: 1,
  publicAccessBlock: null,
});
