// Random changes of a world: of every kind, about what is there and about what is not.
import fc from 'fast-check';
import { INLINE_TABLES } from '../../../src/account/apply-change.ts';
import type {
  AccountChange,
  AccountField,
  Change,
  EntityChange,
  EntityPatch,
  OrganizationPartChange,
  OrganizationTable,
  OrganizationTables,
} from '../../../src/account/change.ts';
import { newAccount, TABLE_NAMES } from '../../../src/account/new-account.ts';
import { EMPTY, namesOf, valuesOf, type Table } from '../../../src/account/table.ts';
import type { Account, Entities, Tables, World } from '../../../src/account/world.ts';
import type { Organization } from '../../../src/account/organization.ts';
import * as identity from './identities.ts';
import { organization } from './organization.ts';
import * as resource from './resources.ts';
import { AWKWARD, instant, plainName, policyText } from './words.ts';

const HOME = '111122223333';
const boundary = fc.constantFrom(null, 'arn:aws:iam::aws:policy/ReadOnlyAccess' as const);

const ENTITIES: { readonly [Each in keyof Entities]: fc.Arbitrary<Entities[Each]> } = {
  users: fc
    .tuple(identity.user, boundary)
    .map(([user, boundary]) => ({ ...user, id: 'AIDANEW', accessKeys: [], boundary, groups: [] })),
  groups: identity.group.map((group) => ({ ...group, id: 'AGPANEW' })),
  roles: fc.tuple(identity.role, boundary).map(([role, boundary]) => ({ ...role, id: 'AROANEW', boundary })),
  instanceProfiles: identity.instanceProfile.map((profile) => ({ ...profile, id: 'AIPANEW', role: null })),
  policies: identity.managedPolicy.map((policy) => ({ ...policy, id: 'ANPANEW' })),
  mfaDevices: identity.mfaDevice(HOME),
  samlProviders: identity.samlProvider,
  oidcProviders: identity.oidcProvider,
  deletionTasks: identity.deletionTask,
  accessJobs: identity.accessJob,
  buckets: resource.bucket(plainName),
  queues: resource.queue,
  topics: resource.topic,
  kmsKeys: resource.kmsKey,
  kmsAliases: fc.record({
    name: plainName.map((name) => `alias/${name}`),
    region: fc.constant('eu-central-1'),
    key: fc.uuid(),
    created: instant,
    updated: instant,
  }),
  functions: resource.lambdaFunction,
  dynamoTables: resource.dynamoTable,
  secrets: resource.secret,
  instances: resource.instance('00'),
  vpcEndpoints: resource.vpcEndpoint('00'),
};

interface Place {
  readonly account: string;
  readonly name: string;
}

/** The places of entities that are there, and others. */
const placeIn = (world: World, table: keyof Entities): fc.Arbitrary<Place> =>
  accountIn(world).chain((account) =>
    fc.record({
      account: fc.constant(account),
      name: taken([world.accounts[account]?.[table] ?? EMPTY]),
    }),
  );

const placed = <At extends object, Rest extends object>(place: fc.Arbitrary<At>, rest: fc.Arbitrary<Rest>) =>
  fc.tuple(place, rest).map(([place, rest]) => ({ ...place, ...rest }));

const taken = (tables: readonly Table<unknown>[]): fc.Arbitrary<string> => {
  const names = tables.flatMap(namesOf);
  const other = fc.constantFrom(...AWKWARD, '__proto__');
  return names.length === 0 ? other : fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...names) }, other);
};

const accountIn = (world: World): fc.Arbitrary<string> => {
  const ids = Object.keys(world.accounts);
  return fc.constantFrom(...ids, ...ids, ...ids, '999999999999');
};

function entitySet<Name extends keyof Entities>(world: World, table: Name): fc.Arbitrary<EntityChange<Name>> {
  const values: fc.Arbitrary<Entities[Name]> = ENTITIES[table];
  return placed(
    placeIn(world, table),
    fc.record({
      kind: fc.constant('entitySet'),
      table: fc.constant(table),
      value: fc.option(values),
    }),
  );
}

