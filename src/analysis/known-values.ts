// Known values: what condition keys can have for values in an account, by what it holds and by what its policies say.
import { organizationPath } from '../account/levels.ts';
import { everyPolicy } from '../account/other-policies.ts';
import { compareNames } from '../account/record.ts';
import { perLeaf, valuesOf, type Table } from '../account/table.ts';
import type { Account, World } from '../account/world.ts';
import { rootArn, type AccountId, type Arn } from '../aws/arn.ts';
import type { ManagedPolicies } from '../aws/catalogue.ts';
import type { PolicySource } from '../evaluation/applicable.ts';
import type { RequestContext } from '../evaluation/request.ts';
import type { Known, KnownThing, KnownValue } from '../policy/completion/known.ts';
import { parsedPolicy } from '../policy/parse.ts';

type Tagged = { readonly tags: Readonly<Record<string, string>> };
/** Values by key, of each leaf once. */
const tagsIn = perLeaf((leaf: Readonly<Record<string, Tagged>>) =>
  Object.values(leaf).flatMap(({ tags }) => Object.entries(tags)),
);

/** All tags of everything, by key. */
export function tagsOf(accounts: readonly Account[]): ReadonlyMap<string, ReadonlySet<string>> {
  const values = new Map<string, Set<string>>();
  for (const account of accounts) {
    const tables: readonly Table<Tagged>[] = [
      account.users,
      account.roles,
      account.buckets,
      account.queues,
      account.topics,
      account.kmsKeys,
      account.functions,
      account.dynamoTables,
      account.secrets,
      account.instances,
    ];
    for (const [key, value] of tables.flatMap((table) => tagsIn(table).flat()))
      values.set(key, (values.get(key) ?? new Set()).add(value));
  }
  return values;
}

