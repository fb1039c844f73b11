// applicablePolicies: which policies of a world have a say in a request, each with how it reached the principal.
import type { ManagedPolicies } from '../aws/catalogue.ts';
import type { AppliedPolicy, ApplicablePolicies, PolicySource } from '../evaluation/applicable.ts';
import { NO_POLICIES } from '../evaluation/applicable.ts';
import type { Request } from '../evaluation/request.ts';
import { parsedPolicy } from '../policy/parse.ts';
import { findAccount, findRole, findUser, groupsOf } from './find.ts';
import type { StoredPolicy } from './policies.ts';
import { bucketPolicy, inlinePolicies, managedPolicy, trustPolicy } from './policies.ts';
import { bucketOfResource, roleOfResource } from './resource.ts';
import type { Account, Bucket, Group, Role, User, World } from './world.ts';

/**
 * The policies that apply to a request.
 *
 * Identity-based: those of the user and of each of its groups, or those of the role; the root user has none. Boundary:
 * of the user or the role. Resource-based: the policy of the bucket, the trust policy of the role that is to be assumed.
 * Session policies, organization policies and endpoint policies are not kept in a world yet: their layers are absent. A
 * stored text that is not a policy is left out; the API accepts none.
 */
export function applicablePolicies(
  world: World,
  request: Request,
  managed: ManagedPolicies,
): ApplicablePolicies {
  const own = ownPolicies(world, request, managed);
  return { ...NO_POLICIES, ...own, resource: resourcePolicies(world, request) };
}

const NOTHING: readonly AppliedPolicy[] = [];

type Own = Pick<ApplicablePolicies, 'identity' | 'boundary'>;

const NO_OWN: Own = { identity: NOTHING, boundary: null };

/**
 * Memos: accounts, buckets and roles never change, so the same user of the same account is handed over as the same
 * list, and what the evaluation makes of a list is made once.
 */
const byAccount = new WeakMap<ManagedPolicies, WeakMap<Account, Map<string, Own>>>();
const byResource = new WeakMap<Bucket | Role, readonly AppliedPolicy[]>();

function ownPolicies(world: World, { principal }: Request, managed: ManagedPolicies): Own {
  if (principal.kind !== 'user' && principal.kind !== 'roleSession') return NO_OWN;
  const account = findAccount(world, principal.account);
  if (!account) return NO_OWN;
  const accounts = byAccount.get(managed) ?? new WeakMap<Account, Map<string, Own>>();
  byAccount.set(managed, accounts);
  const identities = accounts.get(account) ?? new Map<string, Own>();
  accounts.set(account, identities);
  const name = principal.kind === 'user' ? principal.name : principal.roleName;
  const key = `${principal.kind} ${name}`;
  const known = identities.get(key);
  if (known !== undefined) return known;
  const found =
    principal.kind === 'user'
      ? policiesOfUser(world, account, name, managed)
      : policiesOfRole(world, account, name, managed);
  identities.set(key, found);
  return found;
}

function policiesOfUser(world: World, account: Account, name: string, managed: ManagedPolicies): Own {
  const user = findUser(account, name);
  if (!user) return NO_OWN;
  const ofGroups = groupsOf(account, user).flatMap((group) =>
    policiesOf(world, account, 'group', group, managed),
  );
  return {
    identity: [...policiesOf(world, account, 'user', user, managed), ...ofGroups],
    boundary: boundaryOf(world, account, user, managed),
  };
}

function policiesOfRole(world: World, account: Account, name: string, managed: ManagedPolicies): Own {
  const role = findRole(account, name);
  if (!role) return NO_OWN;
  return {
    identity: policiesOf(world, account, 'role', role, managed),
    boundary: boundaryOf(world, account, role, managed),
  };
}

function boundaryOf(
  world: World,
  account: Account,
  { boundary }: User | Role,
  managed: ManagedPolicies,
): AppliedPolicy | null {
  if (boundary === null) return null;
  return applied(managedPolicy(world, account.id, boundary, managed))[0] ?? null;
}

function policiesOf(
  world: World,
  account: Account,
  kind: 'user' | 'group' | 'role',
  identity: User | Group | Role,
  managed: ManagedPolicies,
): AppliedPolicy[] {
  const via = { kind, name: identity.name };
  return [
    ...inlinePolicies(account, via, identity.inline),
    ...identity.attached.map((arn) => managedPolicy(world, account.id, arn, managed)),
  ].flatMap((stored) => applied(stored, via));
}

function resourcePolicies(world: World, { action, resource }: Request): readonly AppliedPolicy[] {
  const bucket = bucketOfResource(world, resource);
  if (bucket) return remembered(bucket.bucket, () => applied(bucketPolicy(bucket.account, bucket.bucket)));
  // A trust policy has a say in who assumes the role, and in nothing else that is done with it.
  const found = action.toLowerCase().startsWith('sts:') ? roleOfResource(world, resource) : null;
  return found ? remembered(found.role, () => applied(trustPolicy(found.account, found.role))) : NOTHING;
}

function remembered(resource: Bucket | Role, find: () => readonly AppliedPolicy[]): readonly AppliedPolicy[] {
  const known = byResource.get(resource);
  if (known !== undefined) return known;
  const found = find();
  byResource.set(resource, found);
  return found;
}

function applied(stored: StoredPolicy | null, via?: PolicySource['via']): AppliedPolicy[] {
  if (!stored) return [];
  const { document } = parsedPolicy(stored.text);
  return document ? [{ source: via ? { ...stored.source, via } : stored.source, document }] : [];
}
