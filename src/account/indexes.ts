// Indexes: who has a policy attached, who is in a group, what names a principal, answered without walking an account.
import { parsedPolicy } from '../policy/parse.ts';
import { indexBy } from './index-by.ts';
import type { KmsKey, StoredGrant } from './resources.ts';
import { lookup, namesOf, valuesOf, type Table } from './table.ts';
import type { Group, InstanceProfile, Role, User } from './world.ts';

/** The values that an index names. */
export const valuesNamed = <Value>(table: Table<Value>, names: Table<true>): Value[] =>
  namesOf(names).flatMap((name) => lookup(table, name) ?? []);

type Owner = User | Group | Role;

const attachedOf = ({ attached }: Owner): readonly string[] => attached;
const boundaryOf = ({ boundary }: User | Role): readonly string[] => (boundary === null ? [] : [boundary]);
const idOf = ({ id }: User | Role): readonly string[] => [id];

export const usersAttached = indexBy<User>(attachedOf);
export const groupsAttached = indexBy<Group>(attachedOf);
export const rolesAttached = indexBy<Role>(attachedOf);
export const usersBounded = indexBy<User>(boundaryOf);
export const rolesBounded = indexBy<Role>(boundaryOf);
export const usersInGroup = indexBy<User>(({ groups }) => groups);
export const usersById = indexBy<User>(idOf);
export const rolesById = indexBy<Role>(idOf);
export const profilesOfRole = indexBy<InstanceProfile>(({ role }) => (role === null ? [] : [role]));

/** Who is named as `{"AWS": …}` in the text of a policy. */
export const principalsIn = (text: string | null): readonly string[] =>
  text === null
    ? []
    : (parsedPolicy(text).document?.statements ?? [])
        .flatMap(({ principal }) => principal?.entries ?? [])
        .flatMap(({ kind, value }) => (kind === 'AWS' ? [value] : []));

export const rolesTrusting = indexBy<Role>(({ trust }) => principalsIn(trust));

/** The tables of what has a policy of its own. */
export const POLICY_HOLDERS = [
  'buckets',
  'queues',
  'topics',
  'kmsKeys',
  'functions',
  'dynamoTables',
  'secrets',
] as const;

export const holdersNaming = indexBy<{ readonly policy: string | null }>(({ policy }) =>
  principalsIn(policy),
);

/** Whom a grant is about: who may use the key by it, and who may retire it. */
export const granteesOf = ({ granteePrincipal, retiringPrincipal }: StoredGrant): readonly string[] =>
  retiringPrincipal === undefined ? [granteePrincipal] : [granteePrincipal, retiringPrincipal];

export const keysGranting = indexBy<KmsKey>(({ grants }) => valuesOf(grants).flatMap(granteesOf));
