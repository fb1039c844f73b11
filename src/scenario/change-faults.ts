// changeFault: whether what a change writes has the form that a scenario takes, without a look at the rest of the world.
import * as v from 'valibot';
import type { Change } from '../account/change.ts';
import { isTable, recordOf } from '../account/table.ts';
import { READING } from './complaint.ts';
import * as iam from './iam-schema.ts';
import { organization, organizationTables } from './organization-schema.ts';
import * as resource from './resource-schema.ts';
import { account } from './schema.ts';

/** The schema of a value of each table of an account. */
const ENTITIES = {
  users: iam.user,
  groups: iam.group,
  roles: iam.role,
  instanceProfiles: iam.instanceProfile,
  policies: iam.managedPolicy,
  mfaDevices: iam.mfaDevice,
  samlProviders: iam.samlProvider,
  oidcProviders: iam.oidcProvider,
  deletionTasks: iam.deletionTask,
  accessJobs: iam.accessJob,
  buckets: resource.bucket,
  queues: resource.queue,
  topics: resource.topic,
  kmsKeys: resource.kmsKey,
  kmsAliases: resource.kmsAlias,
  functions: resource.lambdaFunction,
  dynamoTables: resource.dynamoTable,
  secrets: resource.secret,
  instances: resource.instance,
  vpcEndpoints: resource.vpcEndpoint,
} as const;

const PARTS = {
  objects: resource.storedObject,
  versions: resource.storedVersion,
  messages: resource.message,
  subscriptions: resource.subscription,
  grants: resource.grant,
  items: resource.item,
} as const;

/**
 * What is wrong with a change, or null. It answers for the form of what is written; whether it fits what else there is,
 * such as a name that is taken, only the rules over the whole world can tell.
 */
export function changeFault(change: Change): string | null {
  switch (change.kind) {
    case 'entitySet':
      return change.value === null ? null : faultOf(ENTITIES[change.table], change.value);
    case 'entityPatched':
      return faultOfFields(ENTITIES[change.table].entries, change.patch);
    case 'partSet':
      return change.value === null ? null : faultOf(PARTS[change.part], change.value);
    case 'accountSet':
      return faultOfFields(account.entries, { [change.field]: change.value });
    case 'accountPut':
      return change.value === null ? null : faultOf(account, change.value);
    case 'organizationSet':
      return change.value === null ? null : faultOf(organization, change.value);
    case 'organizationPatched':
      return faultOfFields(organization.entries, change.patch);
    case 'organizationPartSet':
      return change.value === null ? null : faultOf(organizationTables[change.table], change.value);
    case 'policyVersionCreated':
      return faultOf(iam.policyVersion, change.version);
    case 'inlinePolicyPut':
      return faultOf(iam.inline, { [change.policy]: change.document });
    case 'policyVersionDeleted':
    case 'defaultVersionSet':
      return null;
  }
}

function faultOf(schema: v.GenericSchema, value: unknown): string | null {
  const read = v.safeParse(schema, plain(value), READING);
  if (read.success) return null;
  const [issue] = read.issues;
  const place = (issue.path ?? []).map(({ key }) => String(key)).join(' › ');
  return place === '' ? issue.message : `${place}: ${issue.message}`;
}

function faultOfFields(schemas: Readonly<Record<string, v.GenericSchema>>, fields: object): string | null {
  for (const [name, value] of Object.entries(fields)) {
    const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
    const fault = schema ? faultOf(schema, value) : 'is a field that is not known here';
    if (fault !== null) return `${name}: ${fault}`;
  }
  return null;
}

/** As a document has it: a table is a record there. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(isTable(value) ? recordOf(value) : value).map(([key, inner]) => [key, plain(inner)]),
  );
}
