// The form of a policy: what of its text can be shown as fields, and what only the text shows.
import { parsePlain, valueAt } from './plain.ts';

/** The way from the root of the document to a value, as `jsonc-parser` has it. */
export type Path = readonly (string | number)[];

export interface PolicyForm {
  readonly statements: readonly FormStatement[];
  /** The names of elements beside the statements that only the text shows; Version is one where it is not the current one. */
  readonly unshown: readonly string[];
}

/** An element is null where the statement has none, or has one that fields cannot show: then it is in `unshown`. */
export interface FormStatement {
  readonly path: Path;
  readonly sid: string | null;
  readonly effect: 'Allow' | 'Deny' | null;
  readonly principal: FormPrincipal | null;
  readonly action: FormList | null;
  readonly resource: FormList | null;
  readonly conditions: readonly FormCondition[];
  /** The names of elements that only the text shows. They stay as they are, whatever is done in the form. */
  readonly unshown: readonly string[];
}

/** `Action` or `NotAction`, `Resource` or `NotResource`. */
export interface FormList {
  readonly negated: boolean;
  readonly values: readonly string[];
}

export interface FormPrincipal {
  readonly negated: boolean;
  readonly entries: readonly FormPrincipalEntry[];
}

export interface FormPrincipalEntry {
  readonly kind: PrincipalKind;
  readonly value: string;
}

/** `Everyone` is `"*"` by itself; under a type of principal (`{"AWS": "*"}`) it is an entry of that type. */
export type PrincipalKind = 'Everyone' | 'AWS' | 'Service' | 'Federated' | 'CanonicalUser';

export interface FormCondition {
  readonly operator: string;
  readonly key: string;
  /** Numbers and Booleans as their text. */
  readonly values: readonly string[];
}

/** Null for a text that is no JSON object, or whose statements are no objects: that has to be mended as text first. */
export function readForm(text: string): PolicyForm | null {
  const root = parsePlain(text);
  if (!isObject(root)) return null;
  const statement = valueAt(root, ['Statement']);
  const unshown = Object.keys(root).filter(
    (name) => name !== 'Statement' && !(name === 'Version' && root[name] === '2012-10-17'),
  );
  if (statement === undefined) return { statements: [], unshown };
  const [items, path]: [readonly unknown[], (at: number) => Path] = Array.isArray(statement)
    ? [statement as readonly unknown[], (at) => ['Statement', at]]
    : [[statement], () => ['Statement']];
  if (!items.every(isObject)) return null;
  return { statements: items.map((item, at) => readStatement(item, path(at))), unshown };
}

const SHOWN = new Set([
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]);

function readStatement(json: Readonly<Record<string, unknown>>, path: Path): FormStatement {
  const unshown = Object.keys(json).filter((name) => !SHOWN.has(name));
  /** Undefined is a value that fields cannot show. */
  const read = <Value>(name: string, as: (value: unknown) => Value | undefined): Value | null => {
    if (!Object.hasOwn(json, name)) return null;
    const value = as(json[name]);
    if (value === undefined) unshown.push(name);
    return value ?? null;
  };
  const oneOf = <Value>(
    name: 'Action' | 'Resource' | 'Principal',
    as: (value: unknown, negated: boolean) => Value | undefined,
  ): Value | null => {
    const negated = `Not${name}`;
    if (!Object.hasOwn(json, negated)) return read(name, (value) => as(value, false));
    if (!Object.hasOwn(json, name)) return read(negated, (value) => as(value, true));
    unshown.push(name, negated);
    return null;
  };
  return {
    path,
    sid: read('Sid', (value) => (typeof value === 'string' ? value : undefined)),
    effect: read('Effect', (value) => (value === 'Allow' || value === 'Deny' ? value : undefined)),
    principal: oneOf('Principal', readPrincipal),
    action: oneOf('Action', readList),
    resource: oneOf('Resource', readList),
    conditions: read('Condition', readConditions) ?? [],
    unshown,
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function texts(value: unknown): readonly string[] | undefined {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.every((item) => typeof item === 'string') ? items : undefined;
}

function readList(value: unknown, negated: boolean): FormList | undefined {
  const values = texts(value);
  return values && { negated, values };
}

const KINDS: readonly PrincipalKind[] = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

function readPrincipal(value: unknown, negated: boolean): FormPrincipal | undefined {
  if (value === '*') return { negated, entries: [{ kind: 'Everyone', value: '*' }] };
  if (!isObject(value)) return undefined;
  const entries: FormPrincipalEntry[] = [];
  for (const [name, ofKind] of Object.entries(value)) {
    const kind = KINDS.find((one) => one === name);
    const values = texts(ofKind);
    if (kind === undefined || values === undefined) return undefined;
    entries.push(...values.map((one) => ({ kind, value: one })));
  }
  return { negated, entries };
}

function readConditions(value: unknown): readonly FormCondition[] | undefined {
  if (!isObject(value)) return undefined;
  const conditions: FormCondition[] = [];
  for (const [operator, keys] of Object.entries(value)) {
    if (!isObject(keys)) return undefined;
    for (const [key, values] of Object.entries(keys)) {
      const items: readonly unknown[] = Array.isArray(values) ? values : [values];
      if (!items.every((item) => ['string', 'number', 'boolean'].includes(typeof item))) return undefined;
      conditions.push({ operator, key, values: items.map(String) });
    }
  }
  return conditions;
}