function entityPatched<Name extends keyof Entities>(
  world: World,
  table: Name,
): fc.Arbitrary<EntityPatch<Name>> {
  const values: fc.Arbitrary<Entities[Name]> = ENTITIES[table];
  return placed(
    placeIn(world, table),
    fc.record({
      kind: fc.constant('entityPatched'),
      table: fc.constant(table),
      patch: values.chain(someOf),
    }),
  );
}

/** Some fields of a value. */
function someOf<Value extends object>(value: Value): fc.Arbitrary<Partial<Value>> {
  return fc.subarray(Object.keys(value)).map((fields) => {
    const some: Partial<Value> = {};
    for (const field in value) if (fields.includes(field)) some[field] = value[field];
    return some;
  });
}

/** What stands in the part tables of all entities of a kind. */
const partsOf = <Name extends keyof Tables>(
  world: World,
  table: Name,
  part: (entity: Entities[Name]) => Table<unknown>,
): Table<unknown>[] =>
  Object.values(world.accounts).flatMap((account: Tables) => valuesOf(account[table]).map(part));

function partSet(world: World): fc.Arbitrary<Change> {
  const kind = fc.constant('partSet');
  return fc.oneof(
    placed(
      placeIn(world, 'buckets'),
      fc.record({
        kind,
        table: fc.constant('buckets'),
        part: fc.constant('objects'),
        key: taken(partsOf(world, 'buckets', ({ objects }) => objects)),
        value: fc.option(resource.storedObject),
      }),
    ),
    placed(
      placeIn(world, 'buckets'),
      fc.record({
        kind,
        table: fc.constant('buckets'),
        part: fc.constant('versions'),
        key: taken(partsOf(world, 'buckets', ({ versions }) => versions)),
        value: fc.option(resource.storedVersion),
      }),
    ),
    placed(
      placeIn(world, 'queues'),
      fc.record({
        kind,
        table: fc.constant('queues'),
        part: fc.constant('messages'),
        key: taken(partsOf(world, 'queues', ({ messages }) => messages)),
        value: fc.option(resource.message),
      }),
    ),
    placed(
      placeIn(world, 'topics'),
      fc.record({
        kind,
        table: fc.constant('topics'),
        part: fc.constant('subscriptions'),
        key: taken(partsOf(world, 'topics', ({ subscriptions }) => subscriptions)),
        value: fc.option(resource.subscription),
      }),
    ),
    placed(
      placeIn(world, 'kmsKeys'),
      fc.record({
        kind,
        table: fc.constant('kmsKeys'),
        part: fc.constant('grants'),
        key: taken(partsOf(world, 'kmsKeys', ({ grants }) => grants)),
        value: fc.option(resource.grant),
      }),
    ),
    placed(
      placeIn(world, 'dynamoTables'),
      fc.record({
        kind,
        table: fc.constant('dynamoTables'),
        part: fc.constant('items'),
        key: taken(partsOf(world, 'dynamoTables', ({ items }) => items)),
        value: fc.constantFrom(null, '{}', ''),
      }),
    ),
  );
}

const FIELDS: { readonly [Field in AccountField]: fc.Arbitrary<Account[Field]> } = {
  name: plainName,
  created: instant,
  alias: fc.option(plainName),
  root: fc.record({
    email: fc.constantFrom('a@example.com', 'b@example.com'),
    login: fc.option(identity.login),
    accessKeys: fc.constant([]),
  }),
  passwordPolicy: fc.option(identity.passwordPolicy),
  credentialReport: fc.option(identity.credentialReport),
  globalTokenVersion: fc.constantFrom(1, 2),
  publicAccessBlock: fc.option(resource.publicAccessBlock),
};

function accountSet<Field extends AccountField>(
  world: World,
  field: Field,
): fc.Arbitrary<AccountChange<Field>> {
  const values: fc.Arbitrary<Account[Field]> = FIELDS[field];
  return fc.record({
    kind: fc.constant('accountSet'),
    account: accountIn(world),
    field: fc.constant(field),
    value: values,
  });
}

