// Row ids: which row of a form shows which condition, so that one whose name or place in the text changes keeps its row.

export class RowIds {
  #ids: ReadonlyMap<string, number> = new Map();
  #next = 0;

  /**
   * An id for each name, no two the same; rows are in the order of their ids. Where one name has come in the place of one
   * that is gone, it has been renamed; any other new name is a new row and comes last.
   */
  follow(names: readonly string[]): readonly number[] {
    const gone = [...this.#ids.keys()].filter((name) => !names.includes(name));
    const fresh = names.filter((name) => !this.#ids.has(name));
    const [old] = gone;
    const renamed =
      gone.length === 1 && fresh.length === 1 && old !== undefined ? this.#ids.get(old) : undefined;
    const ids = names.map((name) => this.#ids.get(name) ?? renamed ?? (this.#next += 1));
    this.#ids = new Map(names.map((name, at) => [name, ids[at] ?? 0]));
    return ids;
  }
}
