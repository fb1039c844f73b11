// Sequence: a list that is cut before it is made, so that a page of it costs what is on the page.

/** Every array is one. */
export interface Sequence<Item> {
  readonly length: number;
  /** The items from one place up to another, both counted from 0. */
  slice(start: number, end: number): readonly Item[];
}

export const mapped = <Item, Made>(items: Sequence<Item>, make: (item: Item) => Made): Sequence<Made> => ({
  length: items.length,
  slice: (start, end) => items.slice(start, end).map(make),
});

/** One after the other. */
export const joined = <Item>(parts: readonly Sequence<Item>[]): Sequence<Item> => ({
  length: parts.reduce((sum, { length }) => sum + length, 0),
  slice: (start, end) => {
    let before = 0;
    return parts.flatMap((part) => {
      const from = Math.max(0, start - before);
      const to = Math.min(part.length, end - before);
      before += part.length;
      return from < to ? part.slice(from, to) : [];
    });
  },
});

/** Two sequences that each are in order, as one that is; of what is equal the first of them comes first. */
export const merged = <Item>(
  one: Sequence<Item>,
  other: Sequence<Item>,
  compare: (a: Item, b: Item) => number,
): Sequence<Item> => ({
  length: one.length + other.length,
  slice: (start, end) => {
    const first = countAmong(one, other, compare, start);
    const count = Math.max(0, end - start);
    const a = one.slice(first, first + count);
    const b = other.slice(start - first, start - first + count);
    const made: Item[] = [];
    for (let i = 0, j = 0; made.length < count && (i < a.length || j < b.length);) {
      const [left, right] = [a[i], b[j]];
      if (right === undefined || (left !== undefined && compare(left, right) <= 0)) {
        if (left !== undefined) made.push(left);
        i++;
      } else {
        made.push(right);
        j++;
      }
    }
    return made;
  },
});

/** How many of the first `count` of both together are of the one. */
function countAmong<Item>(
  one: Sequence<Item>,
  other: Sequence<Item>,
  compare: (a: Item, b: Item) => number,
  count: number,
): number {
  let least = Math.max(0, count - other.length);
  let most = Math.min(one.length, count);
  while (least < most) {
    const middle = (least + most) >> 1;
    const [mine] = one.slice(middle, middle + 1);
    const [theirs] = other.slice(count - middle - 1, count - middle);
    if (mine !== undefined && theirs !== undefined && compare(mine, theirs) <= 0) least = middle + 1;
    else most = middle;
  }
  return least;
}
