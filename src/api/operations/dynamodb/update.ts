// Updates of an item: the expression read into actions, and the actions made on an item.
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import {
  decimalOf,
  invalid,
  numberError,
  setOf,
  type Attributes,
  type AttributeValue,
} from './attribute-value.ts';
import type { Path, Reader } from './expression.ts';
import { addNumbers, negated, printNumber } from './number.ts';
import { valueAt, withoutValueAt, withValueAt } from './path.ts';
import { overlapping } from './projection.ts';

type Term =
  | { readonly kind: 'path'; readonly path: Path }
  | { readonly kind: 'value'; readonly value: AttributeValue }
  | { readonly kind: 'ifNotExists'; readonly path: Path; readonly otherwise: Term }
  | { readonly kind: 'listAppend'; readonly first: Term; readonly second: Term }
  | { readonly kind: 'sum' | 'difference'; readonly first: Term; readonly second: Term };

type Action =
  | { readonly kind: 'set'; readonly path: Path; readonly term: Term }
  | { readonly kind: 'remove'; readonly path: Path }
  | { readonly kind: 'add' | 'delete'; readonly path: Path; readonly value: AttributeValue };

export type Update = readonly Action[];

const SECTIONS = ['SET', 'REMOVE', 'ADD', 'DELETE'] as const;

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html */
export function readUpdate(reader: Reader): Update {
  const actions: Action[] = [];
  const seen = new Set<string>();
  while (reader.isWord(...SECTIONS)) {
    const section = SECTIONS.find((word) => reader.takes(word));
    if (section === undefined) throw reader.syntax();
    if (seen.has(section))
      throw reader.fault(`The "${section}" section can only be used once in an update expression;`);
    seen.add(section);
    do actions.push(readAction(reader, section));
    while (reader.takes(','));
  }
  if (actions.length === 0) throw reader.syntax();
  const clash = overlapping(actions.map(({ path }) => path));
  if (clash) throw reader.fault(clash);
  return actions;
}

function readAction(reader: Reader, section: (typeof SECTIONS)[number]): Action {
  const path = reader.path();
  switch (section) {
    case 'SET':
      reader.expect('=');
      return { kind: 'set', path, term: readSum(reader) };
    case 'REMOVE':
      return { kind: 'remove', path };
    case 'ADD':
      return { kind: 'add', path, value: reader.value() };
    case 'DELETE':
      return { kind: 'delete', path, value: reader.value() };
  }
}

function readSum(reader: Reader): Term {
  const first = readTerm(reader);
  if (reader.takes('+')) return { kind: 'sum', first, second: readTerm(reader) };
  return reader.takes('-') ? { kind: 'difference', first, second: readTerm(reader) } : first;
}

function readTerm(reader: Reader): Term {
  if (reader.isValue()) return { kind: 'value', value: reader.value() };
  const name = reader.takesFunction();
  if (name === null) return { kind: 'path', path: reader.path() };
  if (name === 'if_not_exists') {
    const path = reader.path();
    reader.expect(',');
    const otherwise = readTerm(reader);
    reader.expect(')');
    return { kind: 'ifNotExists', path, otherwise };
  }
  if (name === 'list_append') {
    const first = readTerm(reader);
    reader.expect(',');
    const second = readTerm(reader);
    reader.expect(')');
    return { kind: 'listAppend', first, second };
  }
  throw reader.fault(`Invalid function name; function: ${name}`);
}

/** The attributes that an update writes or looks at. */
export function attributesOfUpdate(update: Update): readonly string[] {
  const of = (term: Term): readonly string[] => {
    switch (term.kind) {
      case 'value':
        return [];
      case 'path':
        return [term.path[0]];
      case 'ifNotExists':
        return [term.path[0], ...of(term.otherwise)];
      default:
        return [...of(term.first), ...of(term.second)];
    }
  };
  return update.flatMap((action) => [action.path[0], ...(action.kind === 'set' ? of(action.term) : [])]);
}

