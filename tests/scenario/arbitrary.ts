// Arbitrary scenarios for property tests: any that the app could hold, with awkward names and texts.
import * as v from 'valibot';
import { heading } from '../../src/scenario/fields.ts';
import fc from 'fast-check';
import type {
  AccessKey,
  Account,
  Group,
  InstanceProfile,
  LoginProfile,
  ManagedPolicy,
  PasswordHash,
  Role,
  User,
  World,
} from '../../src/account/world.ts';
import { newAccount } from '../../src/account/new-account.ts';
import { newOrganization } from '../../src/account/new-organization.ts';
import type { Bucket } from '../../src/account/resources.ts';
import { tableOf, type Table } from '../../src/account/table.ts';
import type { AclGrantee } from '../../src/evaluation/s3/access.ts';
import { iamArn, type Arn } from '../../src/aws/arn.ts';
import { instantOf } from '../../src/aws/instant.ts';
import { SCENARIO_VERSION, type HandoutEntry, type Scenario } from '../../src/scenario/scenario.ts';

const letters = (alphabet: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength });

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';

/** Names that plain objects trip over come up often; `__proto__` is the one that only objects may have. */
const iamName = fc
  .oneof(
    letters(`${LOWER}ABCXYZ${DIGITS}_+=,.@-`, 1, 12),
    fc.constantFrom('constructor', 'prototype', 'toString', 'hasOwnProperty', '0', '10', '9'),
  )
  .filter((name) => name !== '__proto__');

const instant = fc
  .integer({ min: 0, max: Date.UTC(2100, 0) / 1000 })
  .map((seconds) => instantOf(seconds * 1000));

const passwordHash: fc.Arbitrary<PasswordHash> = fc.record({
  algorithm: fc.constant('PBKDF2-SHA256'),
  iterations: fc.integer({ min: 1, max: 1_000_000 }),
  salt: fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes).toString('base64')),
  hash: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('base64')),
});

const login: fc.Arbitrary<LoginProfile> = fc.record({
  hash: passwordHash,
  created: instant,
  changed: instant,
  resetRequired: fc.boolean(),
  previous: fc.array(passwordHash, { maxLength: 2 }),
});

/** The text of a policy document, indented in some way. */
export const policyText = fc
  .record({
    effect: fc.constantFrom('Allow', 'Deny'),
    action: fc.constantFrom('s3:GetObject', 's3:*', ['s3:PutObject', 's3:DeleteObject'], '*'),
    resource: fc.constantFrom('*', 'arn:aws:s3:::maple-drafts/*', ['arn:aws:s3:::a-bucket']),
    indent: fc.constantFrom(0, 2, '\t'),
  })
  .map(({ effect, action, resource, indent }) =>
    JSON.stringify(
      { Version: '2012-10-17', Statement: [{ Effect: effect, Action: action, Resource: resource }] },
      null,
      indent,
    ),
  );

const path = fc.constantFrom('/', '/staff/', '/a/b/');
const awsManaged: fc.Arbitrary<Arn> = fc.constantFrom(
  'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess' as const,
  'arn:aws:iam::aws:policy/job-function/ViewOnlyAccess' as const,
);
const inline = fc.dictionary(iamName, policyText, { maxKeys: 2 });

const byName = <Entity extends { readonly name: string }>(entities: readonly Entity[]): Table<Entity> =>
  tableOf(Object.fromEntries(entities.map((entity) => [entity.name, entity])));

const several = <Entity extends { readonly name: string }>(entity: fc.Arbitrary<Entity>, maxLength: number) =>
  fc.uniqueArray(entity, { selector: ({ name }) => name.toLowerCase(), maxLength });

const tagText = (minLength: number) => letters(`${LOWER}é ${DIGITS}:/+-`, minLength, 8);

/** Keys that differ by more than their letter case. */
const tags = fc
  .uniqueArray(fc.tuple(tagText(1), tagText(0)), { maxLength: 3, selector: ([key]) => key.toLowerCase() })
  .map((pairs) => Object.fromEntries(pairs.filter(([key]) => !key.startsWith('aws:'))));

const managedPolicy = fc
  .record({
    name: iamName,
    path,
    created: instant,
    description: fc.string({ maxLength: 20 }),
    tags,
    numbers: fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
    documents: fc.array(policyText, { minLength: 5, maxLength: 5 }),
    chosen: fc.nat(),
    later: fc.nat(3),
  })
  .map(({ numbers, documents, chosen, later, ...rest }): Omit<ManagedPolicy, 'id'> => {
    const ordered = numbers.toSorted((a, b) => a - b);
    return {
      ...rest,
      versions: ordered.map((number, at) => ({
        id: `v${number}`,
        created: rest.created,
        document: documents[at] ?? '',
      })),
      defaultVersion: `v${ordered[chosen % ordered.length] ?? 1}`,
      lastVersion: Math.max(...ordered) + later,
    };
  });

const group = fc.record({
  name: iamName,
  path,
  created: instant,
  inline,
  attached: fc.uniqueArray(awsManaged, { maxLength: 2 }),
});

const user = fc.record({
  name: iamName,
  path,
  created: instant,
  login: fc.option(login),
  inline,
  attached: fc.uniqueArray(awsManaged, { maxLength: 2 }),
  tags,
});

