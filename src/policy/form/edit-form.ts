// Changes that fields make to the text of a policy. Each touches one place; everything else stays, letter by letter.
import { applyEdits, modify, type FormattingOptions, type JSONPath } from 'jsonc-parser';
import type { PolicyType } from '../document.ts';
import { takesPrincipal, takesResource } from './kinds.ts';
import { parsePlain, valueAt } from './plain.ts';
import type { FormCondition, FormList, FormPrincipal, FormStatement, Path } from './read-form.ts';

/** The order in which AWS writes the elements of a statement. */
const ORDER = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];

/** An empty text takes the Sid away. */
export const setSid = (text: string, { path }: FormStatement, sid: string): string =>
  put(text, path, 'Sid', sid === '' ? undefined : sid);

export const setEffect = (text: string, { path }: FormStatement, effect: 'Allow' | 'Deny'): string =>
  put(text, path, 'Effect', effect);

/** Null takes the element away. */
export const setPrincipal = (text: string, { path }: FormStatement, to: FormPrincipal | null): string =>
  putOneOf(text, path, 'Principal', to && { negated: to.negated, value: principalJson(to) });

export function setList(
  text: string,
  { path }: FormStatement,
  element: 'Action' | 'Resource',
  to: FormList | null,
): string {
  const root = parsePlain(text);
  const before = valueAt(root, [...path, element]) ?? valueAt(root, [...path, `Not${element}`]);
  return putOneOf(text, path, element, to && { negated: to.negated, value: asBefore(before, to.values) });
}

/**
 * Puts a condition in the place of another; without `from` it is added, without `to` taken away. A key that stands under
 * the operator already gets the values of both.
 */
export function setCondition(
  text: string,
  { path }: FormStatement,
  from: FormCondition | null,
  to: FormCondition | null,
): string {
  const at = (condition: FormCondition): Path => [...path, 'Condition', condition.operator, condition.key];
  const same = from !== null && to !== null && from.operator === to.operator && from.key === to.key;
  const before = from && valueAt(parsePlain(text), at(from));
  if (same) return edit(text, at(to), asBefore(before, to.values));
  let changed = text;
  if (from) {
    changed = edit(changed, at(from), undefined);
    for (const parent of [
      [...path, 'Condition', from.operator],
      [...path, 'Condition'],
    ])
      if (isEmpty(valueAt(parsePlain(changed), parent))) changed = edit(changed, parent, undefined);
  }
  if (!to) return changed;
  const there = valueAt(parsePlain(changed), at(to));
  const already = there === undefined ? [] : listOf(there).map(String);
  const values = [...already, ...to.values.filter((value) => !already.includes(value))];
  if (valueAt(parsePlain(changed), [...path, 'Condition']) === undefined)
    return put(changed, path, 'Condition', { [to.operator]: { [to.key]: asBefore(before, values) } });
  return edit(changed, at(to), asBefore(there ?? before, values));
}

/** Adds a statement that grants nothing yet. A document without `Statement` gets it, with a Version if it has none. */
export function addStatement(text: string, type: PolicyType): string {
  const empty = {
    Effect: type === 'rcp' ? 'Deny' : 'Allow',
    ...(takesPrincipal(type) && { Principal: type === 'trust' ? { AWS: [] } : '*' }),
    Action: [],
    ...(takesResource(type) && { Resource: [] }),
  };
  const root = parsePlain(text);
  const statement = valueAt(root, ['Statement']);
  if (statement === undefined) {
    const versioned = valueAt(root, ['Version']) === undefined ? edit(text, ['Version'], '2012-10-17') : text;
    return edit(versioned, ['Statement'], [empty]);
  }
  if (!Array.isArray(statement)) return edit(text, ['Statement'], [statement, empty]);
  return edit(text, ['Statement', statement.length], empty, true);
}

/** A statement that stood by itself leaves an empty list. */
export const removeStatement = (text: string, { path }: FormStatement): string =>
  path.length === 1 ? edit(text, path, []) : edit(text, path, undefined);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/** A single value stays without brackets where it had none, and numbers and Booleans that were there stay such. */
function asBefore(before: unknown, values: readonly string[]): unknown {
  const known = new Map(listOf(before).map((value) => [String(value), value]));
  const kept = values.map((value) => known.get(value) ?? value);
  return kept.length === 1 && !Array.isArray(before) && before !== undefined ? kept[0] : kept;
}

function principalJson({ entries }: FormPrincipal): unknown {
  if (entries.some(({ kind }) => kind === 'Everyone')) return '*';
  const byKind = new Map<string, string[]>();
  for (const { kind, value } of entries) byKind.set(kind, [...(byKind.get(kind) ?? []), value]);
  return Object.fromEntries(
    [...byKind].map(([kind, values]) => [kind, values.length === 1 ? values[0] : values]),
  );
}

/** Writes `Name` or `NotName`; where the other form stood, the new one stands now. */
function putOneOf(
  text: string,
  path: Path,
  name: 'Principal' | 'Action' | 'Resource',
  to: { readonly negated: boolean; readonly value: unknown } | null,
): string {
  const other = `Not${name}`;
  if (!to) return put(put(text, path, name, undefined), path, other, undefined);
  const [kept, gone] = to.negated ? [other, name] : [name, other];
  if (valueAt(parsePlain(text), [...path, gone]) === undefined) return put(text, path, kept, to.value);
  const placed = put(text, path, kept, to.value, (names) => names.indexOf(gone) + 1);
  return put(placed, path, gone, undefined);
}

/** A new element stands where AWS would write it. */
function put(
  text: string,
  path: Path,
  name: string,
  value: unknown,
  placeIn: (names: readonly string[]) => number = (names) => {
    const later = ORDER.slice(ORDER.indexOf(name) + 1);
    const next = names.findIndex((one) => later.includes(one));
    return next < 0 ? names.length : next;
  },
): string {
  return applyEdits(
    text,
    modify(text, [...path, name] as JSONPath, value, {
      formattingOptions: formatting(text),
      getInsertionIndex: placeIn,
    }),
  );
}

function edit(text: string, path: Path, value: unknown, isArrayInsertion = false): string {
  return applyEdits(
    text,
    modify(text, [...path] as JSONPath, value, { formattingOptions: formatting(text), isArrayInsertion }),
  );
}

/** As the text is indented already; a text on one line gets two spaces. */
function formatting(text: string): FormattingOptions {
  const indent = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 4 : indent.length,
    eol: '\n',
  };
}
