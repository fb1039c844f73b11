// The check that the SDK under the AWS CLI makes before anything is sent: types, what is required, least lengths.
import type { PlainJson } from '../../aws/json.ts';
import { base64Bytes } from '../base64.ts';
import type { AnyParameters, Shape } from '../parameters.ts';
import { listShape } from './value.ts';

/**
 * One line for each fault; none: it may be sent. Greatest lengths, patterns and sets of values are for the service to
 * check.
 * @see https://github.com/boto/botocore/blob/develop/botocore/validate.py
 */
export const parameterFaults = (parameters: AnyParameters, input: unknown): readonly string[] =>
  structureFaults(parameters, input, 'input');

function structureFaults(members: AnyParameters, value: unknown, path: string): string[] {
  if (!isObject(value)) return [wrongType(path, value, "<class 'dict'>")];
  const at = (name: string): string => (path === 'input' ? name : `${path}.${name}`);
  const missing = Object.entries(members)
    .filter(([name, { required }]) => required && !(name in value))
    .map(([name]) => `Missing required parameter in ${path}: "${name}"`);
  const unknown = Object.keys(value)
    .filter((name) => !Object.hasOwn(members, name))
    .map(
      (name) => `Unknown parameter in ${path}: "${name}", must be one of: ${Object.keys(members).join(', ')}`,
    );
  const within = Object.entries(members).flatMap(([name, shape]) =>
    name in value ? valueFaults(shape, value[name], at(name)) : [],
  );
  return [...missing, ...unknown, ...within];
}

function valueFaults(shape: Shape, value: unknown, path: string): string[] {
  const list = listShape(shape);
  if (list) {
    if (!Array.isArray(value)) return [wrongType(path, value, "<class 'list'>, <class 'tuple'>")];
    const items: readonly unknown[] = value;
    return [
      ...tooShort(path, items.length, list.minItems),
      ...items.flatMap((item, index) => valueFaults(list.of, item, `${path}[${index}]`)),
    ];
  }
  switch (shape.type) {
    case 'structure':
      return structureFaults(shape.members, value, path);
    case 'map':
      if (!isObject(value)) return [wrongType(path, value, "<class 'dict'>")];
      return Object.entries(value).flatMap(([key, held]) => valueFaults(shape.of, held, `${path}.${key}`));
    case 'text':
    case 'arn':
      if (typeof value !== 'string') return [wrongType(path, value, "<class 'str'>")];
      return tooShort(path, value.length, shape.min);
    case 'boolean':
      return typeof value === 'boolean' ? [] : [wrongType(path, value, "<class 'bool'>")];
    case 'integer':
      if (typeof value !== 'number' || !Number.isInteger(value))
        return [wrongType(path, value, "<class 'int'>")];
      return tooLittle(path, value, shape.least);
    case 'number':
      if (typeof value !== 'number')
        return [wrongType(path, value, "<class 'float'>, <class 'decimal.Decimal'>, <class 'int'>")];
      return tooLittle(path, value, shape.least);
    case 'blob':
      if (typeof value !== 'string')
        return [wrongType(path, value, "<class 'bytes'>, <class 'bytearray'>, file-like object")];
      return tooShort(path, base64Bytes(value) ?? 0, shape.min);
    default:
      return [];
  }
}

const tooShort = (path: string, length: number, least = 0): string[] =>
  length < least ? [`Invalid length for parameter ${path}, value: ${length}, valid min length: ${least}`] : [];

const tooLittle = (path: string, value: number, least = -Infinity): string[] =>
  value < least ? [`Invalid value for parameter ${path}, value: ${value}, valid min value: ${least}`] : [];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const wrongType = (path: string, value: unknown, valid: string): string =>
  `Invalid type for parameter ${path}, value: ${pythonText(value)}, type: ${pythonType(value)}, valid types: ${valid}`;

function pythonType(value: unknown): string {
  if (value === null) return "<class 'NoneType'>";
  if (Array.isArray(value)) return "<class 'list'>";
  switch (typeof value) {
    case 'string':
      return "<class 'str'>";
    case 'boolean':
      return "<class 'bool'>";
    case 'number':
      return Number.isInteger(value) ? "<class 'int'>" : "<class 'float'>";
    default:
      return "<class 'dict'>";
  }
}

/** A value as Python's `str` shows it. */
const pythonText = (value: unknown): string => (typeof value === 'string' ? value : pythonRepr(value));

function pythonRepr(value: unknown): string {
  if (value === null) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (typeof value === 'string') {
    const escaped = value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
    return value.includes("'") && !value.includes('"') ? `"${escaped}"` : `'${escaped.replaceAll("'", "\\'")}'`;
  }
  if (Array.isArray(value)) return `[${value.map(pythonRepr).join(', ')}]`;
  if (isObject(value))
    return `{${Object.entries(value)
      .map(([name, held]) => `${pythonRepr(name)}: ${pythonRepr(held)}`)
      .join(', ')}}`;
  return String(value);
}