const role = fc.record({
  name: iamName,
  path,
  created: instant,
  description: fc.string({ maxLength: 20 }),
  trust: policyText,
  trusted: fc.constantFrom<Record<string, string>>(
    {},
    { 'arn:aws:iam::111122223300:user/staff/noor': 'AIDANOORNOORNOOR1234' },
  ),
  maxSessionDuration: fc.integer({ min: 3600, max: 43_200 }),
  inline,
  attached: fc.uniqueArray(awsManaged, { maxLength: 2 }),
  tags,
});

const instanceProfile = fc.record({ name: iamName, path, created: instant, tags });

const passwordPolicy = fc.record({
  minimumLength: fc.integer({ min: 6, max: 128 }),
  requireSymbols: fc.boolean(),
  requireNumbers: fc.boolean(),
  requireUppercase: fc.boolean(),
  requireLowercase: fc.boolean(),
  allowUsersToChange: fc.boolean(),
  maxAge: fc.option(fc.integer({ min: 1, max: 1095 })),
  reusePrevention: fc.option(fc.integer({ min: 1, max: 24 })),
  hardExpiry: fc.boolean(),
});

const keyStatus = fc.record({
  status: fc.constantFrom('Active', 'Inactive'),
  created: instant,
  changed: instant,
  secretHash: fc.constantFrom(null, 'c2VjcmV0'),
});

const objectKey = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 }),
  fc.constantFrom('__proto__', 'constructor', 'a/b/c.txt', ' ', '7'),
);

const acl = fc.array(
  fc.record({
    grantee: fc.constantFrom<AclGrantee>(
      { kind: 'group', group: 'AllUsers' },
      { kind: 'canonicalUser', canonicalUserId: 'a'.repeat(64) },
    ),
    permission: fc.constantFrom('READ', 'WRITE', 'FULL_CONTROL'),
  }),
  { maxLength: 2 },
);

const publicAccessBlock = fc.record({
  blockPublicAcls: fc.boolean(),
  ignorePublicAcls: fc.boolean(),
  blockPublicPolicy: fc.boolean(),
  restrictPublicBuckets: fc.boolean(),
});

const bucket = (name: string): fc.Arbitrary<Bucket> =>
  fc.record({
    name: fc.constant(name),
    created: instant,
    region: fc.constantFrom('eu-central-1', 'us-east-1', 'us-gov-west-1'),
    policy: fc.option(policyText),
    ownership: fc.constantFrom('BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter', null),
    acl,
    publicAccessBlock: fc.option(publicAccessBlock),
    tags,
    objects: fc
      .uniqueArray(
        fc.record({
          key: objectKey,
          body: fc.string({ unit: 'binary', maxLength: 30 }),
          contentType: fc.constantFrom('text/plain', ''),
          modified: instant,
          owner: fc.constantFrom(null, '111122223300'),
          acl,
          tags,
          kmsKey: fc.constantFrom(null, 'arn:aws:kms:us-east-1:111122223300:key/1234' as const),
        }),
        { selector: ({ key }) => key, maxLength: 20 },
      )
      .map((objects) => tableOf(Object.fromEntries(objects.map((object) => [object.key, object])))),
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
      aliased: fc.boolean(),
      rootLogin: fc.option(login),
      users: several(user, 4),
      groups: several(group, 3),
      roles: several(role, 3),
      instanceProfiles: several(instanceProfile, 2),
      passwordPolicy: fc.option(passwordPolicy),
      keys: fc.array(keyStatus, { maxLength: 2 }),
      policies: several(managedPolicy, 3),
      memberships: fc.array(fc.nat(), { maxLength: 6 }),
      attachments: fc.array(fc.nat(), { maxLength: 6 }),
      buckets: fc.tuple(bucket(`first-${at}`), bucket(`b.second-${at}`)),
    })
    .map(
      ({
        aliased,
        rootLogin,
        users,
        groups,
        roles,
        instanceProfiles,
        passwordPolicy,
        keys,
        policies,
        memberships,
        attachments,
        buckets,
        name,
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
          ...newAccount(id, name, `Owner+${at}@example.com`),
          alias: aliased ? `alias-${at}` : null,
          root: { email: `Owner+${at}@example.com`, login: rootLogin, accessKeys: accessKeys() },
          passwordPolicy,
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
        };
      },
    );
};

const delegationPolicy = fc.record({
  id: letters(`${LOWER}${DIGITS}`, 4, 12).map((text) => `rp-${text}`),
  content: policyText,
  tags: fc.constant({ team: 'security' }),
});

export const arbitraryWorld: fc.Arbitrary<World> = fc
  .tuple(account(0), account(1), fc.boolean(), fc.boolean(), fc.option(delegationPolicy))
  .map(([first, second, both, organized, resourcePolicy]) => ({
    organization: organized
      ? {
          ...newOrganization('o-exampleorgid', 'r-exam', first.id, '2026-01-06T09:30:00Z'),
          resourcePolicy,
        }
      : null,
    accounts: both ? { [first.id]: first, [second.id]: second } : { [first.id]: first },
  }));

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
    world: fc.constant(world),
  }),
);
