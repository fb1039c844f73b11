// Listing: entities of IAM in the order of its lists.
import { compareNames } from '../../../account/record.ts';

interface Placed {
  readonly path: string;
  readonly name: string;
}

/** By path, then by name. AWS promises no order. */
export const inOrder = <Entity extends Placed>(entities: readonly Entity[]): Entity[] =>
  entities.toSorted((a, b) => compareNames(a.path, b.path) || compareNames(a.name, b.name));
