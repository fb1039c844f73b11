// Changes that fields make to the text of a policy. Each touches one place; everything else stays, letter by letter.
import type { PolicyType } from '../document.ts';
import type { Json } from '../json.ts';
import {
  insertItems,
  insertMember,
  nodeAt,
  removeFrom,
  removeMember,
  renameAt,
  replaceAt,
  writtenAt,
} from './json-text.ts';
import { takesPrincipal, takesResource } from './kinds.ts';
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
  sid === '' ? removeMember(text, [...path, 'Sid']) : put(text, path, 'Sid', sid);

export const setEffect = (text: string, { path }: FormStatement, effect: 'Allow' | 'Deny'): string =>
  put(text, path, 'Effect', effect);

/** Null takes the element away. */
export function setPrincipal(text: string, { path }: FormStatement, to: FormPrincipal | null): string {
  if (!to) return without(text, path, 'Principal');
  const [named, at] = asNamed(text, path, 'Principal', to.negated);
  const before = nodeAt(named, at);
  if (to.entries.some(({ kind }) => kind === 'Everyone'))
    return before?.kind === 'string' && before.value === '*' ? named : put(named, path, at.at(-1), '*');
  const byKind = new Map<string, string[]>();
  for (const { kind, value } of to.entries) byKind.set(kind, [...(byKind.get(kind) ?? []), value]);
  if (before?.kind !== 'object')
    return put(
      named,
      path,
      at.at(-1),
      Object.fromEntries([...byKind].map(([kind, values]) => [kind, single(values)])),
    );
  const gone = before.members.map(({ name }) => name.value).filter((kind) => !byKind.has(kind));
  const kept = gone.reduce((changed, kind) => removeMember(changed, [...at, kind]), named);
  return [...byKind].reduce(
    (changed, [kind, values]) => setValues(changed, [...at, kind], values, true),
    kept,
  );
}

export function setList(
  text: string,
  { path }: FormStatement,
  element: 'Action' | 'Resource',
  to: FormList | null,
): string {
  if (!to) return without(text, path, element);
  const [named, at] = asNamed(text, path, element, to.negated);
  return nodeAt(named, at) ? setValues(named, at, to.values) : put(named, path, at.at(-1), to.values);
}

/**
 * Puts a condition in the place of another; without `from` it is added, without `to` taken away. A key that stands under
 * the operator already gets the values of both when one is added; another condition never turns into it, since either
 * value would do then where both had to be met.
 */
export function setCondition(
  text: string,
  { path }: FormStatement,
  from: FormCondition | null,
  to: FormCondition | null,
): string {
  const all = [...path, 'Condition'];
  if (!from) return to ? withCondition(text, path, to) : text;
  const [block, at] = [
    [...all, from.operator],
    [...all, from.operator, from.key],
  ];
  if (!to) return withoutCondition(text, all, from);
  const isElsewhere = to.operator !== from.operator || to.key !== from.key;
  if (isElsewhere && nodeAt(text, [...all, to.operator, to.key])) return text;
  const changed = setValues(text, at, to.values);
  if (to.operator === from.operator) return renameAt(changed, at, to.key);
  // In its place, where it stands alone under its operator: it stays where the eye has it.
  const under = nodeAt(changed, block);
  const value = nodeAt(changed, at);
  if (under?.kind !== 'object' || !value) return text;
  if (under.members.length === 1 && !nodeAt(changed, [...all, to.operator]))
    return renameAt(renameAt(changed, at, to.key), block, to.operator);
  const written = writtenAt(changed, value);
  const isFirst = under.members[0]?.name.value === from.key;
  // Its block, empty or not, marks the place for now.
  const left = removeMember(changed, at);
  const there = nodeAt(left, [...all, to.operator]);
  if (there?.kind === 'object')
    return tidied(
      insertMember(left, [...all, to.operator], there.members.length, to.key, written),
      all,
      from.operator,
    );
  const beside = namesAt(left, all).indexOf(from.operator) + (isFirst ? 0 : 1);
  return tidied(insertMember(left, all, beside, to.operator, { [to.key]: written }), all, from.operator);
}

/** Adds a statement that grants nothing yet. A document without `Statement` gets it, with a Version if it has none. */
export function addStatement(text: string, type: PolicyType): string {
  const empty = {
    Effect: type === 'rcp' ? 'Deny' : 'Allow',
    ...(takesPrincipal(type) && { Principal: type === 'trust' ? { AWS: [] } : '*' }),
    Action: [],
    ...(takesResource(type) && { Resource: [] }),
  };
  const statement = nodeAt(text, ['Statement']);
  if (statement === null) {
    const names = namesAt(text, []);
    const versioned = names.includes('Version') ? text : insertMember(text, [], 0, 'Version', '2012-10-17');
    return insertMember(versioned, [], namesAt(versioned, []).length, 'Statement', [empty]);
  }
  if (statement.kind !== 'array') return replaceAt(text, ['Statement'], [writtenAt(text, statement), empty]);
  return insertItems(text, ['Statement'], statement.items.length, [empty]);
}

/** A statement that stood by itself leaves an empty list. */
export const removeStatement = (text: string, { path }: FormStatement): string =>
  path.length === 1 ? replaceAt(text, path, []) : removeFrom(text, ['Statement'], Number(path[1]));

