// The schema of scenarios: known fields only, every value bounded. What ties records together is in rules.ts.
import { MAX_CONTENT_TYPE_CHARACTERS, MAX_OBJECT_CHARACTERS } from '../account/limits.ts';
import * as v from 'valibot';
import * as f from './fields.ts';
import type { Proven, Same } from './same.ts';
import { SCENARIO_VERSION, type Scenario } from './scenario.ts';
import { table } from './table.ts';

/** Only what no person needs; the limits of AWS's own quotas where it has one. */
const MOST = {
  accounts: 100,
  users: 5_000,
  groups: 500,
  roles: 10_000,
  instanceProfiles: 10_000,
  policies: 10_000,
  inlinePolicies: 1_000,
  buckets: 10_000,
  objects: 10_000,
  /** Characters in the body of one object. */
  body: MAX_OBJECT_CHARACTERS,
  handout: 500,
  story: 20_000,
} as const;

const list = <Schema extends v.GenericSchema>(item: Schema, most: number) =>
  v.pipe(v.array(item), v.maxLength(most, `must have at most ${most} entries`), v.readonly());

const tags = table(f.tagKey, f.tagValue, { most: 50 });

const accessKeys = list(
  v.strictObject({ id: f.accessKeyId, status: v.picklist(['Active', 'Inactive']), created: f.instant }),
  2,
);

const wholeNumber = (least: number, most: number) =>
  v.pipe(
    v.number(),
    v.integer('must be a whole number'),
    v.minValue(least, `must be at least ${least}`),
    v.maxValue(most, `must be at most ${most}`),
  );

const passwordPolicy = v.strictObject({
  minimumLength: wholeNumber(6, 128),
  requireSymbols: v.boolean(),
  requireNumbers: v.boolean(),
  requireUppercase: v.boolean(),
  requireLowercase: v.boolean(),
  allowUsersToChange: v.boolean(),
  maxAge: v.nullable(wholeNumber(1, 1095)),
  reusePrevention: v.nullable(wholeNumber(1, 24)),
  hardExpiry: v.boolean(),
});

const inline = table(f.iamName(128), f.policyDocument, { most: MOST.inlinePolicies });

const user = v.strictObject({
  name: f.iamName(64),
  path: f.path,
  id: f.uniqueId('AIDA'),
  created: f.instant,
  password: v.nullable(f.passwordHash),
  accessKeys,
  boundary: v.nullable(f.policyArn),
  groups: list(f.iamName(128), 10),
  attached: list(f.policyArn, 20),
  inline,
  tags,
});

const group = v.strictObject({
  name: f.iamName(128),
  path: f.path,
  id: f.uniqueId('AGPA'),
  created: f.instant,
  attached: list(f.policyArn, 10),
  inline,
});

const role = v.strictObject({
  name: f.iamName(64),
  path: f.path,
  id: f.uniqueId('AROA'),
  created: f.instant,
  description: f.text(0, 1_000),
  trust: f.policyDocument,
  trusted: table(f.principalArn, f.principalId, { most: 1_000 }),
  maxSessionDuration: wholeNumber(3_600, 43_200),
  boundary: v.nullable(f.policyArn),
  attached: list(f.policyArn, 25),
  inline,
  tags,
});

const instanceProfile = v.strictObject({
  name: f.iamName(128),
  path: f.path,
  id: f.uniqueId('AIPA'),
  created: f.instant,
  role: v.nullable(f.iamName(64)),
  tags,
});

const managedPolicy = v.strictObject({
  name: f.iamName(128),
  path: f.policyPath,
  id: f.uniqueId('ANPA'),
  created: f.instant,
  description: f.text(0, 1_000),
  tags,
  versions: v.pipe(
    v.array(v.strictObject({ id: f.versionId, created: f.instant, document: f.policyDocument })),
    v.minLength(1, 'must have at least one version'),
    v.maxLength(5, 'must have at most five versions'),
    v.readonly(),
  ),
  defaultVersion: f.versionId,
  lastVersion: wholeNumber(1, Number.MAX_SAFE_INTEGER),
});

const storedObject = v.strictObject({
  key: f.objectKey,
  body: f.text(0, MOST.body),
  contentType: f.text(0, MAX_CONTENT_TYPE_CHARACTERS),
  modified: f.instant,
});

const bucket = v.strictObject({
  name: f.bucketName,
  created: f.instant,
  region: f.region,
  policy: v.nullable(f.policyDocument),
  objects: table(f.objectKey, storedObject, { nameOf: (object) => object.key, most: MOST.objects }),
});

const account = v.strictObject({
  id: f.accountId,
  name: f.text(1, 50),
  alias: v.nullable(f.accountAlias),
  root: v.strictObject({ email: f.email, password: v.nullable(f.passwordHash), accessKeys }),
  passwordPolicy: v.nullable(passwordPolicy),
  users: table(f.iamName(64), user, { nameOf: ({ name }) => name, most: MOST.users }),
  groups: table(f.iamName(128), group, { nameOf: ({ name }) => name, most: MOST.groups }),
  roles: table(f.iamName(64), role, { nameOf: ({ name }) => name, most: MOST.roles }),
  instanceProfiles: table(f.iamName(128), instanceProfile, {
    nameOf: ({ name }) => name,
    most: MOST.instanceProfiles,
  }),
  policies: table(f.iamName(128), managedPolicy, { nameOf: ({ name }) => name, most: MOST.policies }),
  buckets: table(f.bucketName, bucket, { nameOf: ({ name }) => name, most: MOST.buckets }),
});

const world = v.strictObject({
  organization: v.nullable(v.strictObject({ id: f.organizationId, managementAccount: f.accountId })),
  accounts: table(f.accountId, account, { nameOf: ({ id }) => id, most: MOST.accounts }),
});

const handed = { account: f.accountId, password: f.text(1, 128), note: f.text(0, 1_000) };

export const scenarioSchema = v.strictObject({
  format: v.literal('rolecall-scenario'),
  version: v.literal(SCENARIO_VERSION),
  title: f.heading(200),
  story: f.text(0, MOST.story),
  handout: list(
    v.variant('kind', [
      v.strictObject({ kind: v.literal('root'), ...handed }),
      v.strictObject({ kind: v.literal('user'), name: f.iamName(64), ...handed }),
    ]),
    MOST.handout,
  ),
  world,
});

/** `Scenario`, proven to be exactly what the schema lets through. */
export type ParsedScenario = Proven<Same<v.InferOutput<typeof scenarioSchema>, Scenario>, Scenario>;
