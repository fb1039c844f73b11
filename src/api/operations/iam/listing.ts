// Listing: entities of IAM in the order of its lists, and those of them under a path.
import { compareNames } from '../../../account/record.ts';
import { valuesOf, type Table } from '../../../account/table.ts';

interface Placed {
  readonly path: string;
  readonly name: string;
}

/** By path, then by name. AWS promises no order. */
export const inOrder = <Entity extends Placed>(entities: readonly Entity[]): Entity[] =>
  entities.toSorted((a, b) => compareNames(a.path, b.path) || compareNames(a.name, b.name));

/** The prefix is text: `/sta` finds what is under `/staff/` as well. */
export const underPath = <Entity extends Placed>(
  entities: readonly Entity[],
  prefix: string | undefined,
): Entity[] => inOrder(entities.filter(({ path }) => path.startsWith(prefix ?? '/')));

/** Of a whole table. */
export const under = <Entity extends Placed>(entities: Table<Entity>, prefix: string | undefined): Entity[] =>
  underPath(valuesOf(entities), prefix);
