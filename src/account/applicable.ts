// applicablePolicies: which policies of a world have a say in a request, each with how it reached the principal.
import type { ManagedPolicies } from '../aws/catalogue.ts';
import type { AppliedPolicy, ApplicablePolicies, PolicySource } from '../evaluation/applicable.ts';
import { NO_POLICIES } from '../evaluation/applicable.ts';
import type { Request } from '../evaluation/request.ts';
import { parsedPolicy } from '../policy/parse.ts';
import { findAccount, findUser, groupsOf } from './find.ts';
import type { StoredPolicy } from './policies.ts';
import { bucketPolicy, inlinePolicies, managedPolicy } from './policies.ts';
import { bucketOfResource } from './resource.ts';
import type { Account, Bucket, Group, User, World } from './world.ts';

/**
 * The policies that apply to a request.
 *
 * Identity-based: those of the user and of each of its groups; the root user has none. Resource-based: the policy of
 * the bucket. This model of an account has no permissions boundaries, session policies, organization policies and
 * endpoint policies: their layers are absent. A stored text that is not a policy is left out; the API accepts none.
 */
export function applicablePolicies(
  world: World,
  request: Request,
  managed: ManagedPolicies,
): ApplicablePolicies {
  return {
    ...NO_POLICIES,
    identity: identityPolicies(world, request, managed),
    resource: resourcePolicies(world, request),
  };
}

const NOTHING: readonly AppliedPolicy[] = [];

/**
 * Memos: accounts and buckets never change, so the same user of the same account is handed over as the same list, and
 * what the evaluation makes of a list is made once.
 */
const byAccount = new WeakMap<ManagedPolicies, WeakMap<Account, Map<string, readonly AppliedPolicy[]>>>();
const byBucket = new WeakMap<Bucket, readonly AppliedPolicy[]>();

function identityPolicies(
  world: World,
  { principal }: Request,
  managed: ManagedPolicies,
): readonly AppliedPolicy[] {
  if (principal.kind !== 'user') return NOTHING;
  const account = findAccount(world, principal.account);
  const user = account && findUser(account, principal.name);
  if (!account || !user) return NOTHING;
  const accounts = byAccount.get(managed) ?? new WeakMap<Account, Map<string, readonly AppliedPolicy[]>>();
  byAccount.set(managed, accounts);
  const users = accounts.get(account) ?? new Map<string, readonly AppliedPolicy[]>();
  accounts.set(account, users);
  const known = users.get(user.name);
  if (known !== undefined) return known;
  const found = [
    ...policiesOf(world, account, 'user', user, managed),
    ...groupsOf(account, user).flatMap((group) => policiesOf(world, account, 'group', group, managed)),
  ];
  users.set(user.name, found);
  return found;
}

function policiesOf(
  world: World,
  account: Account,
  kind: 'user' | 'group',
  identity: User | Group,
  managed: ManagedPolicies,
): AppliedPolicy[] {
  const via = { kind, name: identity.name };
  return [
    ...inlinePolicies(account, via, identity.inline),
    ...identity.attached.map((arn) => managedPolicy(world, account.id, arn, managed)),
  ].flatMap((stored) => applied(stored, via));
}

function resourcePolicies(world: World, request: Request): readonly AppliedPolicy[] {
  const found = bucketOfResource(world, request.resource);
  if (!found) return NOTHING;
  const known = byBucket.get(found.bucket);
  if (known !== undefined) return known;
  const policies = applied(bucketPolicy(found.account, found.bucket));
  byBucket.set(found.bucket, policies);
  return policies;
}

function applied(stored: StoredPolicy | null, via?: PolicySource['via']): AppliedPolicy[] {
  if (!stored) return [];
  const { document } = parsedPolicy(stored.text);
  return document ? [{ source: via ? { ...stored.source, via } : stored.source, document }] : [];
}
