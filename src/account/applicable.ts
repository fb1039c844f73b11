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
import type { Account, Group, User, World } from './world.ts';

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

function identityPolicies(world: World, { principal }: Request, managed: ManagedPolicies): AppliedPolicy[] {
  if (principal.kind !== 'user') return [];
  const account = findAccount(world, principal.account);
  const user = account && findUser(account, principal.name);
  if (!account || !user) return [];
  return [
    ...policiesOf(world, account, 'user', user, managed),
    ...groupsOf(account, user).flatMap((group) => policiesOf(world, account, 'group', group, managed)),
  ];
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

function resourcePolicies(world: World, request: Request): AppliedPolicy[] {
  const found = bucketOfResource(world, request.resource);
  return found ? applied(bucketPolicy(found.account, found.bucket)) : [];
}

function applied(stored: StoredPolicy | null, via?: PolicySource['via']): AppliedPolicy[] {
  if (!stored) return [];
  const { document } = parsedPolicy(stored.text);
  return document ? [{ source: via ? { ...stored.source, via } : stored.source, document }] : [];
}
