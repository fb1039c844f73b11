// Known names: what an account of a world holds, for whoever writes a policy in it; each worked out when it is first asked for.
import { compareNames } from '../account/record.ts';
import type { World } from '../account/world.ts';
import type { AccountId } from '../aws/arn.ts';
import type { RequestContext } from '../evaluation/request.ts';
import type { Known, KnownThing, KnownValue } from '../policy/completion/known.ts';
import { thingsOf, typesOf } from './known-things.ts';
import { tagsOf, valuesInPolicies, valuesObserved, valuesOfKey } from './known-values.ts';

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
  const things = kept((type: string) => (own ? thingsOf(world, own, type) : []));
  const tags = kept(() => tagsOf(Object.values(world.accounts)));
  const written = kept(() => valuesInPolicies(world, account));
  const asked = kept(() => valuesObserved(observed()));
  const byArn = kept((key: string) => {
    const [id = '', type = ''] = key.split(' ');
    const owner = world.accounts[id];
    return new Map((owner ? thingsOf(world, owner, type) : []).map((thing) => [thing.arn, thing]));
  });
  const found = kept((arn: string) => findIn(world, arn, (id, type) => byArn(`${id} ${type}`)));
  const principals = kept(() => principalsOf(world, account));
  const known: Known = {
    account,
    region,
    accounts: Object.values(world.accounts)
      .map(({ id, name }) => ({ id, name }))
      .toSorted((a, b) => Number(b.id === account) - Number(a.id === account) || compareNames(a.id, b.id)),
    things,
    get principals() {
      return principals('');
    },
    get providers() {
      return [...things('iam:saml-provider'), ...things('iam:oidc-provider')];
    },
    find: found,
    get tagKeys() {
      return [...tags('').keys()].sort(compareNames);
    },
    values: kept((key: string) => {
      const values = new Map<string, KnownValue>();
      const add = (value: KnownValue): unknown =>
        values.has(value.value) ? undefined : values.set(value.value, value);
      valuesOfKey(world, known, key, tags('')).forEach(add);
      for (const [value, policy] of written('').get(key) ?? []) add({ value, detail: `in ${policy}` });
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

/** Users and roles of all accounts, those of one of them first. */
function principalsOf(world: World, first: AccountId): readonly KnownThing[] {
  const accounts = Object.values(world.accounts).toSorted(
    (a, b) => Number(b.id === first) - Number(a.id === first) || compareNames(a.id, b.id),
  );
  return accounts.flatMap((account) => [
    ...thingsOf(world, account, 'iam:user'),
    ...thingsOf(world, account, 'iam:role'),
  ]);
}

type ByArn = (account: AccountId, type: string) => ReadonlyMap<string, KnownThing>;

/** Looks among the things of the service, in the account of the ARN; those of S3 name none. */
function findIn(world: World, arn: string, byArn: ByArn): KnownThing | null {
  const [, , service = '', , id = '', resource = ''] = arn.split(':');
  const account = world.accounts[id];
  if (resource === 'root' && service === 'iam' && account)
    return { arn, name: account.name, type: 'account', account: id };
  const accounts = service === 's3' ? Object.values(world.accounts) : account ? [account] : [];
  for (const one of accounts)
    for (const type of typesOf(service)) {
      const thing = byArn(one.id, type).get(arn);
      if (thing) return thing;
    }
  return null;
}
