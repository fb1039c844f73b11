// Conditions on an item: the expression read into a tree, and the tree held against an item.
import {
  bytesOf,
  compareValues,
  isSame,
  sizeOfValue,
  typeOf,
  type Attributes,
  type AttributeValue,
} from './attribute-value.ts';
import type { Path, Reader } from './expression.ts';
import { valueAt } from './path.ts';

const COMPARATORS = ['=', '<>', '<=', '<', '>=', '>'] as const;
type Comparator = (typeof COMPARATORS)[number];

export type Operand =
  | { readonly kind: 'path'; readonly path: Path }
  | { readonly kind: 'value'; readonly value: AttributeValue }
  | { readonly kind: 'size'; readonly of: Path };

export type Condition =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | { readonly kind: 'compare'; readonly by: Comparator; readonly left: Operand; readonly right: Operand }
  | { readonly kind: 'between'; readonly of: Operand; readonly low: Operand; readonly high: Operand }
  | { readonly kind: 'in'; readonly of: Operand; readonly values: readonly Operand[] }
  | { readonly kind: 'function'; readonly name: FunctionName; readonly operands: readonly Operand[] };

const FUNCTIONS = {
  attribute_exists: 1,
  attribute_not_exists: 1,
  attribute_type: 2,
  begins_with: 2,
  contains: 2,
} as const;

type FunctionName = keyof typeof FUNCTIONS;

const isFunction = (name: string): name is FunctionName => Object.hasOwn(FUNCTIONS, name);

/**
 * `OR` binds less than `AND`, and `AND` less than `NOT`.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html
 */
export function readCondition(reader: Reader): Condition {
  const parts = [readAll(reader)];
  while (reader.takes('OR')) parts.push(readAll(reader));
  const [only] = parts;
  return parts.length === 1 && only ? only : { kind: 'any', parts };
}

function readAll(reader: Reader): Condition {
  const parts = [readPart(reader)];
  while (reader.takes('AND')) parts.push(readPart(reader));
  const [only] = parts;
  return parts.length === 1 && only ? only : { kind: 'all', parts };
}

function readPart(reader: Reader): Condition {
  if (reader.takes('NOT')) return { kind: 'not', part: readPart(reader) };
  if (reader.takes('(')) {
    const inner = readCondition(reader);
    reader.expect(')');
    return inner;
  }
  const name = reader.takesFunction();
  if (name !== null && name !== 'size') return readFunction(reader, name);
  return readComparison(reader, name === null ? readOperand(reader) : readSize(reader));
}

function readFunction(reader: Reader, name: string): Condition {
  if (!isFunction(name)) throw reader.fault(`Invalid function name; function: ${name}`);
  const operands = [readOperand(reader)];
  while (reader.takes(',')) operands.push(readOperand(reader));
  reader.expect(')');
  if (operands.length !== FUNCTIONS[name])
    throw reader.fault(
      `Incorrect number of operands for operator or function; operator or function: ${name}, number of operands: ${operands.length}`,
    );
  if (operands[0]?.kind !== 'path' && name.startsWith('attribute_'))
    throw reader.fault(`Operator or function requires a document path; operator or function: ${name}`);
  return { kind: 'function', name, operands };
}

function readSize(reader: Reader): Operand {
  const of = reader.path();
  reader.expect(')');
  return { kind: 'size', of };
}

function readOperand(reader: Reader): Operand {
  if (reader.isValue()) return { kind: 'value', value: reader.value() };
  const name = reader.takesFunction();
  if (name === null) return { kind: 'path', path: reader.path() };
  if (name !== 'size')
    throw reader.fault(`The function is not allowed to be used this way in an expression; function: ${name}`);
  return readSize(reader);
}

function readComparison(reader: Reader, left: Operand): Condition {
  if (reader.takes('BETWEEN')) {
    const low = readOperand(reader);
    reader.expect('AND');
    return { kind: 'between', of: left, low, high: readOperand(reader) };
  }
  if (reader.takes('IN')) {
    reader.expect('(');
    const values = [readOperand(reader)];
    while (reader.takes(',')) values.push(readOperand(reader));
    reader.expect(')');
    return { kind: 'in', of: left, values };
  }
  const by = COMPARATORS.find((sign) => reader.takes(sign));
  if (by === undefined) throw reader.syntax();
  return { kind: 'compare', by, left, right: readOperand(reader) };
}

