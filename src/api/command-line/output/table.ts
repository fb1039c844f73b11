// Table: the output format of the AWS CLI for people: what is nested in boxes within boxes.
import { compareNames } from '../../../account/record.ts';
import type { PlainJson } from '../../../aws/json.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import { isList, isObject, isScalar, pythonText, pythonType } from './python.ts';
import { addHeader, addRow, newSection, renderedTable, type Section } from './table-sections.ts';

/**
 * Without colours. An answer that holds nothing makes no table.
 * @param title The name of the operation: `ListUsers`.
 * @param columns How wide the terminal is: a table that is wider turns its single rows on their side.
 * @returns An error where the rows of one table would differ in length: the command line gives up then.
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-output-format.html#table-output
 */
export function tableText(title: string, value: PlainJson, columns: number): Result<string, string> {
  const sections: Section[] = [];
  try {
    return ok(addTable(sections, title, value, 0) ? renderedTable(sections, columns) : '');
  } catch (problem) {
    if (problem instanceof NoTable) return err(problem.message);
    throw problem;
  }
}

class NoTable extends Error {}

/** Python's idea of nothing. */
const isNothing = (value: PlainJson): boolean =>
  value === null ||
  value === false ||
  value === 0 ||
  value === '' ||
  (isList(value) && value.length === 0) ||
  (isObject(value) && Object.keys(value).length === 0);

function addTable(sections: Section[], title: string | null, value: PlainJson, depth: number): boolean {
  if (isNothing(value)) return false;
  if (title !== null) sections.push(newSection(title, depth));
  if (isList(value)) {
    if (isObject(value[0] ?? null)) addObjects(sections, value, title, depth);
    else for (const item of value) addItem(sections, item);
  } else if (isObject(value)) addObject(sections, value, depth);
  return true;
}

/** What is in a list of more than objects; of an object the command line shows the names alone. */
function addItem(sections: Section[], item: PlainJson): void {
  if (isScalar(item)) row(sections, [pythonText(item)]);
  else if (isObject(item)) row(sections, Object.keys(item));
  else if (item.every(isScalar)) row(sections, item.map(pythonText));
  else addTable(sections, null, item, 0);
}

function addObject(sections: Section[], value: Readonly<Record<string, PlainJson>>, depth: number): void {
  const { scalars, nested } = sorted(value);
  const [first] = scalars;
  if (first !== undefined && scalars.length === 1) row(sections, [first, textAt(value, first)]);
  else if (scalars.length > 0) {
    header(sections, scalars);
    row(
      sections,
      scalars.map((name) => textAt(value, name)),
    );
  }
  for (const name of nested) addTable(sections, name, value[name] ?? null, depth + 1);
}

function addObjects(
  sections: Section[],
  items: readonly PlainJson[],
  title: string | null,
  depth: number,
): void {
  const { scalars, nested } = sortedOfAll(items);
  header(sections, scalars);
  for (const [index, item] of items.entries()) {
    if (!isObject(item) && scalars.length > 0)
      throw new NoTable(`'${pythonType(item)}' object has no attribute 'get'`);
    if (index > 0 && nested.length > 0) {
      // Without a title the box goes on untitled: what is in it comes between.
      sections.push(newSection(title ?? '', depth));
      header(sections, scalars);
    }
    row(
      sections,
      scalars.map((name) => textAt(item, name)),
    );
    for (const name of nested)
      if (isObject(item) && Object.hasOwn(item, name))
        addTable(sections, name, item[name] ?? null, depth + 1);
  }
}

const textAt = (value: PlainJson, name: string): string =>
  isObject(value) && Object.hasOwn(value, name) ? pythonText(value[name] ?? null) : '';

interface Names {
  readonly scalars: readonly string[];
  readonly nested: readonly string[];
}

const sorted = (value: Readonly<Record<string, PlainJson>>): Names => sortedOfAll([value]);

function sortedOfAll(items: readonly PlainJson[]): Names {
  const scalars = new Set<string>();
  const nested = new Set<string>();
  for (const item of items) {
    if (!isObject(item)) check(noNames(item));
    else for (const [name, part] of Object.entries(item)) (isScalar(part) ? scalars : nested).add(name);
  }
  return { scalars: [...scalars].sort(compareNames), nested: [...nested].sort(compareNames) };
}

/** What Python says when the names of something else than an object are asked for; nothing of what is empty. */
function noNames(value: PlainJson): string | null {
  if (isList(value))
    return value.length === 0
      ? null
      : `list indices must be integers or slices, not ${pythonType(value[0] ?? null)}`;
  if (typeof value !== 'string') return `'${pythonType(value)}' object is not iterable`;
  return value === '' ? null : "string indices must be integers, not 'str'";
}

function header(sections: readonly Section[], names: readonly string[]): void {
  const section = sections.at(-1);
  if (section) check(addHeader(section, names));
}

function row(sections: readonly Section[], cells: readonly string[]): void {
  const section = sections.at(-1);
  if (section) check(addRow(section, cells));
}

function check(problem: string | null): void {
  if (problem !== null) throw new NoTable(problem);
}
