// Arbitrary scenarios for property tests: any that the app could hold, with awkward names and texts.
import * as v from 'valibot';
import { heading } from '../../src/scenario/fields.ts';
import fc from 'fast-check';
import type {
  AccessKey,
  Account,
  Group,
  InstanceProfile,
  ManagedPolicy,
  MfaDevice,
  Role,
  User,
  World,
} from '../../src/account/world.ts';
import { newAccount } from '../../src/account/new-account.ts';
import type { KmsAlias } from '../../src/account/resources.ts';
import { valuesOf, type Table } from '../../src/account/table.ts';
import { iamArn } from '../../src/aws/arn.ts';
import { SCENARIO_VERSION, type HandoutEntry, type Scenario } from '../../src/scenario/scenario.ts';
import * as identity from './arbitrary/identities.ts';
import { directories } from './arbitrary/directories.ts';
import { organization } from './arbitrary/organization.ts';
import * as resource from './arbitrary/resources.ts';
import { filed, iamName, instant, table } from './arbitrary/words.ts';

const byName = <Entity extends { readonly name: string }>(entities: readonly Entity[]): Table<Entity> =>
  filed(entities, ({ name }) => name);
const byId = ({ id }: { readonly id: string }) => id;
const byRegion = ({ region, name }: { readonly region: string; readonly name: string }) =>
  `${region}/${name}`;

const several = <Entity extends { readonly name: string }>(entity: fc.Arbitrary<Entity>, maxLength: number) =>
  fc.uniqueArray(entity, { selector: ({ name }) => name.toLowerCase(), maxLength });

/** The tables of an account whose records are tied to no others. */
const loose = (digits: string) =>
  fc.record({
    samlProviders: table(identity.samlProvider, ({ name }) => name, 2),
    oidcProviders: table(identity.oidcProvider, ({ url }) => url, 2),
    deletionTasks: table(identity.deletionTask, byId, 2),
    accessJobs: table(identity.accessJob, byId, 2),
    queues: table(resource.queue, byRegion, 2),
    topics: table(resource.topic, byRegion, 2),
    kmsKeys: table(resource.kmsKey, byId, 2),
    functions: table(resource.lambdaFunction, byRegion, 2),
    dynamoTables: table(resource.dynamoTable, byRegion, 2),
    secrets: table(resource.secret, byRegion, 2),
    instances: table(resource.instance(digits), byId, 2),
    vpcEndpoints: table(resource.vpcEndpoint(digits), byId, 2),
    credentialReport: fc.option(identity.credentialReport),
    globalTokenVersion: fc.constantFrom(1, 2),
    publicAccessBlock: fc.option(resource.publicAccessBlock),
    passwordPolicy: fc.option(identity.passwordPolicy),
  });

