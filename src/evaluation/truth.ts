// Truth: true, false, or unsettled because something about the request is not known.

/** Neither true nor false: the answer turns on `on`, condition keys that nobody has stated. */
export interface Unsettled {
  readonly on: readonly string[];
}

/** Three-valued logic, after Kleene: what is unsettled stays so only while it could still change the answer. */
export type Truth = boolean | Unsettled;

export const isUnsettled = (truth: Truth): truth is Unsettled => typeof truth === 'object';

export const not = (truth: Truth): Truth => (isUnsettled(truth) ? truth : !truth);

/** OR over the items; false when there are none. */
export function someOf<Item>(items: Iterable<Item>, test: (item: Item) => Truth): Truth {
  return combine(items, test, true);
}

/** AND over the items; true when there are none. */
export function everyOf<Item>(items: Iterable<Item>, test: (item: Item) => Truth): Truth {
  return combine(items, test, false);
}

/** One item that equals `settles` settles the whole; failing that, one unsettled item unsettles it. */
function combine<Item>(items: Iterable<Item>, test: (item: Item) => Truth, settles: boolean): Truth {
  let on: string[] | null = null;
  for (const item of items) {
    const truth = test(item);
    if (truth === settles) return settles;
    if (isUnsettled(truth)) (on ??= []).push(...truth.on);
  }
  return on === null ? !settles : { on: [...new Set(on)] };
}
