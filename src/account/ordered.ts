// orderedBy: the values of a table in an order of their own, of which any stretch is had without the rest.
import { followed } from './followed.ts';
import { compareNames } from './record.ts';
import type { Sequence } from './sequence.ts';
import { hashOf, lookup, type Table } from './table.ts';

/**
 * A treap: a search tree by key that is also a heap by weight, which a hash of the key gives. So it is about as deep as a
 * balanced tree would be, the same keys make the same tree, and a change copies only the path to what it touches.
 */
type Tree = Node | null;

interface Node {
  readonly key: string;
  /** Of the value in its table. */
  readonly name: string;
  readonly weight: number;
  readonly size: number;
  readonly left: Tree;
  readonly right: Tree;
}

export interface Stretch<Value> extends Sequence<Value> {
  /** How many of the keys are, after their prefix, not beyond a text. */
  upTo(rest: string): number;
}

/**
 * The values that have a key with a prefix, in the order of these keys. A value may have several keys; no two values may
 * have the same.
 */
export function orderedBy<Value>(
  keysOf: (value: Value) => readonly string[],
): (table: Table<Value>, prefix?: string) => Stretch<Value> {
  const treeOf = followed<Value, Tree>(null, (tree, name, before, after) => {
    const old = before === undefined ? [] : keysOf(before);
    const now = after === undefined ? [] : keysOf(after);
    let changed = tree;
    for (const key of old) if (!now.includes(key)) changed = without(changed, key);
    for (const key of now) if (!old.includes(key)) changed = withNode(changed, key, name);
    return changed;
  });
  return (table, prefix = '') => {
    const tree = treeOf(table);
    const first = countWhere(tree, (key) => compareNames(key, prefix) < 0);
    const past = countWhere(tree, (key) => compareNames(key, prefix) < 0 || key.startsWith(prefix));
    return {
      length: past - first,
      upTo: (rest) => {
        const before = countWhere(tree, (key) => compareNames(key, prefix + rest) <= 0);
        return Math.min(Math.max(before, first), past) - first;
      },
      slice: (start, end) => {
        const names: string[] = [];
        collect(tree, first + Math.max(0, start), Math.min(past, first + end), names);
        return names.flatMap((name) => lookup(table, name) ?? []);
      },
    };
  };
}

/** What divides the parts of a key: it comes before all that is in names and paths, so that parts are compared in turn. */
export const PART = '\u0000';

const sizeOf = (tree: Tree): number => tree?.size ?? 0;

const node = (
  { key, name, weight }: Pick<Node, 'key' | 'name' | 'weight'>,
  left: Tree,
  right: Tree,
): Node => ({ key, name, weight, size: 1 + sizeOf(left) + sizeOf(right), left, right });

function withNode(tree: Tree, key: string, name: string): Node {
  const made = { key, name, weight: hashOf(key) };
  const put = (place: Tree): Node => {
    if (place === null || place.weight < made.weight) return node(made, ...split(place, key));
    return compareNames(key, place.key) < 0
      ? node(place, put(place.left), place.right)
      : node(place, place.left, put(place.right));
  };
  return put(tree);
}

/** What comes before a key that is not in the tree, and what after. */
function split(tree: Tree, key: string): [Tree, Tree] {
  if (tree === null) return [null, null];
  if (compareNames(tree.key, key) < 0) {
    const [before, after] = split(tree.right, key);
    return [node(tree, tree.left, before), after];
  }
  const [before, after] = split(tree.left, key);
  return [before, node(tree, after, tree.right)];
}

function without(tree: Tree, key: string): Tree {
  if (tree === null) return null;
  const order = compareNames(key, tree.key);
  if (order === 0) return together(tree.left, tree.right);
  return order < 0
    ? node(tree, without(tree.left, key), tree.right)
    : node(tree, tree.left, without(tree.right, key));
}

/** Two trees of which the one comes before the other. */
function together(before: Tree, after: Tree): Tree {
  if (before === null) return after;
  if (after === null) return before;
  return before.weight >= after.weight
    ? node(before, before.left, together(before.right, after))
    : node(after, together(before, after.left), after.right);
}

/** How many keys there are until one for which it is not so; up to there it is so for all. */
function countWhere(tree: Tree, isSo: (key: string) => boolean): number {
  let count = 0;
  for (let place = tree; place !== null;)
    if (isSo(place.key)) {
      count += sizeOf(place.left) + 1;
      place = place.right;
    } else place = place.left;
  return count;
}

function collect(tree: Tree, start: number, end: number, into: string[]): void {
  if (tree === null || start >= end || start >= tree.size || end <= 0) return;
  const own = sizeOf(tree.left);
  collect(tree.left, start, end, into);
  if (start <= own && own < end) into.push(tree.name);
  collect(tree.right, start - own - 1, end - own - 1, into);
}
