// StoredPolicy: every policy of an account as one list, wherever it is kept, each under an id that finds it again.
import type { AccountId, Arn } from '../aws/arn.ts';
import { bucketArn, isArn } from '../aws/arn.ts';
import type { ManagedPolicies } from '../aws/catalogue.ts';
import type { PolicySource } from '../evaluation/applicable.ts';
import type { PolicyType } from '../policy/document.ts';
import {
  defaultDocument,
  findAccount,
  findCustomerPolicy,
  findGroup,
  findRole,
  findUser,
  policyArn,
} from './find.ts';
import { protectionOf } from './protected-roles.ts';
import { entry } from './record.ts';
import type { PolicyHolder } from './resource-policy.ts';
import type { Bucket } from './resources.ts';
import { lookup, sortedValues } from './table.ts';
import type { Account, ManagedPolicy, Role, World } from './world.ts';

/** What an inline policy is embedded in. */
export interface PolicyOwner {
  readonly kind: 'user' | 'group' | 'role';
  readonly name: string;
}

export interface StoredPolicy {
  /**
   * Its `id` is the ARN of a managed policy, `inline:user/USER/POLICY` (or `group`, or `role`) or `bucket:BUCKET`:
   * names of IAM and S3 hold neither slash nor colon. `via` is what an inline or bucket policy is embedded in.
   */
  readonly source: PolicySource;
  /** The account it was asked for; AWS managed policies belong to none. */
  readonly account: AccountId;
  /** The document in force. */
  readonly text: string;
  /** The default version of a managed policy. */
  readonly version: string | null;
  readonly type: PolicyType;
  /** Bucket policies only. */
  readonly bucket?: string;
  /** Inline policies only. */
  readonly owner?: PolicyOwner;
  /** False for AWS managed policies, and those of roles that only AWS changes. */
  readonly editable: boolean;
}

export const inlineId = (owner: PolicyOwner, policy: string): string =>
  `inline:${owner.kind}/${owner.name}/${policy}`;

export const bucketPolicyId = (bucket: string): string => `bucket:${bucket}`;

const FIND_OWNER = { user: findUser, group: findGroup, role: findRole } as const;

const isOwnerKind = (text: string | undefined): text is PolicyOwner['kind'] =>
  text === 'user' || text === 'group' || text === 'role';

/** The policy behind a source id as seen from an account; null when it does not exist (any more). */
export function policyById(
  world: World,
  accountId: AccountId,
  sourceId: string,
  managed: ManagedPolicies,
): StoredPolicy | null {
  const account = findAccount(world, accountId);
  if (!account) return null;
  if (isArn(sourceId)) return managedPolicy(world, accountId, sourceId, managed);
  const [, kind, ownerName, policyName] = /^inline:(user|group|role)\/([^/]+)\/([^/]+)$/.exec(sourceId) ?? [];
  if (isOwnerKind(kind) && ownerName !== undefined && policyName !== undefined) {
    const owner = FIND_OWNER[kind](account, ownerName);
    const text = owner ? entry(owner.inline, policyName) : undefined;
    if (!owner || text === undefined) return null;
    return inlinePolicy(account, { kind, name: owner.name }, policyName, text);
  }
  if (!sourceId.startsWith('bucket:')) return null;
  const bucket = lookup(account.buckets, sourceId.slice('bucket:'.length));
  return bucket ? bucketPolicy(account, bucket) : null;
}

/**
 * Customer managed policies, inline policies of users, groups and roles, bucket policies, and the AWS managed policies that
 * are attached to something; each of these by name.
 */
export function allPolicies(world: World, accountId: AccountId, managed: ManagedPolicies): StoredPolicy[] {
  const account = findAccount(world, accountId);
  if (!account) return [];
  const users = sortedValues(account.users);
  const groups = sortedValues(account.groups);
  const roles = sortedValues(account.roles);
  const attached = new Set([...users, ...groups, ...roles].flatMap((identity) => identity.attached));
  const policies = [
    ...sortedValues(account.policies).map((policy) => customerPolicy(account, policy)),
    ...users.flatMap((user) => inlinePolicies(account, { kind: 'user', name: user.name }, user.inline)),
    ...groups.flatMap((group) => inlinePolicies(account, { kind: 'group', name: group.name }, group.inline)),
    ...roles.flatMap((role) => inlinePolicies(account, { kind: 'role', name: role.name }, role.inline)),
    ...sortedValues(account.buckets).map((bucket) => bucketPolicy(account, bucket)),
    ...[...attached].sort().map((arn) => awsManagedPolicy(account.id, arn, managed)),
  ];
  return policies.filter((policy) => policy !== null);
}