/** Values of requests, by key in lower case. */
export function valuesObserved(
  contexts: readonly RequestContext[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const values = new Map<string, Set<string>>();
  for (const context of contexts)
    for (const [key, value] of Object.entries(context)) {
      const folded = key.toLowerCase();
      const seen = values.get(folded) ?? new Set();
      values.set(folded, seen);
      for (const one of [value].flat()) if (typeof one === 'string') seen.add(one);
    }
  return values;
}

/** Policies that are read for values: the first of them, where an account has more. */
const MOST_POLICIES = 500;

/** Values that the policies of an account compare keys with, by key in lower case, each with a policy that does. */
export function valuesInPolicies(
  world: World,
  account: AccountId,
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const values = new Map<string, Map<string, string>>();
  const policies = everyPolicy(world, account, NONE).filter(({ text }) => text.includes('"Condition"'));
  for (const { source, text } of policies.slice(0, MOST_POLICIES))
    for (const { key, values: written } of parsedPolicy(text).draft.statements.flatMap(
      (one) => one.conditions,
    )) {
      const folded = key.toLowerCase();
      const seen = values.get(folded) ?? new Map<string, string>();
      values.set(folded, seen);
      for (const { value } of written) if (!value.includes('${')) seen.set(value, called(source));
    }
  return values;
}

/** Policies of resources and roles have no name of their own. */
function called({ id, kind, name }: PolicySource): string {
  if (id.startsWith('trust:')) return `the trust policy of ${name}`;
  return kind === 'resource' ? `the policy of ${name}` : name;
}

/** Policies of AWS are not the account's own. */
const NONE: ManagedPolicies = new Map();

const plain = (value: string, detail = ''): KnownValue => ({ value, detail });
const arns = (things: readonly KnownThing[]): readonly KnownValue[] =>
  things.map(({ arn, name, type }) => plain(arn, `${type.slice(type.indexOf(':') + 1)} ${name}`));

const TAG_KEYS = /(?:resourcetag|requesttag|principaltag|objecttag|buckettag|requestobjecttag)\/(.+)$/;

/** What the world says about the values of a key. */
export function valuesOfKey(
  world: World,
  known: Known,
  key: string,
  tags: ReadonlyMap<string, ReadonlySet<string>>,
): readonly KnownValue[] {
  const tag = TAG_KEYS.exec(key)?.[1];
  if (tag !== undefined)
    return [...tags]
      .filter(([name]) => name.toLowerCase() === tag)
      .flatMap(([name, values]) =>
        [...values].sort(compareNames).map((value) => plain(value, `tag ${name}`)),
      );
  const provider = known.providers.find(({ name }) => key === `${name.toLowerCase()}:aud`);
  if (provider) return clientIds(world, known.account, provider.name);
  const { organization } = world;
  const own = world.accounts[known.account];
  switch (key) {
    case 'aws:username':
      return known.things('iam:user').map(({ name }) => plain(name, 'user'));
    case 'aws:userid':
      return own
        ? [
            ...valuesOf(own.users).map(({ id, name }) => plain(id, `user ${name}`)),
            ...valuesOf(own.roles).map(({ id, name }) => plain(`${id}:*`, `sessions of role ${name}`)),
          ]
        : [];
    case 'aws:tagkeys':
      return known.tagKeys.map((name) => plain(name, 'tag'));
    case 'aws:principalaccount':
    case 'aws:resourceaccount':
    case 'aws:sourceaccount':
    case 'aws:vpceaccount':
    case 's3:resourceaccount':
    case 'kms:calleraccount':
      return known.accounts.map(({ id, name }) => plain(id, `account ${name}`));
    case 'aws:principalorgid':
    case 'aws:resourceorgid':
    case 'aws:sourceorgid':
    case 'aws:vpceorgid':
      return organization ? [plain(organization.id, 'the organization')] : [];
    case 'aws:principalorgpaths':
    case 'aws:resourceorgpaths':
    case 'aws:sourceorgpaths':
    case 'aws:vpceorgpaths':
      return organization
        ? known.accounts.flatMap(({ id, name }) => {
            const path = organizationPath(organization, id);
            return path === null ? [] : [plain(path, `where ${name} stands`)];
          })
        : [];
    case 'aws:principalarn':
      return [
        ...arns(known.principals),
        ...known.accounts.map(({ id, name }) => plain(rootArn(id), `root user of ${name}`)),
      ];
    case 'aws:sourcearn':
      return arns(
        ['s3:bucket', 'sns:topic', 'sqs:queue', 'lambda:function'].flatMap((type) => known.things(type)),
      );
    case 'aws:sourcevpce':
      return own ? valuesOf(own.vpcEndpoints).map(({ id, service }) => plain(id, service)) : [];
    case 'aws:sourcevpc':
    case 'aws:ec2instancesourcevpc':
      return own
        ? [...valuesOf(own.vpcEndpoints), ...valuesOf(own.instances)].map(({ vpc }) => plain(vpc))
        : [];
    case 'aws:federatedprovider':
      return arns(known.providers);
    case 'iam:policyarn':
    case 'iam:permissionsboundary':
      return [...arns(known.things('iam:policy')), ...(own ? attachedOfAws(own) : [])];
    case 'aws:requestedregion':
    case 's3:locationconstraint':
      return [
        plain(known.region, 'where requests here go'),
        ...(own ? regionsOf(own) : []).map((region) => plain(region, 'has resources here')),
      ];
    case 's3:prefix':
      return known.things('s3:object').flatMap(({ name }) => {
        const folder = name.slice(name.indexOf('/') + 1, -1);
        return folder === '' ? [] : [plain(folder, `folder of ${name.slice(0, name.indexOf('/'))}`)];
      });
    case 'secretsmanager:secretid':
      return arns(known.things('secretsmanager:Secret'));
    case 'lambda:functionarn':
      return arns(known.things('lambda:function'));
    default:
      return [];
  }
}

/** Policies of AWS that something in the account has. */
const attachedOfAws = ({ users, groups, roles }: Account): readonly KnownValue[] =>
  [
    ...new Set(
      [users, groups, roles].flatMap((table) => valuesOf<Attached>(table).flatMap((one) => one.attached)),
    ),
  ]
    .filter((arn) => arn.startsWith('arn:aws:iam::aws:'))
    .sort(compareNames)
    .map((arn) => plain(arn, `policy ${arn.slice(arn.lastIndexOf('/') + 1)} of AWS`));

type Attached = { readonly attached: readonly Arn[] };

const regionsOf = (account: Account): readonly string[] =>
  [
    ...new Set(
      [
        account.buckets,
        account.queues,
        account.topics,
        account.kmsKeys,
        account.functions,
        account.dynamoTables,
        account.secrets,
        account.instances,
        account.vpcEndpoints,
      ].flatMap((table) => valuesOf<{ readonly region: string }>(table).map(({ region }) => region)),
    ),
  ].sort(compareNames);

/** Whom tokens of a provider may be meant for. */
const clientIds = (world: World, account: AccountId, url: string): readonly KnownValue[] =>
  valuesOf(world.accounts[account]?.oidcProviders ?? { leaf: {} })
    .filter((provider) => provider.url === url)
    .flatMap((provider) => provider.clientIds.map((id) => plain(id, 'client id')));
