// Tables: the schema of records whose keys are names that people chose.
import * as v from 'valibot';
import { tableOf, type Table } from '../account/table.ts';
import { READING } from './complaint.ts';

interface TableOptions<Value> {
  /** Where the value says its own name, which then has to be the key. */
  readonly nameOf?: (value: Value) => string;
  readonly most: number;
}

/**
 * A record with a schema for keys and one for values. The library's own `record` quietly drops the keys `__proto__`,
 * `constructor` and `prototype`, which are fine names for an object of a bucket; here they are entries like any other.
 */
export function table<Value>(
  key: v.GenericSchema<unknown, string>,
  value: v.GenericSchema<unknown, Value>,
  { nameOf, most }: TableOptions<Value>,
) {
  return v.pipe(
    v.custom<Record<string, unknown>>(isRecord, 'must be an object'),
    v.check((record) => Object.keys(record).length <= most, `must have at most ${most} entries`),
    v.rawTransform<Record<string, unknown>, Readonly<Record<string, Value>>>(({ dataset, addIssue }) => {
      const input = dataset.value;
      const entries: [string, Value][] = [];
      for (const [name, unread] of Object.entries(input)) {
        const at: v.ObjectPathItem = { type: 'object', origin: 'value', input, key: name, value: unread };
        const read = v.safeParse(value, unread, READING);
        const [issue] = v.safeParse(key, name, READING).issues ?? read.issues ?? [];
        if (issue) addIssue({ message: issue.message, path: [at, ...(issue.path ?? [])] });
        else if (read.success && nameOf && nameOf(read.output) !== name)
          addIssue({
            message: `is filed under this name, but is called ${nameOf(read.output)}`,
            path: [at],
          });
        else if (read.success) entries.push([name, read.output]);
        if (dataset.issues) break;
      }
      return Object.fromEntries(entries);
    }),
  );
}

/** The same as the `Table` of a world; in a document it is a plain record too. */
export const entities = <Value>(
  key: v.GenericSchema<unknown, string>,
  value: v.GenericSchema<unknown, Value>,
  options: TableOptions<Value>,
) =>
  v.pipe(
    table(key, value, options),
    v.transform((record): Table<Value> => tableOf(record)),
  );

const isRecord = (input: unknown): boolean =>
  typeof input === 'object' && input !== null && !Array.isArray(input);
