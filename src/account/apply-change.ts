// applyChange: the one way from a world to the next; everything that a change does not touch is shared between both.
import type { AccountChange, Change, EntityChange, EntityPatch, PartChange } from './change.ts';
import { entry, withEntry, withoutEntry } from './record.ts';
import { lookup, withoutValue, withValue, type Table } from './table.ts';
import type { Account, Group, ManagedPolicy, Role, User, World } from './world.ts';

/** AWS keeps at most five versions of a managed policy. */
export const MAX_POLICY_VERSIONS = 5;

/**
 * The world after a change. A change that names something that does not exist, or that would leave a policy without a
 * default version or with a reused version id, returns the same world.
 */
export function applyChange(world: World, change: Change): World {
  switch (change.kind) {
    case 'organizationSet':
      return world.organization === change.value ? world : { ...world, organization: change.value };
    case 'organizationPatched':
    case 'organizationPartSet':
      return changeOrganization(world, change);
    case 'accountPut':
      return change.value === null
        ? changeAccounts(world, withoutEntry(world.accounts, change.account))
        : changeAccounts(world, withEntry(world.accounts, change.account, change.value));
    default: {
      const account = entry(world.accounts, change.account);
      if (!account) return world;
      const changed = changeAccount(account, change);
      return changed === account
        ? world
        : changeAccounts(world, withEntry(world.accounts, change.account, changed));
    }
  }
}

/** Applies changes in order. */
export const applyChanges = (world: World, changes: readonly Change[]): World =>
  changes.reduce(applyChange, world);

const changeAccounts = (world: World, accounts: World['accounts']): World =>
  accounts === world.accounts ? world : { ...world, accounts };

type OrganizationChange = Extract<Change, { kind: 'organizationPatched' | 'organizationPartSet' }>;

function changeOrganization(world: World, change: OrganizationChange): World {
  const { organization } = world;
  if (!organization) return world;
  if (change.kind === 'organizationPatched')
    return { ...world, organization: { ...organization, ...change.patch } };
  const table: Table<unknown> = organization[change.table];
  const changed = setIn(table, change.key, change.value);
  return changed === table ? world : { ...world, organization: { ...organization, [change.table]: changed } };
}

type InAccount =
  | EntityChange
  | EntityPatch
  | PartChange
  | AccountChange
  | Extract<
      Change,
      { kind: 'policyVersionCreated' | 'policyVersionDeleted' | 'defaultVersionSet' | 'inlinePolicyPut' }
    >;

function changeAccount(account: Account, change: InAccount): Account {
  switch (change.kind) {
    case 'entitySet': {
      const { table, name, value } = change;
      const entities: Table<unknown> = account[table];
      const changed = setIn(entities, name, value);
      return changed === entities ? account : { ...account, [table]: changed };
    }
    case 'entityPatched':
      return changeEntity(account, change.table, change.name, (entity) => ({ ...entity, ...change.patch }));
    case 'partSet': {
      const { table, name, part, key, value } = change;
      return changeEntity(account, table, name, (entity) => {
        const parts = partOf(entity, part);
        const changed = parts && setIn(parts, key, value);
        return changed === parts ? entity : { ...entity, [part]: changed };
      });
    }
    case 'accountSet':
      return account[change.field] === change.value ? account : { ...account, [change.field]: change.value };
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
      const identities: Table<User | Group | Role> = account[table];
      const identity = lookup(identities, owner.name);
      if (!identity || entry(identity.inline, policy) === document) return account;
      const changed = { ...identity, inline: withEntry(identity.inline, policy, document) };
      return { ...account, [table]: withValue(identities, owner.name, changed) };
    }
  }
}

export const INLINE_TABLES = { user: 'users', group: 'groups', role: 'roles' } as const;

const setIn = (table: Table<unknown>, name: string, value: unknown): Table<unknown> =>
  value === null ? withoutValue(table, name) : withValue(table, name, value);

/** The table inside of an entity, when it has one of the name. */
export function partOf(entity: object, part: string): Table<unknown> | null {
  const parts: Readonly<Record<string, unknown>> = { ...entity };
  const found = entry(parts, part);
  return typeof found === 'object' && found !== null ? (found as Table<unknown>) : null;
}

function changeEntity(
  account: Account,
  table: keyof Account & EntityPatch['table'],
  name: string,
  change: (entity: object) => object,
): Account {
  const entities: Table<object> = account[table];
  const entity = lookup(entities, name);
  if (!entity) return account;
  const changed = change(entity);
  return changed === entity ? account : { ...account, [table]: withValue(entities, name, changed) };
}

function changePolicy(
  account: Account,
  name: string,
  change: (policy: ManagedPolicy) => ManagedPolicy,
): Account {
  const policy = lookup(account.policies, name);
  if (!policy) return account;
  const changed = change(policy);
  return changed === policy ? account : { ...account, policies: withValue(account.policies, name, changed) };
}

const hasVersion = (policy: ManagedPolicy, id: string): boolean => policy.versions.some((v) => v.id === id);

/** The number in a version id such as `v12`; NaN, which no comparison accepts, for anything else. */
const versionNumber = (id: string): number => (/^v[1-9]\d*$/.test(id) ? Number(id.slice(1)) : NaN);