export const attributesWritten = (update: Update): readonly string[] => update.map(({ path }) => path[0]);

/** All terms look at the item as it was before. */
export function updated(before: Attributes, update: Update): Result<Attributes, AwsError> {
  let item = before;
  for (const action of update) {
    const made = performed(before, item, action);
    if (!made.ok) return made;
    if (!made.value)
      return err(invalid('The document path provided in the update expression is invalid for update'));
    item = made.value;
  }
  return ok(item);
}

function performed(
  before: Attributes,
  item: Attributes,
  action: Action,
): Result<Attributes | null, AwsError> {
  switch (action.kind) {
    case 'set': {
      const value = valueOf(action.term, before);
      return value.ok ? ok(withValueAt(item, action.path, value.value)) : value;
    }
    case 'remove':
      return ok(withoutValueAt(item, action.path));
    case 'add': {
      const value = added(valueAt(before, action.path), action.value);
      return value.ok ? ok(withValueAt(item, action.path, value.value)) : value;
    }
    case 'delete':
      return deleted(before, item, action.path, action.value);
  }
}

const wrongType = (): AwsError => invalid('An operand in the update expression has an incorrect data type');

function valueOf(term: Term, item: Attributes): Result<AttributeValue, AwsError> {
  switch (term.kind) {
    case 'value':
      return ok(term.value);
    case 'path': {
      const value = valueAt(item, term.path);
      return value
        ? ok(value)
        : err(invalid('The provided expression refers to an attribute that does not exist in the item'));
    }
    case 'ifNotExists': {
      const value = valueAt(item, term.path);
      return value ? ok(value) : valueOf(term.otherwise, item);
    }
    default: {
      const first = valueOf(term.first, item);
      if (!first.ok) return first;
      const second = valueOf(term.second, item);
      return second.ok ? combined(term.kind, first.value, second.value) : second;
    }
  }
}

function combined(
  kind: 'listAppend' | 'sum' | 'difference',
  first: AttributeValue,
  second: AttributeValue,
): Result<AttributeValue, AwsError> {
  if (kind === 'listAppend')
    return 'L' in first && 'L' in second ? ok({ L: [...first.L, ...second.L] }) : err(wrongType());
  if (!('N' in first && 'N' in second)) return err(wrongType());
  const other = decimalOf(second.N);
  const result = addNumbers(decimalOf(first.N), kind === 'sum' ? other : negated(other));
  return typeof result === 'string' ? err(numberError(result, '')) : ok({ N: printNumber(result) });
}

/** What is not there is nought, or a set of nothing. */
function added(before: AttributeValue | undefined, value: AttributeValue): Result<AttributeValue, AwsError> {
  if ('N' in value) return combined('sum', before ?? { N: '0' }, value);
  const members = setMembers(value);
  if (!members) return err(wrongType());
  if (before === undefined) return ok(value);
  const there = setMembers(before);
  return there?.type === members.type
    ? ok(setOf(members.type, [...new Set([...there.texts, ...members.texts])]))
    : err(wrongType());
}

/** With its last member a set goes. */
function deleted(
  before: Attributes,
  item: Attributes,
  path: Path,
  value: AttributeValue,
): Result<Attributes | null, AwsError> {
  const members = setMembers(value);
  if (!members) return err(wrongType());
  const found = valueAt(before, path);
  if (found === undefined) return ok(item);
  const there = setMembers(found);
  if (there?.type !== members.type) return err(wrongType());
  const left = there.texts.filter((text) => !members.texts.includes(text));
  return ok(
    left.length === 0 ? withoutValueAt(item, path) : withValueAt(item, path, setOf(members.type, left)),
  );
}

function setMembers(
  value: AttributeValue,
): { readonly type: 'SS' | 'NS' | 'BS'; readonly texts: readonly string[] } | null {
  if ('SS' in value) return { type: 'SS', texts: value.SS };
  if ('NS' in value) return { type: 'NS', texts: value.NS };
  return 'BS' in value ? { type: 'BS', texts: value.BS } : null;
}
