// Known things: what an account has that a policy can name by its ARN, by type, in the words of AWS's vocabulary.
import { groupArn, instanceProfileArn, policyArn, roleArn, userArn } from '../account/find.ts';
import { memberArn, organizationArn, organizationPolicyArn, placeArn } from '../account/organization-arns.ts';
import type { Organization } from '../account/organization.ts';
import { compareNames } from '../account/record.ts';
import { namesOf, valuesOf, type Table } from '../account/table.ts';
import type { Account, World } from '../account/world.ts';
import { tableArn } from '../api/operations/dynamodb/table.ts';
import { instanceArn } from '../api/operations/ec2/instance.ts';
import { oidcProviderArn } from '../api/operations/iam/oidc-provider.ts';
import { samlProviderArn } from '../api/operations/iam/saml-provider.ts';
import { keyArn } from '../api/operations/kms/key.ts';
import { functionArn } from '../api/operations/lambda/function.ts';
import { secretArn } from '../api/operations/secretsmanager/secret.ts';
import { topicArn } from '../api/operations/sns/topic.ts';
import { queueArn } from '../api/operations/sqs/queue.ts';
import { bucketArn, rootArn, type Arn } from '../aws/arn.ts';
import type { KnownThing } from '../policy/completion/known.ts';

/** Folders of a bucket that are offered: the first of them, in the order of their names. */
const MOST_FOLDERS = 50;

type Lister = (account: Account) => readonly (readonly [name: string, arn: string])[];

/** A table of things that have a name and an ARN. */
const listed =
  <Value>(
    table: (account: Account) => Table<Value>,
    name: (value: Value) => string,
    arn: (account: Account, value: Value) => Arn,
  ): Lister =>
  (account) =>
    valuesOf(table(account)).map((value) => [name(value), arn(account, value)] as const);

const named = ({ name }: { readonly name: string }): string => name;
const placed = (account: Account, { region, name }: { readonly region: string; readonly name: string }) => ({
  region,
  account: account.id,
  name,
});

/** By type, in the words of AWS's vocabulary. */
const LISTERS: Readonly<Record<string, Lister>> = {
  'iam:user': listed((account) => account.users, named, userArn),
  'iam:group': listed((account) => account.groups, named, groupArn),
  'iam:role': listed((account) => account.roles, named, roleArn),
  'iam:policy': listed((account) => account.policies, named, policyArn),
  'iam:instance-profile': listed((account) => account.instanceProfiles, named, instanceProfileArn),
  'iam:saml-provider': listed(
    (account) => account.samlProviders,
    named,
    ({ id }, { name }) => samlProviderArn(id, name),
  ),
  'iam:oidc-provider': listed(
    (account) => account.oidcProviders,
    ({ url }) => url,
    ({ id }, { url }) => oidcProviderArn(id, url),
  ),
  's3:bucket': listed(
    (account) => account.buckets,
    named,
    (_, { name }) => bucketArn(name),
  ),
  's3:object': ({ buckets }) =>
    valuesOf(buckets).flatMap(({ name, objects }) =>
      ['', ...foldersOf(namesOf(objects))].map(
        (folder) => [`${name}/${folder}*`, `${bucketArn(name)}/${folder}*`] as const,
      ),
    ),
  'sqs:queue': listed(
    (account) => account.queues,
    named,
    (account, queue) => queueArn(placed(account, queue)),
  ),
  'sns:topic': listed(
    (account) => account.topics,
    named,
    (account, topic) => topicArn(placed(account, topic)),
  ),
  'kms:key': listed(
    (account) => account.kmsKeys,
    ({ id, description }) => description || id,
    ({ id }, key) => keyArn(id, key.region, key.id),
  ),
  'kms:alias': listed(
    (account) => account.kmsAliases,
    named,
    ({ id }, { region, name }) => `arn:aws:kms:${region}:${id}:${name}`,
  ),
  'lambda:function': listed(
    (account) => account.functions,
    named,
    (account, one) => functionArn(placed(account, one)),
  ),
  'dynamodb:table': listed(
    (account) => account.dynamoTables,
    named,
    ({ id }, { region, name }) => tableArn(region, id, name),
  ),
  'secretsmanager:Secret': listed(
    (account) => account.secrets,
    named,
    ({ id }, secret) => secretArn(id, secret),
  ),
  'ec2:instance': listed(
    (account) => account.instances,
    ({ id, tags }) => tags.Name ?? id,
    ({ id }, instance) => instanceArn(id, instance),
  ),
  'ec2:vpc-endpoint': listed(
    (account) => account.vpcEndpoints,
    ({ id }) => id,
    ({ id }, endpoint) => `arn:aws:ec2:${endpoint.region}:${id}:vpc-endpoint/${endpoint.id}`,
  ),
};

type WorldLister = (world: World) => readonly (readonly [name: string, arn: string])[];

const ofOrganization =
  (list: (organization: Organization) => readonly (readonly [name: string, arn: string])[]): WorldLister =>
  ({ organization }) =>
    organization ? list(organization) : [];

/** What belongs to no account alone. */
const WORLD_LISTERS: Readonly<Record<string, WorldLister>> = {
  'sts:root-user': ({ accounts }) =>
    Object.values(accounts).map(({ id, name }) => [name, rootArn(id)] as const),
  'organizations:organization': ofOrganization((one) => [[one.id, organizationArn(one)]]),
  'organizations:root': ofOrganization((one) => [['Root', placeArn(one, one.root)]]),
  'organizations:organizationalunit': ofOrganization((one) =>
    valuesOf(one.units).map(({ id, name }) => [name, placeArn(one, id)] as const),
  ),
  'organizations:account': ({ organization, accounts }) =>
    organization
      ? valuesOf(organization.members).map(
          ({ account }) => [accounts[account]?.name ?? account, memberArn(organization, account)] as const,
        )
      : [],
  'organizations:policy': ofOrganization((one) =>
    valuesOf(one.policies).map(({ id, name, type }) => [name, organizationPolicyArn(one, type, id)] as const),
  ),
};

/** Of a type, by ARN, as an account has them. */
export function thingsOf(world: World, account: Account, type: string): readonly KnownThing[] {
  const things = LISTERS[type]?.(account) ?? WORLD_LISTERS[type]?.(world) ?? [];
  return things
    .map(([name, arn]) => ({ name, arn, type, account: account.id }))
    .sort((a, b) => compareNames(a.arn, b.arn));
}

/** The types of a service that accounts can have something of. */
export const typesOf = (service: string): readonly string[] =>
  [...Object.keys(LISTERS), ...Object.keys(WORLD_LISTERS)].filter((type) => type.startsWith(`${service}:`));

/** `spring/` of `spring/cover.md`. */
const foldersOf = (keys: readonly string[]): readonly string[] =>
  [...new Set(keys.flatMap((key) => (key.includes('/') ? key.slice(0, key.indexOf('/') + 1) : [])))]
    .sort(compareNames)
    .slice(0, MOST_FOLDERS);
