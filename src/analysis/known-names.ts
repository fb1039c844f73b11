// Known names: what an account of a world holds, for whoever writes a policy in it; each worked out when it is first asked for.
import { instanceProfileArn, policyArn, groupArn, roleArn, userArn } from '../account/find.ts';
import { organizationPath } from '../account/levels.ts';
import { namesOf, perLeaf, valuesOf, type Table } from '../account/table.ts';
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
import { bucketArn, rootArn, type AccountId, type Arn } from '../aws/arn.ts';
import type { RequestContext } from '../evaluation/request.ts';
import type { Known, KnownThing, KnownValue } from '../policy/completion/known.ts';

/** Folders of a bucket that are offered: the first of them, in the order of their names. */
const MOST_FOLDERS = 50;

/**
 * @param region The one that ARNs get when nothing says otherwise.
 * @param observed Contexts of requests that were made here, newest first.
 */
export function knownNames(
  world: World,
  account: AccountId,
  region: string,
  observed: () => readonly RequestContext[] = () => [],
): Known {
  const own = world.accounts[account];
  const things = kept((type: string) => (own ? thingsOf(own, type) : []));
  const tags = kept(() => tagsOf(Object.values(world.accounts)));
  const asked = kept(() => valuesObserved(observed()));
  const byArn = kept((key: string) => {
    const [id = '', type = ''] = key.split(' ');
    const owner = world.accounts[id];
    return new Map((owner ? thingsOf(owner, type) : []).map((thing) => [thing.arn, thing]));
  });
  const found = kept((arn: string) => findIn(world, arn, (id, type) => byArn(`${id} ${type}`)));
  const principals = kept(() => principalsOf(world, account));
  const known: Known = {
    account,
    region,
    accounts: Object.values(world.accounts)
      .map(({ id, name }) => ({ id, name }))
      .toSorted((a, b) => Number(b.id === account) - Number(a.id === account) || compare(a.id, b.id)),
    things,
    get principals() {
      return principals('');
    },
    get providers() {
      return [...things('iam:saml-provider'), ...things('iam:oidc-provider')];
    },
    find: found,
    get tagKeys() {
      return [...tags('').keys()].sort(compare);
    },
    values: kept((key: string) => {
      const values = new Map<string, KnownValue>();
      const add = (value: KnownValue): unknown =>
        values.has(value.value) ? undefined : values.set(value.value, value);
      valuesOfKey(world, known, key, tags('')).forEach(add);
      for (const value of asked('').get(key) ?? []) add({ value, detail: 'in a request made here' });
      return [...values.values()];
    }),
  };
  return known;
}

/** Each answer once. */
function kept<Value>(make: (key: string) => Value): (key: string) => Value {
  const made = new Map<string, Value>();
  return (key) => {
    const before = made.get(key);
    if (before !== undefined || made.has(key)) return before as Value;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

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

const thingsOf = (account: Account, type: string): readonly KnownThing[] =>
  (LISTERS[type]?.(account) ?? [])
    .map(([name, arn]) => ({ name, arn, type, account: account.id }))
    .sort((a, b) => compare(a.arn, b.arn));

/** `spring/` of `spring/cover.md`. */
const foldersOf = (keys: readonly string[]): readonly string[] =>
  [...new Set(keys.flatMap((key) => (key.includes('/') ? key.slice(0, key.indexOf('/') + 1) : [])))]
    .sort(compare)
    .slice(0, MOST_FOLDERS);

/** Users and roles of all accounts, those of one of them first. */
function principalsOf(world: World, first: AccountId): readonly KnownThing[] {
  const accounts = Object.values(world.accounts).toSorted(
    (a, b) => Number(b.id === first) - Number(a.id === first) || compare(a.id, b.id),
  );
  return accounts.flatMap((account) => [...thingsOf(account, 'iam:user'), ...thingsOf(account, 'iam:role')]);
}

type ByArn = (account: AccountId, type: string) => ReadonlyMap<string, KnownThing>;

/** Looks among the things of the service, in the account of the ARN; those of S3 name none. */
function findIn(world: World, arn: string, byArn: ByArn): KnownThing | null {
  const [, , service = '', , id = '', resource = ''] = arn.split(':');
  const account = world.accounts[id];
  if (resource === 'root' && service === 'iam' && account)
    return { arn, name: account.name, type: 'account', account: id };
  const accounts = service === 's3' ? Object.values(world.accounts) : account ? [account] : [];
  const types = Object.keys(LISTERS).filter((type) => type.startsWith(`${service}:`));
  for (const one of accounts)
    for (const type of types) {
      const thing = byArn(one.id, type).get(arn);
      if (thing) return thing;
    }
  return null;
}

type Tagged = { readonly tags: Readonly<Record<string, string>> };
/** Values by key, of each leaf once. */
const tagsIn = perLeaf((leaf: Readonly<Record<string, Tagged>>) =>
  Object.values(leaf).flatMap(({ tags }) => Object.entries(tags)),
);

/** All tags of everything, by key. */
function tagsOf(accounts: readonly Account[]): ReadonlyMap<string, ReadonlySet<string>> {
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
function valuesObserved(contexts: readonly RequestContext[]): ReadonlyMap<string, ReadonlySet<string>> {
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

const plain = (value: string, detail = ''): KnownValue => ({ value, detail });
const arns = (things: readonly KnownThing[]): readonly KnownValue[] =>
  things.map(({ arn, name, type }) => plain(arn, `${type.slice(type.indexOf(':') + 1)} ${name}`));

const TAG_KEYS = /(?:resourcetag|requesttag|principaltag|objecttag|buckettag|requestobjecttag)\/(.+)$/;

/** What the world says about the values of a key. */
function valuesOfKey(
  world: World,
  known: Known,
  key: string,
  tags: ReadonlyMap<string, ReadonlySet<string>>,
): readonly KnownValue[] {
  const tag = TAG_KEYS.exec(key)?.[1];
  if (tag !== undefined)
    return [...tags]
      .filter(([name]) => name.toLowerCase() === tag)
      .flatMap(([name, values]) => [...values].sort(compare).map((value) => plain(value, `tag ${name}`)));
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
      return arns(known.things('iam:policy'));
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

/** Whom tokens of a provider may be meant for. */
const clientIds = (world: World, account: AccountId, url: string): readonly KnownValue[] =>
  valuesOf(world.accounts[account]?.oidcProviders ?? { leaf: {} })
    .filter((provider) => provider.url === url)
    .flatMap((provider) => provider.clientIds.map((id) => plain(id, 'client id')));
