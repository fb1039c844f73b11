// Faults of a disk: a tab that ends, or a disk that is full, at any one of the writes of what is going on.
import 'fake-indexeddb/auto';
import { afterEach } from 'vitest';

const WRITES = ['put', 'add', 'delete'] as const;

const store = IDBObjectStore.prototype;
const WHOLE = Object.fromEntries(WRITES.map((name) => [name, Reflect.get(store, name)]));

function mend(): void {
  for (const name of WRITES) Reflect.set(store, name, WHOLE[name]);
}

// A test that ran out of time is still inside of its fault: the next one shall not meet it.
afterEach(mend);

export type Fault =
  /** The tab is killed: the transaction is gone, and nothing of it comes to be. */
  | 'kill'
  /** The browser has no space for what is written. */
  | 'full';

/**
 * Does something while the `nth` write to the database, counted from 1, goes wrong. Tells whether it came to that: false
 * when there were fewer writes, so that `for (let n = 1; (await duringFault(n, …)).struck; n++)` tries them all.
 */
export async function duringFault<Value>(
  nth: number,
  fault: Fault,
  act: () => Promise<Value>,
): Promise<{ readonly struck: boolean; readonly value: Value }> {
  let writes = 0;
  for (const name of WRITES) {
    const write = WHOLE[name] as (...given: unknown[]) => unknown;
    Reflect.set(store, name, function (this: IDBObjectStore, ...given: unknown[]): unknown {
      writes++;
      if (writes !== nth) return write.apply(this, given);
      if (fault === 'full') throw new DOMException('There is no space left.', 'QuotaExceededError');
      this.transaction.abort();
      throw new DOMException('The tab was killed.', 'AbortError');
    });
  }
  try {
    const value = await act();
    return { struck: writes >= nth, value };
  } finally {
    mend();
  }
}