function organizationPartSet<Name extends OrganizationTable>(
  world: World,
  table: Name,
  others: OrganizationTables,
): fc.Arbitrary<OrganizationPartChange<Name>> {
  const here: OrganizationTables | null = world.organization;
  return fc.record({
    kind: fc.constant('organizationPartSet'),
    table: fc.constant(table),
    key: taken(here ? [here[table], others[table]] : [others[table]]),
    value: fc.constantFrom(null, ...valuesOf(others[table])),
  });
}

/** Fields and tables of an organization, apart. */
function apart(all: Organization) {
  const {
    units,
    members,
    policies,
    attached,
    creations,
    trustedServices,
    delegatedAdministrators,
    ...fields
  } = all;
  const tables = { units, members, policies, attached, creations, trustedServices, delegatedAdministrators };
  return { fields, tables: tables satisfies OrganizationTables };
}

const policyVersion = fc.integer({ min: 1, max: 6 }).map((number) => `v${number}`);

const policyIn = (world: World) =>
  placeIn(world, 'policies').map(({ account, name: policy }) => ({ account, policy }));

const inlinePolicyPut = (world: World): fc.Arbitrary<Change> =>
  fc
    .constantFrom('user', 'group', 'role')
    .chain((kind) =>
      fc.tuple(
        fc.constant(kind),
        placeIn(world, INLINE_TABLES[kind]),
        fc.oneof(plainName, fc.constant('OwnShelf')),
        policyText,
      ),
    )
    .map(([kind, { account, name }, policy, document]) => ({
      kind: 'inlinePolicyPut',
      account,
      owner: { kind, name },
      policy,
      document,
    }));

/** Changes that this world may meet, by their kind. */
export function changesOf(world: World): { readonly [Kind in Change['kind']]: fc.Arbitrary<Change> } {
  const table = fc.constantFrom(...TABLE_NAMES);
  const other = organization([HOME, '222233334444']);
  return {
    entitySet: table.chain((name) => entitySet(world, name)),
    entityPatched: table.chain((name) => entityPatched(world, name)),
    partSet: partSet(world),
    accountSet: fc.oneof(...(Object.keys(FIELDS) as AccountField[]).map((field) => accountSet(world, field))),
    accountPut: accountIn(world).chain((account) =>
      fc.record({
        kind: fc.constant('accountPut'),
        account: fc.constant(account),
        value: fc.constantFrom(null, newAccount(account, 'New', 'new@example.com', '2026-09-01T08:00:00Z')),
      }),
    ),
    organizationSet: fc.record({
      kind: fc.constant('organizationSet'),
      value: fc.oneof(fc.constant(null), other),
    }),
    organizationPatched: other.chain((organization) =>
      fc.record({ kind: fc.constant('organizationPatched'), patch: someOf(apart(organization).fields) }),
    ),
    organizationPartSet: other.chain((organization) => {
      const { tables } = apart(organization);
      const names = Object.keys(tables) as OrganizationTable[];
      return fc.oneof(...names.map((name) => organizationPartSet(world, name, tables)));
    }),
    policyVersionCreated: placed(
      policyIn(world),
      fc.record({
        kind: fc.constant('policyVersionCreated'),
        version: fc.record({ id: policyVersion, created: instant, document: policyText }),
        setAsDefault: fc.boolean(),
      }),
    ),
    policyVersionDeleted: placed(
      policyIn(world),
      fc.record({ kind: fc.constant('policyVersionDeleted'), version: policyVersion }),
    ),
    defaultVersionSet: placed(
      policyIn(world),
      fc.record({ kind: fc.constant('defaultVersionSet'), version: policyVersion }),
    ),
    inlinePolicyPut: inlinePolicyPut(world),
  };
}

export const changeOf = (world: World): fc.Arbitrary<Change> => fc.oneof(...Object.values(changesOf(world)));
