// Names: what of an account a parameter may be filled with, for completion.
import { groupArn, instanceProfileArn, policyArn, roleArn, userArn } from '../account/find.ts';
import { valuesOf, type Table } from '../account/table.ts';
import type { Account, World } from '../account/world.ts';
import type { AccountId } from '../aws/arn.ts';

type Names = (account: Account, world: World) => readonly string[];

const named = <Entity extends { readonly name: string }>(table: Table<Entity>): string[] =>
  valuesOf(table).map(({ name }) => name);

const users: Names = ({ users: all }) => named(all);
const groups: Names = ({ groups: all }) => named(all);
const roles: Names = ({ roles: all }) => named(all);
const roleArns: Names = (_account, world) =>
  Object.values(world.accounts).flatMap((home) => valuesOf(home.roles).map((role) => roleArn(home, role)));
const policyArns: Names = (account) => valuesOf(account.policies).map((policy) => policyArn(account, policy));
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
const accounts: Names = (_account, world) => Object.keys(world.accounts);
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
  PermissionsBoundary: policyArns,
  RoleArn: roleArns,
  Role: roleArns,
  'iam:PolicySourceArn': (...about) => [...userArns(...about), ...groupArns(...about), ...roleArns(...about)],
  'iam:Arn': (...about) => [...userArns(...about), ...roleArns(...about), ...policyArns(...about)],
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
  PolicyId: (_account, { organization }) =>
    organization ? valuesOf(organization.policies).map(({ id }) => id) : [],
};

/** @param service As the command line calls it. */
export function namesFor(
  world: World,
  account: AccountId,
  service: string,
  parameter: string,
): readonly string[] {
  const home = world.accounts[account];
  const names = NAMES[`${service}:${parameter}`] ?? NAMES[parameter];
  return home && names ? names(home, world) : [];
}
