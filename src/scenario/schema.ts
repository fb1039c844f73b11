// The schema of scenarios: known fields only, every value bounded. What ties records together is in rules.ts.
import * as v from 'valibot';
import { list, publicAccessBlock } from './common-schema.ts';
import { directories } from './directory-schema.ts';
import * as f from './fields.ts';
import * as iam from './iam-schema.ts';
import { organization } from './organization-schema.ts';
import * as resource from './resource-schema.ts';
import type { Proven, Same } from './same.ts';
import { SCENARIO_VERSION, type Scenario } from './scenario.ts';
import { entities, table } from './table.ts';

const named = ({ name }: { readonly name: string }): string => name;
const identified = ({ id }: { readonly id: string }): string => id;
const regional = ({ region, name }: { readonly region: string; readonly name: string }): string =>
  `${region}/${name}`;

/** The most of each is what no person needs, and AWS's own quota where it has one. */
export const account = v.strictObject({
  id: f.accountId,
  name: f.text(1, 50),
  created: f.instant,
  alias: v.nullable(f.accountAlias),
  root: iam.root,
  passwordPolicy: v.nullable(iam.passwordPolicy),
  credentialReport: v.nullable(iam.credentialReport),
  globalTokenVersion: v.picklist([1, 2]),
  publicAccessBlock: v.nullable(publicAccessBlock),
  users: entities(f.iamName(64), iam.user, { nameOf: named, most: 5_000 }),
  groups: entities(f.iamName(128), iam.group, { nameOf: named, most: 500 }),
  roles: entities(f.iamName(64), iam.role, { nameOf: named, most: 10_000 }),
  instanceProfiles: entities(f.iamName(128), iam.instanceProfile, { nameOf: named, most: 10_000 }),
  policies: entities(f.iamName(128), iam.managedPolicy, { nameOf: named, most: 10_000 }),
  mfaDevices: entities(iam.mfaSerial, iam.mfaDevice, { nameOf: ({ serial }) => serial, most: 50_000 }),
  samlProviders: entities(iam.samlProviderName, iam.samlProvider, { nameOf: named, most: 100 }),
  oidcProviders: entities(iam.oidcUrl, iam.oidcProvider, { nameOf: ({ url }) => url, most: 700 }),
  deletionTasks: entities(f.text(1, 1_000), iam.deletionTask, { nameOf: identified, most: 10_000 }),
  accessJobs: entities(f.uuid, iam.accessJob, { nameOf: identified, most: 10_000 }),
  buckets: entities(f.bucketName, resource.bucket, { nameOf: named, most: 10_000 }),
  queues: entities(resource.queueName.key, resource.queue, { nameOf: regional, most: 10_000 }),
  topics: entities(resource.topicName.key, resource.topic, { nameOf: regional, most: 10_000 }),
  kmsKeys: entities(resource.kmsKeyId, resource.kmsKey, { nameOf: identified, most: 10_000 }),
  kmsAliases: entities(resource.kmsAliasName.key, resource.kmsAlias, { nameOf: regional, most: 10_000 }),
  functions: entities(resource.functionName.key, resource.lambdaFunction, { nameOf: regional, most: 10_000 }),
  dynamoTables: entities(resource.dynamoTableName.key, resource.dynamoTable, {
    nameOf: regional,
    most: 2_500,
  }),
  secrets: entities(resource.secretName.key, resource.secret, { nameOf: regional, most: 10_000 }),
  instances: entities(resource.instanceId, resource.instance, { nameOf: identified, most: 10_000 }),
  vpcEndpoints: entities(resource.vpcEndpointId, resource.vpcEndpoint, { nameOf: identified, most: 1_000 }),
});

const world = v.strictObject({
  organization: v.nullable(organization),
  accounts: table(f.accountId, account, { nameOf: identified, most: 100 }),
});

const handed = { account: f.accountId, password: f.text(1, 128), note: f.text(0, 1_000) };

export const scenarioSchema = v.strictObject({
  format: v.literal('rolecall-scenario'),
  version: v.literal(SCENARIO_VERSION),
  title: f.heading(200),
  story: f.text(0, 20_000),
  handout: list(
    v.variant('kind', [
      v.strictObject({ kind: v.literal('root'), ...handed }),
      v.strictObject({ kind: v.literal('user'), name: f.iamName(64), ...handed }),
    ]),
    500,
  ),
  directories,
  world,
});

/** `Scenario`, proven to be exactly what the schema lets through. */
export type ParsedScenario = Proven<Same<v.InferOutput<typeof scenarioSchema>, Scenario>, Scenario>;
