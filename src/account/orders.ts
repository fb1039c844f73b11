// Orders: the entities of an account as its lists show them, of which a page is had without the rest.
import { orderedBy, PART, type Stretch } from './ordered.ts';
import type { Sequence } from './sequence.ts';
import type { Table } from './table.ts';
import type { Group, InstanceProfile, ManagedPolicy, MfaDevice, Role, User } from './world.ts';

interface Placed {
  readonly path: string;
  readonly name: string;
}

/** By path, then by name. */
export const place = ({ path, name }: Placed): string => `${path}${PART}${name}`;

type Listed<Entity> = (table: Table<Entity>, prefix: string) => Sequence<Entity>;

/** The prefix is text: `/sta` finds what is under `/staff/` as well. */
export const usersUnder: Listed<User> = orderedBy<User>((user) => [place(user)]);
export const groupsUnder: Listed<Group> = orderedBy<Group>((group) => [place(group)]);
export const rolesUnder: Listed<Role> = orderedBy<Role>((role) => [place(role)]);
export const policiesUnder: Listed<ManagedPolicy> = orderedBy<ManagedPolicy>((policy) => [place(policy)]);
export const profilesUnder: Listed<InstanceProfile> = orderedBy<InstanceProfile>((profile) => [
  place(profile),
]);

/** Of those that have a key, in the order of their places. */
function keyed<Entity extends Placed>(
  keysOf: (entity: Entity) => readonly string[],
): (table: Table<Entity>, key: string, prefix?: string) => Sequence<Entity> {
  const inOrder = orderedBy<Entity>((entity) =>
    [...new Set(keysOf(entity))].map((key) => `${key}${PART}${place(entity)}`),
  );
  return (table, key, prefix = '') => inOrder(table, `${key}${PART}${prefix}`);
}

export const membersOfGroup = keyed<User>(({ groups }) => groups);
export const profilesHolding = keyed<InstanceProfile>(({ role }) => (role === null ? [] : [role]));

/** @param use `PermissionsPolicy` or `PermissionsBoundary`, as a `PolicyUsageFilter` says it, or `Any`. */
export const useKey = (use: string, arn: string): string => `${use} ${arn}`;

function usesOf(attached: readonly string[], boundary: string | null): string[] {
  const bounds = boundary === null ? [] : [boundary];
  return [
    ...attached.map((arn) => useKey('PermissionsPolicy', arn)),
    ...bounds.map((arn) => useKey('PermissionsBoundary', arn)),
    ...[...attached, ...bounds].map((arn) => useKey('Any', arn)),
  ];
}

export const usersUsing = keyed<User>(({ attached, boundary }) => usesOf(attached, boundary));
export const groupsUsing = keyed<Group>(({ attached }) => usesOf(attached, null));
export const rolesUsing = keyed<Role>(({ attached, boundary }) => usesOf(attached, boundary));

const virtualDevices = orderedBy<MfaDevice>(({ kind, serial, holder }) =>
  kind === 'virtual'
    ? ['Any', holder === null ? 'Unassigned' : 'Assigned'].map((status) => `${status} ${serial}`)
    : [],
);

/**
 * By serial number.
 * @param status `Assigned`, `Unassigned` or `Any`.
 */
export const virtualDevicesThat = (devices: Table<MfaDevice>, status: string): Sequence<MfaDevice> =>
  virtualDevices(devices, `${status} `);

interface Regional {
  readonly region: string;
  readonly name: string;
}

/** What is in a Region, by name. */
export function regional<Entity extends Regional>(): (
  table: Table<Entity>,
  region: string,
  prefix?: string,
) => Stretch<Entity> {
  const inOrder = orderedBy<Entity>(({ region, name }) => [`${region}/${name}`]);
  return (table, region, prefix = '') => inOrder(table, `${region}/${prefix}`);
}