/** The users, groups and roles that a policy works through: attached to, or embedded in. None for a bucket policy. */
export function attachmentsOf(world: World, accountId: AccountId, sourceId: string): PolicyOwner[] {
  const account = findAccount(world, accountId);
  if (!account) return [];
  const has =
    (kind: PolicyOwner['kind']) => (identity: { name: string; attached: readonly Arn[]; inline: object }) =>
      identity.attached.some((arn) => arn === sourceId) ||
      Object.keys(identity.inline).some((name) => inlineId({ kind, name: identity.name }, name) === sourceId);
  return [
    ...sortedValues(account.users)
      .filter(has('user'))
      .map(({ name }): PolicyOwner => ({ kind: 'user', name })),
    ...sortedValues(account.groups)
      .filter(has('group'))
      .map(({ name }): PolicyOwner => ({ kind: 'group', name })),
    ...sortedValues(account.roles)
      .filter(has('role'))
      .map(({ name }): PolicyOwner => ({ kind: 'role', name })),
  ];
}

/** The managed policy under an ARN, AWS's or the customer's. */
export function managedPolicy(
  world: World,
  accountId: AccountId,
  arn: Arn,
  managed: ManagedPolicies,
): StoredPolicy | null {
  const found = findCustomerPolicy(world, arn);
  if (found?.account.id === accountId) return customerPolicy(found.account, found.policy);
  return awsManagedPolicy(accountId, arn, managed);
}

function customerPolicy(account: Account, policy: ManagedPolicy): StoredPolicy | null {
  const text = defaultDocument(policy);
  if (text === null) return null;
  const arn = policyArn(account, policy);
  return {
    source: { id: arn, name: policy.name, kind: 'customerManaged', arn },
    account: account.id,
    text,
    version: policy.defaultVersion,
    type: 'identity',
    editable: true,
  };
}

function awsManagedPolicy(account: AccountId, arn: Arn, managed: ManagedPolicies): StoredPolicy | null {
  const policy = managed.get(arn);
  return policy
    ? {
        source: { id: arn, name: policy.name, kind: 'awsManaged', arn },
        account,
        text: policy.document,
        version: policy.version,
        type: 'identity',
        editable: false,
      }
    : null;
}

export const inlinePolicies = (
  account: Account,
  owner: PolicyOwner,
  inline: Readonly<Record<string, string>>,
): StoredPolicy[] =>
  Object.keys(inline)
    .sort()
    .map((name) => inlinePolicy(account, owner, name, entry(inline, name) ?? ''));

function inlinePolicy(account: Account, owner: PolicyOwner, name: string, text: string): StoredPolicy {
  const role = owner.kind === 'role' ? findRole(account, owner.name) : null;
  return {
    source: { id: inlineId(owner, name), name, kind: 'inline', via: owner },
    account: account.id,
    text,
    version: null,
    type: 'identity',
    owner,
    editable: role === null || protectionOf(role) === null,
  };
}

/** The policy of a bucket; null when it has none. */
export const bucketPolicy = (account: Account, bucket: Bucket): StoredPolicy | null =>
  resourcePolicy({ account, name: bucket.name, policy: bucket.policy }, bucketArn(bucket.name));

/** The policy of a resource; null when it has none. */
export function resourcePolicy(
  { account, name, policy }: Pick<PolicyHolder, 'account' | 'name' | 'policy'>,
  arn: Arn | '*',
): StoredPolicy | null {
  if (policy === null) return null;
  const isBucket = arn.startsWith('arn:aws:s3:');
  return {
    source: {
      id: isBucket ? bucketPolicyId(name) : `resource:${arn}`,
      name,
      kind: 'resource',
      via: { kind: 'resource', name },
    },
    account: account.id,
    text: policy,
    version: null,
    type: 'resource',
    ...(isBucket && { bucket: name }),
    editable: isBucket,
  };
}

/** The trust policy of a role. */
export const trustPolicy = (account: Account, role: Role): StoredPolicy => ({
  source: {
    id: `trust:${role.name}`,
    name: role.name,
    kind: 'resource',
    via: { kind: 'resource', name: role.name },
  },
  account: account.id,
  text: role.trust,
  version: null,
  type: 'trust',
  editable: false,
});