/** An account; `at` keeps its ids, e-mail address, alias and bucket names apart from those of the others. */
const account = (at: number): fc.Arbitrary<Account> => {
  const id = `1111222233${String(at).padStart(2, '0')}`;
  let made = 0;
  const uniqueId = (prefix: string) =>
    `${prefix}${String(at).padStart(3, '0')}AAAA${String(made++).padStart(10, '0')}`;
  return fc
    .record({
      name: fc.string({ minLength: 1, maxLength: 50 }),
      created: instant,
      aliased: fc.boolean(),
      rootLogin: fc.option(identity.login),
      users: several(identity.user, 4),
      groups: several(identity.group, 3),
      roles: several(identity.role, 3),
      instanceProfiles: several(identity.instanceProfile, 2),
      keys: fc.array(identity.accessKey, { maxLength: 2 }),
      devices: table(identity.mfaDevice(id), ({ serial }) => serial, 4),
      policies: several(identity.managedPolicy, 3),
      memberships: fc.array(fc.nat(), { maxLength: 6 }),
      attachments: fc.array(fc.nat(), { maxLength: 6 }),
      buckets: fc.tuple(
        resource.bucket(fc.constant(`first-${at}`)),
        resource.bucket(fc.constant(`b.second-${at}`)),
      ),
      loose: loose(String(at).padStart(2, '0')),
    })
    .map(
      ({
        aliased,
        rootLogin,
        users,
        groups,
        roles,
        instanceProfiles,
        keys,
        devices,
        loose,
        policies,
        memberships,
        attachments,
        buckets,
        name,
        created,
      }): Account => {
        made = 0;
        const named = <Entity>(
          entities: readonly Entity[],
          numbers: readonly number[],
          shift: number,
        ): Entity[] => [
          ...new Set(
            numbers.flatMap((number, index) =>
              index % 2 === shift % 2 ? (entities[number % Math.max(1, entities.length)] ?? []) : [],
            ),
          ),
        ];
        const arns = policies.map((policy) => iamArn(id, 'policy', policy.path, policy.name));
        const accessKeys = (): AccessKey[] => keys.map((key) => ({ ...key, id: uniqueId('AKIA') }));
        return {
          ...newAccount(id, name, `Owner+${at}@example.com`, created),
          ...loose,
          alias: aliased ? `alias-${at}` : null,
          root: { email: `Owner+${at}@example.com`, login: rootLogin, accessKeys: accessKeys() },
          users: byName(
            users.map((each, index): User => ({
              ...each,
              id: uniqueId('AIDA'),
              accessKeys: accessKeys(),
              boundary: arns[index] ?? null,
              groups: named(groups, memberships, index).map((one) => one.name),
              attached: [...each.attached, ...named(arns, attachments, index)],
            })),
          ),
          groups: byName(
            groups.map((each, index): Group => ({
              ...each,
              id: uniqueId('AGPA'),
              attached: [...each.attached, ...named(arns, attachments, index + 1)],
            })),
          ),
          roles: byName(
            roles.map((each, index): Role => ({
              ...each,
              id: uniqueId('AROA'),
              boundary: arns[index] ?? null,
              attached: [...each.attached, ...named(arns, attachments, index)],
            })),
          ),
          instanceProfiles: byName(
            instanceProfiles.map((each, index): InstanceProfile => ({
              ...each,
              id: uniqueId('AIPA'),
              role: roles[index]?.name ?? null,
            })),
          ),
          policies: byName(policies.map((each): ManagedPolicy => ({ ...each, id: uniqueId('ANPA') }))),
          buckets: byName(buckets),
          mfaDevices: filed(
            valuesOf(devices).map((device, index): MfaDevice => {
              const user = users[index - 1];
              if (index > 0 && !user) return device;
              const holder = user
                ? ({ kind: 'user', name: user.name } as const)
                : ({ kind: 'root' } as const);
              return { ...device, holder, enabled: device.created };
            }),
            ({ serial }) => serial,
          ),
          kmsAliases: filed(
            valuesOf(loose.kmsKeys).map(({ id: key, region, created }, index): KmsAlias => ({
              name: `alias/leaf-${index}`,
              region,
              key,
              created,
              updated: created,
            })),
            byRegion,
          ),
        };
      },
    );
};

export const arbitraryWorld: fc.Arbitrary<World> = fc
  .tuple(account(0), account(1), fc.boolean(), fc.boolean())
  .chain(([first, second, both, organized]) => {
    const accounts = both ? { [first.id]: first, [second.id]: second } : { [first.id]: first };
    const ids = both ? ([first.id, second.id] as const) : ([first.id] as const);
    return fc.record({
      organization: organized ? organization([...ids]) : fc.constant(null),
      accounts: fc.constant(accounts),
    });
  });

const handout = (world: World): fc.Arbitrary<HandoutEntry[]> => {
  const handed = {
    account: fc.constantFrom(...Object.keys(world.accounts)),
    password: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    note: fc.string({ maxLength: 20 }),
  };
  return fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('root' as const), ...handed }),
      fc.record({ kind: fc.constant('user' as const), name: iamName, ...handed }),
    ),
    { maxLength: 3 },
  );
};

export const arbitraryScenario: fc.Arbitrary<Scenario> = arbitraryWorld.chain((world) =>
  fc.record({
    format: fc.constant('rolecall-scenario'),
    version: fc.constant(SCENARIO_VERSION),
    title: fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((title) => v.is(heading(200), title)),
    story: fc.string({ unit: 'grapheme', maxLength: 80 }),
    handout: handout(world),
    directories,
    world: fc.constant(world),
  }),
);