/** The attributes that a condition looks at. */
export function attributesIn(condition: Condition): readonly string[] {
  const of = (operand: Operand): readonly string[] =>
    operand.kind === 'value' ? [] : [(operand.kind === 'path' ? operand.path : operand.of)[0]];
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.parts.flatMap(attributesIn);
    case 'not':
      return attributesIn(condition.part);
    case 'compare':
      return [...of(condition.left), ...of(condition.right)];
    case 'between':
      return [condition.of, condition.low, condition.high].flatMap(of);
    case 'in':
      return [condition.of, ...condition.values].flatMap(of);
    case 'function':
      return condition.operands.flatMap(of);
  }
}

/** What is not there is like nothing, and so is different from everything. */
export function holds(condition: Condition, item: Attributes): boolean {
  const value = (operand: Operand): AttributeValue | undefined => valueOf(operand, item);
  switch (condition.kind) {
    case 'all':
      return condition.parts.every((part) => holds(part, item));
    case 'any':
      return condition.parts.some((part) => holds(part, item));
    case 'not':
      return !holds(condition.part, item);
    case 'compare':
      return compares(condition.by, value(condition.left), value(condition.right));
    case 'between': {
      const of = value(condition.of);
      return compares('>=', of, value(condition.low)) && compares('<=', of, value(condition.high));
    }
    case 'in': {
      const of = value(condition.of);
      return condition.values.some((one) => compares('=', of, value(one)));
    }
    case 'function': {
      const [first, second] = condition.operands.map(value);
      return calls(condition.name, first, second);
    }
  }
}

function valueOf(operand: Operand, item: Attributes): AttributeValue | undefined {
  switch (operand.kind) {
    case 'value':
      return operand.value;
    case 'path':
      return valueAt(item, operand.path);
    case 'size': {
      const size = countOf(valueAt(item, operand.of));
      return size === null ? undefined : { N: String(size) };
    }
  }
}

/** Bytes of texts and of bytes, members of everything else; null for what has no size. */
function countOf(value: AttributeValue | undefined): number | null {
  if (value === undefined) return null;
  if ('S' in value || 'B' in value) return sizeOfValue(value);
  if ('SS' in value) return value.SS.length;
  if ('NS' in value) return value.NS.length;
  if ('BS' in value) return value.BS.length;
  if ('M' in value) return Object.keys(value.M).length;
  return 'L' in value ? value.L.length : null;
}

function compares(
  by: Comparator,
  left: AttributeValue | undefined,
  right: AttributeValue | undefined,
): boolean {
  const same = left !== undefined && right !== undefined && isSame(left, right);
  if (by === '=') return same;
  if (by === '<>') return !same;
  const order = left && right ? compareValues(left, right) : null;
  if (order === null) return false;
  switch (by) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

function calls(
  name: FunctionName,
  first: AttributeValue | undefined,
  second: AttributeValue | undefined,
): boolean {
  if (name === 'attribute_not_exists') return first === undefined;
  if (first === undefined) return false;
  if (name === 'attribute_exists') return true;
  if (second === undefined) return false;
  switch (name) {
    case 'attribute_type':
      return 'S' in second && second.S === typeOf(first);
    case 'begins_with':
      return beginsWith(first, second);
    case 'contains':
      return contains(first, second);
  }
}

export function beginsWith(value: AttributeValue, start: AttributeValue): boolean {
  if ('S' in value && 'S' in start) return value.S.startsWith(start.S);
  return 'B' in value && 'B' in start && bytesOf(value.B).startsWith(bytesOf(start.B));
}

function contains(value: AttributeValue, part: AttributeValue): boolean {
  if ('L' in value) return value.L.some((item) => isSame(item, part));
  if ('S' in part)
    return 'S' in value ? value.S.includes(part.S) : 'SS' in value && value.SS.includes(part.S);
  if ('N' in part) return 'NS' in value && value.NS.includes(part.N);
  if (!('B' in part)) return false;
  return 'B' in value
    ? bytesOf(value.B).includes(bytesOf(part.B))
    : 'BS' in value && value.BS.includes(part.B);
}
