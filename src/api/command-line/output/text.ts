// Text: the output format of the AWS CLI for `cut` and `awk`: lines of values, separated by tabs.
import { compareNames } from '../../../account/record.ts';
import type { PlainJson } from '../../../aws/json.ts';
import { isList, isObject, isScalar, pythonText, pythonType } from './python.ts';

/**
 * The scalars of an object are one line, in the order of their names, which are not shown; what is nested follows in lines
 * that start with its name in capitals.
 * @returns With an error where a list has both objects and others: the command line gives up there.
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-output-format.html#text-output
 */
export function textText(value: PlainJson): { readonly text: string; readonly error: string | null } {
  const lines: string[] = [];
  const error = write(lines, value, null, null);
  return { text: lines.map((line) => `${line}\n`).join(''), error };
}

type Name = string | null;

/**
 * @param columns What a line has a place for; null: what the object itself has.
 * @returns Why it ends early, or null.
 */
function write(
  lines: string[],
  value: PlainJson,
  name: Name,
  columns: readonly string[] | null,
): string | null {
  if (isObject(value)) return writeObject(lines, value, name, columns);
  if (isList(value)) return writeList(lines, value, name);
  lines.push(pythonText(value));
  return null;
}

function writeList(lines: string[], items: readonly PlainJson[], name: Name): string | null {
  if (items.some(isObject)) {
    const other = items.find((item) => !isObject(item));
    if (other !== undefined) return `'${pythonType(other)}' object has no attribute 'items'`;
    const columns = scalarNames(items);
    return firstError(items, (item) => write(lines, item, name, columns));
  }
  const scalars = items.filter(isScalar);
  if (scalars.length > 0) lines.push(...scalarLines(scalars, name));
  return firstError(items.filter(isList), (item) => writeList(lines, item, name));
}

/** A list without a name is one line. */
function scalarLines(scalars: readonly PlainJson[], name: Name): readonly string[] {
  const texts = scalars.map(pythonText);
  return name === null ? [texts.join('\t')] : texts.map((text) => `${name.toUpperCase()}\t${text}`);
}

function writeObject(
  lines: string[],
  value: Readonly<Record<string, PlainJson>>,
  name: Name,
  columns: readonly string[] | null,
): string | null {
  const names = Object.keys(value).sort(compareNames);
  const inLine = columns ?? names.filter((one) => isScalar(value[one] ?? null));
  const texts = inLine.map((one) => (Object.hasOwn(value, one) ? pythonText(value[one] ?? null) : ''));
  if (texts.length > 0) lines.push([...(name === null ? [] : [name.toUpperCase()]), ...texts].join('\t'));
  const shown = new Set(inLine);
  return firstError(
    names.filter((one) => !shown.has(one)),
    (one) => write(lines, value[one] ?? null, one, null),
  );
}

/** Every name that stands for a scalar in one of the objects at least: each line has a column for it. */
function scalarNames(items: readonly PlainJson[]): readonly string[] {
  const names = new Set<string>();
  for (const item of items)
    if (isObject(item)) for (const [name, part] of Object.entries(item)) if (isScalar(part)) names.add(name);
  return [...names].sort(compareNames);
}

function firstError<Item>(items: readonly Item[], each: (item: Item) => string | null): string | null {
  for (const item of items) {
    const error = each(item);
    if (error !== null) return error;
  }
  return null;
}