/** A single value stays without brackets where it had none. */
function single(values: readonly string[]): string | readonly string[] {
  const [only, ...others] = values;
  return only !== undefined && others.length === 0 ? only : values;
}

/** As the fields have it: numbers and Booleans as their text. */
const shownAs = (node: Json): string | null =>
  node.kind === 'string'
    ? node.value
    : node.kind === 'number'
      ? String(Number(node.value))
      : 'value' in node
        ? node.value
        : null;

/** Values of a list, or one by itself. What stays is not written anew, so that numbers and escapes stay what they were. */
function setValues(text: string, path: Path, values: readonly string[], isSingle = false): string {
  const before = nodeAt(text, path);
  const name = path.at(-1);
  if (!before) {
    const object = path.slice(0, -1);
    const fresh = isSingle ? single(values) : values;
    return insertMember(text, object, namesAt(text, object).length, String(name), fresh);
  }
  if (before.kind !== 'array') {
    const only = shownAs(before);
    if (only !== null && values.length === 1 && values[0] === only) return text;
    if (values.length === 1) return replaceAt(text, path, values[0]);
    const first = values.indexOf(only ?? '');
    return replaceAt(
      text,
      path,
      values.map((value, at) => (at === first && only !== null ? writtenAt(text, before) : value)),
    );
  }
  const old = before.items.map(shownAs);
  /** The values before which each stays, and behind the last of which the rest goes. */
  const added: string[][] = [[]];
  const stays: boolean[] = [];
  for (const value of values) {
    const at = old.indexOf(value, stays.length);
    if (at < 0) added.at(-1)?.push(value);
    else {
      while (stays.length < at) {
        stays.push(false);
        added.push([]);
      }
      stays.push(true);
      added.push([]);
    }
  }
  if (!stays.includes(true) && values.length > 0) return replaceAt(text, path, values);
  let changed = text;
  // From the end, so that what comes before keeps its place.
  for (let at = old.length; at >= 0; at -= 1) {
    if (at < old.length && !stays[at]) changed = removeFrom(changed, path, at);
    changed = insertItems(changed, path, at, added[at] ?? []);
  }
  return changed;
}

function withCondition(text: string, path: Path, to: FormCondition): string {
  const all = [...path, 'Condition'];
  const there = nodeAt(text, [...all, to.operator, to.key]);
  if (there) {
    const already = (there.kind === 'array' ? there.items : [there]).map((item) => shownAs(item) ?? '');
    const more = to.values.filter((value) => !already.includes(value));
    return more.length === 0 ? text : setValues(text, [...all, to.operator, to.key], [...already, ...more]);
  }
  const keys = nodeAt(text, [...all, to.operator]);
  if (keys?.kind === 'object')
    return insertMember(text, [...all, to.operator], keys.members.length, to.key, to.values);
  const block = { [to.key]: to.values };
  if (nodeAt(text, all)) return insertMember(text, all, namesAt(text, all).length, to.operator, block);
  return put(text, path, 'Condition', { [to.operator]: block });
}

/** Takes what it was the last part of away too. */
const withoutCondition = (text: string, all: Path, { operator, key }: FormCondition): string =>
  tidied(removeMember(text, [...all, operator, key]), all, operator);

function tidied(text: string, all: Path, operator: string): string {
  const blocks = isEmpty(text, [...all, operator]) ? removeMember(text, [...all, operator]) : text;
  return isEmpty(blocks, all) ? removeMember(blocks, all) : blocks;
}

const isEmpty = (text: string, path: Path): boolean => {
  const node = nodeAt(text, path);
  return node?.kind === 'object' && node.members.length === 0;
};

const namesAt = (text: string, path: Path): readonly string[] => {
  const node = nodeAt(text, path);
  return node?.kind === 'object' ? node.members.map(({ name }) => name.value) : [];
};

type Element = 'Principal' | 'Action' | 'Resource';

const without = (text: string, path: Path, element: Element): string =>
  removeMember(removeMember(text, [...path, element]), [...path, `Not${element}`]);

/** The text with the element under `Name` or `NotName`, if it is there at all, and the way to it. */
function asNamed(text: string, path: Path, element: Element, negated: boolean): readonly [string, Path] {
  const other = `Not${element}`;
  const [kept, gone] = negated ? [other, element] : [element, other];
  const at = [...path, kept];
  if (!nodeAt(text, [...path, gone])) return [text, at];
  return [nodeAt(text, at) ? removeMember(text, [...path, gone]) : renameAt(text, [...path, gone], kept), at];
}

/** Sets an element of a statement; a new one stands where AWS would write it. */
function put(text: string, path: Path, name: string | number | undefined, value: unknown): string {
  const element = String(name);
  if (nodeAt(text, [...path, element])) {
    const before = nodeAt(text, [...path, element]);
    return before?.kind === 'string' && before.value === value
      ? text
      : replaceAt(text, [...path, element], value);
  }
  const names = namesAt(text, path);
  const later = ORDER.slice(ORDER.indexOf(element) + 1);
  const next = names.findIndex((one) => later.includes(one));
  return insertMember(text, path, next < 0 ? names.length : next, element, value);
}
