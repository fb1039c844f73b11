// Names: what of an account a parameter may be filled with, for completion.
import { findBucket, groupArn, instanceProfileArn, policyArn, roleArn, userArn } from '../account/find.ts';
import { EMPTY, lookup, recordOf, valuesOf, type Table } from '../account/table.ts';
import type { Account, World } from '../account/world.ts';
import type { AccountId } from '../aws/arn.ts';

/** What is known where a name is wanted. */
export interface About {
  readonly world: World;
  readonly account: AccountId;
  /** Values of the other options of the command, by their names. */
  readonly given: ReadonlyMap<string, string>;
  /** ARNs of the policies of AWS. */
  readonly managed: readonly string[];
}

type Names = (account: Account, about: About) => readonly string[];

const named = <Entity extends { readonly name: string }>(table: Table<Entity>): string[] =>
  valuesOf(table).map(({ name }) => name);

const users: Names = ({ users: all }) => named(all);
const groups: Names = ({ groups: all }) => named(all);
const roles: Names = ({ roles: all }) => named(all);
const roleArns: Names = (_account, { world }) =>
  Object.values(world.accounts).flatMap((home) => valuesOf(home.roles).map((role) => roleArn(home, role)));
const ownPolicyArns: Names = (account) =>
  valuesOf(account.policies).map((policy) => policyArn(account, policy));
const policyArns: Names = (account, about) => [...ownPolicyArns(account, about), ...about.managed];
const userArns: Names = (account) => valuesOf(account.users).map((user) => userArn(account, user));
const groupArns: Names = (account) => valuesOf(account.groups).map((group) => groupArn(account, group));
const regional =
  (
    service: string,
    of: (account: Account) => readonly { readonly name: string; readonly region: string }[],
    kind = '',
  ): Names =>
  (account) =>
    of(account).map(({ name, region }) => `arn:aws:${service}:${region}:${account.id}:${kind}${name}`);
const accounts: Names = (_account, { world }) => Object.keys(world.accounts);

/** The inline policies of whichever identity the command names. */
const inlinePolicies: Names = ({ users: allUsers, roles: allRoles, groups: allGroups }, { given }) =>
  [
    lookup(allUsers, given.get('user-name') ?? ''),
    lookup(allRoles, given.get('role-name') ?? ''),
    lookup(allGroups, given.get('group-name') ?? ''),
  ].flatMap((identity) => Object.keys(identity?.inline ?? {}));

const policyVersions: Names = (account, { given }) =>
  valuesOf(account.policies)
    .filter((policy) => policyArn(account, policy) === given.get('policy-arn'))
    .flatMap(({ versions }) => versions.map(({ id }) => id));

const objectKeys: Names = (_account, { world, given }) =>
  Object.keys(recordOf(findBucket(world, given.get('bucket') ?? '')?.bucket.objects ?? EMPTY));
const keys: Names = (account) => [
  ...valuesOf(account.kmsAliases).map(({ name }) => name),
  ...valuesOf(account.kmsKeys).map(({ id }) => id),
];

/** By parameter, and by `service:parameter` where a name means different things. */
const NAMES: Readonly<Record<string, Names>> = {
  UserName: users,
  GroupName: groups,
  RoleName: roles,
  InstanceProfileName: ({ instanceProfiles }) => named(instanceProfiles),
  PolicyArn: policyArns,
  'iam:PolicyName': inlinePolicies,
  'iam:VersionId': policyVersions,
  Key: objectKeys,
  PermissionsBoundary: policyArns,
  RoleArn: roleArns,
  Role: roleArns,
  'iam:PolicySourceArn': (...about) => [...userArns(...about), ...groupArns(...about), ...roleArns(...about)],
  'iam:Arn': (...about) => [...userArns(...about), ...roleArns(...about), ...ownPolicyArns(...about)],
  AccessKeyId: (account) => [
    ...account.root.accessKeys.map(({ id }) => id),
    ...valuesOf(account.users).flatMap(({ accessKeys }) => accessKeys.map(({ id }) => id)),
  ],
  SerialNumber: ({ mfaDevices }) => valuesOf(mfaDevices).map(({ serial }) => serial),
  SAMLProviderArn: (account) =>
    valuesOf(account.samlProviders).map(({ name }) => `arn:aws:iam::${account.id}:saml-provider/${name}`),
  OpenIDConnectProviderArn: (account) =>
    valuesOf(account.oidcProviders).map(({ url }) => `arn:aws:iam::${account.id}:oidc-provider/${url}`),
  InstanceProfileArn: (account) =>
    valuesOf(account.instanceProfiles).map((profile) => instanceProfileArn(account, profile)),
  Bucket: ({ buckets }) => named(buckets),
  QueueUrl: ({ id, queues }) =>
    valuesOf(queues).map(({ name, region }) => `https://sqs.${region}.amazonaws.com/${id}/${name}`),
  QueueName: ({ queues }) => named(queues),
  TopicArn: regional('sns', ({ topics }) => valuesOf(topics)),
  KeyId: keys,
  TargetKeyId: keys,
  FunctionName: ({ functions }) => named(functions),
  TableName: ({ dynamoTables }) => named(dynamoTables),
  SecretId: ({ secrets }) => named(secrets),
  InstanceIds: ({ instances }) => valuesOf(instances).map(({ id }) => id),
  AccountId: accounts,
  TargetPrincipal: accounts,
  PolicyId: (_account, { world: { organization } }) =>
    organization ? valuesOf(organization.policies).map(({ id }) => id) : [],
};

/** @param service As the command line calls it. */
export function namesFor(about: About, service: string, parameter: string): readonly string[] {
  const home = about.world.accounts[about.account];
  const names = NAMES[`${service}:${parameter}`] ?? NAMES[parameter];
  return home && names ? names(home, about) : [];
}
