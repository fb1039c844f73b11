// applyChange: the one way from a world to the next; everything that a change does not touch is shared between both.
import type { Change, Entities, EntityChange } from './change.ts';
import { entry, withEntry, withoutEntry } from './record.ts';
import type { Account, Bucket, Group, ManagedPolicy, Role, User, World } from './world.ts';

/** AWS keeps at most five versions of a managed policy. */
export const MAX_POLICY_VERSIONS = 5;

/**
 * The world after a change. A change that names something that does not exist, or that would leave a policy without a
 * default version or with a reused version id, returns the same world.
 */
export function applyChange(world: World, change: Change): World {
  const account = entry(world.accounts, change.account);
  if (!account) return world;
  const changed = changeAccount(account, change);
  return changed === account ? world : { ...world, accounts: withEntry(world.accounts, account.id, changed) };
}

/** Applies changes in order. */
export const applyChanges = (world: World, changes: readonly Change[]): World =>
  changes.reduce(applyChange, world);

function changeAccount(account: Account, change: Change): Account {
  switch (change.kind) {
    case 'entitySet':
      return setEntity(account, change);
    case 'accountSet':
      return account[change.field] === change.value ? account : { ...account, [change.field]: change.value };
    case 'objectPut':
      return changeBucket(account, change.bucket, (bucket) => ({
        ...bucket,
        objects: withEntry(bucket.objects, change.object.key, change.object),
      }));
    case 'objectDeleted':
      return changeBucket(account, change.bucket, (bucket) => {
        const objects = withoutEntry(bucket.objects, change.key);
        return objects === bucket.objects ? bucket : { ...bucket, objects };
      });
    case 'bucketPolicySet':
      return changeBucket(account, change.bucket, (bucket) =>
        bucket.policy === change.document ? bucket : { ...bucket, policy: change.document },
      );
    case 'policyVersionCreated':
      return changePolicy(account, change.policy, (policy) => {
        const number = versionNumber(change.version.id);
        if (!(number > policy.lastVersion) || policy.versions.length >= MAX_POLICY_VERSIONS) return policy;
        return {
          ...policy,
          versions: [...policy.versions, change.version],
          defaultVersion: change.setAsDefault ? change.version.id : policy.defaultVersion,
          lastVersion: number,
        };
      });
    case 'policyVersionDeleted':
      return changePolicy(account, change.policy, (policy) => {
        if (change.version === policy.defaultVersion || !hasVersion(policy, change.version)) return policy;
        return { ...policy, versions: policy.versions.filter(({ id }) => id !== change.version) };
      });
    case 'defaultVersionSet':
      return changePolicy(account, change.policy, (policy) => {
        if (change.version === policy.defaultVersion || !hasVersion(policy, change.version)) return policy;
        return { ...policy, defaultVersion: change.version };
      });
    case 'inlinePolicyPut': {
      const { owner, policy, document } = change;
      const table = INLINE_TABLES[owner.kind];
      const identities: Readonly<Record<string, User | Group | Role>> = account[table];
      const identity = entry(identities, owner.name);
      if (!identity || entry(identity.inline, policy) === document) return account;
      const changed = { ...identity, inline: withEntry(identity.inline, policy, document) };
      return { ...account, [table]: withEntry(identities, owner.name, changed) };
    }
  }
}

const INLINE_TABLES = { user: 'users', group: 'groups', role: 'roles' } as const;

function setEntity(account: Account, { table, name, value }: EntityChange): Account {
  const entities: Readonly<Record<string, Entities[keyof Entities]>> = account[table];
  const changed = value === null ? withoutEntry(entities, name) : withEntry(entities, name, value);
  return changed === entities ? account : { ...account, [table]: changed };
}

function changeBucket(account: Account, name: string, change: (bucket: Bucket) => Bucket): Account {
  const bucket = entry(account.buckets, name);
  if (!bucket) return account;
  const changed = change(bucket);
  return changed === bucket ? account : { ...account, buckets: withEntry(account.buckets, name, changed) };
}

function changePolicy(
  account: Account,
  name: string,
  change: (policy: ManagedPolicy) => ManagedPolicy,
): Account {
  const policy = entry(account.policies, name);
  if (!policy) return account;
  const changed = change(policy);
  return changed === policy ? account : { ...account, policies: withEntry(account.policies, name, changed) };
}

const hasVersion = (policy: ManagedPolicy, id: string): boolean => policy.versions.some((v) => v.id === id);

/** The number in a version id such as `v12`; NaN, which no comparison accepts, for anything else. */
const versionNumber = (id: string): number => (/^v[1-9]\d*$/.test(id) ? Number(id.slice(1)) : NaN);
