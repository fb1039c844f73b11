// Inverse: the change that takes a change back, made while what it is about to overwrite is still there.
import { INLINE_TABLES, applyChange, partOf } from './apply-change.ts';
import type { Change, EntityChange, PartChange } from './change.ts';
import { entry } from './record.ts';
import { lookup, type Table } from './table.ts';
import type { Entities, World } from './world.ts';

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
    if (after !== now) inverse.unshift(inverseOf(now, change));
    now = after;
  }
  return { world: now, inverse };
}

/** What takes a change back that is made on this world and changes it. */
export function inverseOf(world: World, change: Change): Change {
  switch (change.kind) {
    case 'organizationSet':
      return { kind: 'organizationSet', value: world.organization };
    case 'organizationPatched':
      return { kind: 'organizationPatched', patch: before(world.organization ?? {}, change.patch) };
    case 'organizationPartSet': {
      const table: Table<unknown> | undefined = world.organization?.[change.table];
      return { ...change, value: (table && lookup(table, change.key)) ?? null } as Change;
    }
    case 'accountPut':
      return { ...change, value: entry(world.accounts, change.account) ?? null };
    case 'accountSet': {
      const account = entry(world.accounts, change.account);
      return { ...change, value: account?.[change.field] } as Change;
    }
    case 'entitySet':
      return entityAsItIs(world, change.account, change.table, change.name);
    case 'entityPatched': {
      const entity = entityOf(world, change.account, change.table, change.name);
      return { ...change, patch: before(entity ?? {}, change.patch) };
    }
    case 'partSet': {
      const entity = entityOf(world, change.account, change.table, change.name);
      const parts = entity && partOf(entity, change.part);
      return { ...change, value: (parts && lookup(parts, change.key)) ?? null } as PartChange;
    }
    case 'policyVersionCreated':
    case 'policyVersionDeleted':
    case 'defaultVersionSet':
      return entityAsItIs(world, change.account, 'policies', change.policy);
    case 'inlinePolicyPut': {
      const table = INLINE_TABLES[change.owner.kind];
      const owner = entityOf(world, change.account, table, change.owner.name);
      return {
        kind: 'entityPatched',
        account: change.account,
        table,
        name: change.owner.name,
        patch: before(owner ?? {}, { inline: {} }),
      };
    }
  }
}

function entityOf(world: World, account: string, table: keyof Entities, name: string): object | undefined {
  const entities: Table<object> | undefined = entry(world.accounts, account)?.[table];
  return entities && lookup(entities, name);
}

const entityAsItIs = (world: World, account: string, table: keyof Entities, name: string): EntityChange =>
  ({
    kind: 'entitySet',
    account,
    table,
    name,
    value: entityOf(world, account, table, name) ?? null,
  }) as EntityChange;

/** The fields of a patch with the values that they have before it. */
const before = (entity: object, patch: object): object => {
  const fields: Readonly<Record<string, unknown>> = { ...entity };
  return Object.fromEntries(Object.keys(patch).map((field) => [field, fields[field]]));
};
