// Inverse: the change that takes a change back, made while what it is about to overwrite is still there.
import type { AccountId } from '../aws/arn.ts';
import { INLINE_TABLES, applyChange, partOf } from './apply-change.ts';
import type {
  AccountChange,
  AccountField,
  Change,
  EntityChange,
  EntityPatch,
  OrganizationPartChange,
  OrganizationTable,
  OrganizationTables,
  PartChange,
} from './change.ts';
import { entry } from './record.ts';
import { lookup } from './table.ts';
import type { Account, Entities, Tables, World } from './world.ts';

/** Changes made on a world, and what takes them all back: the inverse of the last comes first. */
export interface Made {
  readonly world: World;
  readonly inverse: readonly Change[];
}

/** Applies changes in order, and works out on the way how to take them back. */
export function makeChanges(world: World, changes: readonly Change[]): Made {
  const inverse: Change[] = [];
  let now = world;
  for (const change of changes) {
    const after = applyChange(now, change);
    if (after !== now) inverse.push(inverseOf(now, change));
    now = after;
  }
  return { world: now, inverse: inverse.reverse() };
}

/** What takes a change back that is made on this world and changes it. */
export function inverseOf(world: World, change: Change): Change {
  switch (change.kind) {
    case 'organizationSet':
      return { kind: 'organizationSet', value: world.organization };
    case 'organizationPatched':
      return { kind: 'organizationPatched', patch: before(world.organization, change.patch) };
    case 'organizationPartSet':
      return organizationPartAsItIs(world, change);
    case 'accountPut':
      return { ...change, value: entry(world.accounts, change.account) ?? null };
    case 'accountSet': {
      const account = entry(world.accounts, change.account);
      return account ? fieldAsItIs(account, change.field) : change;
    }
    case 'entitySet':
      return entityAsItIs(world, change);
    case 'entityPatched':
      return patchBack(world, change, change.patch);
    case 'partSet': {
      const entity = entityOf(world, change);
      const parts = entity && partOf(entity, change.part);
      // Whatever stands in a part is of the kind that changes put there.
      return { ...change, value: (parts && lookup(parts, change.key)) ?? null } as PartChange;
    }
    case 'policyVersionCreated':
    case 'policyVersionDeleted':
    case 'defaultVersionSet':
      return entityAsItIs(world, { account: change.account, table: 'policies', name: change.policy });
    case 'inlinePolicyPut': {
      const { account, owner } = change;
      const place = { account, table: INLINE_TABLES[owner.kind], name: owner.name };
      return patchBack(world, place, { inline: {} });
    }
  }
}

/** Where an entity is, or would be. */
interface Place<Name extends keyof Entities> {
  readonly account: AccountId;
  readonly table: Name;
  readonly name: string;
}

function entityOf<Name extends keyof Entities>(world: World, place: Place<Name>): Entities[Name] | undefined {
  const tables: Tables | undefined = entry(world.accounts, place.account);
  return tables && lookup(tables[place.table], place.name);
}

function entityAsItIs<Name extends keyof Entities>(world: World, place: Place<Name>): EntityChange<Name> {
  const { account, table, name } = place;
  return { kind: 'entitySet', account, table, name, value: entityOf(world, place) ?? null };
}

function patchBack<Name extends keyof Entities>(
  world: World,
  place: Place<Name>,
  patch: Partial<Entities[Name]>,
): EntityPatch<Name> {
  const { account, table, name } = place;
  return { kind: 'entityPatched', account, table, name, patch: before(entityOf(world, place), patch) };
}

const fieldAsItIs = <Field extends AccountField>(account: Account, field: Field): AccountChange<Field> => ({
  kind: 'accountSet',
  account: account.id,
  field,
  value: account[field],
});

function organizationPartAsItIs<Name extends OrganizationTable>(
  { organization }: World,
  { table, key }: OrganizationPartChange<Name>,
): OrganizationPartChange<Name> {
  const tables: OrganizationTables | null = organization;
  return { kind: 'organizationPartSet', table, key, value: (tables && lookup(tables[table], key)) ?? null };
}

/** The fields of a patch with the values that they have before it. */
function before<Entity extends object>(
  entity: Entity | null | undefined,
  patch: Partial<Entity>,
): Partial<Entity> {
  const fields: Partial<Entity> = {};
  if (entity) for (const field in patch) fields[field] = entity[field];
  return fields;
}
