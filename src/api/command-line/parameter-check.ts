// The check that the SDK under the AWS CLI makes before anything is sent: types, what is required, least lengths.
import type { PlainJson } from '../../aws/json.ts';
import { base64Bytes } from '../base64.ts';
import type { AnyParameters, Shape } from '../parameters.ts';
import { isList, isObject, pythonText, pythonType } from './output/python.ts';
import { listShape } from './value.ts';

/**
 * One line for each fault; none: it may be sent. Greatest lengths, patterns and sets of values are for the service to
 * check.
 * @see https://github.com/boto/botocore/blob/develop/botocore/validate.py
 */
export const parameterFaults = (parameters: AnyParameters, input: PlainJson): readonly string[] =>
  structureFaults(parameters, input, 'input');

function structureFaults(members: AnyParameters, value: PlainJson, path: string): string[] {
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
    name in value ? valueFaults(shape, value[name] ?? null, at(name)) : [],
  );
  return [...missing, ...unknown, ...within];
}

function valueFaults(shape: Shape, value: PlainJson, path: string): string[] {
  const list = listShape(shape);
  if (list) {
    if (!isList(value)) return [wrongType(path, value, "<class 'list'>, <class 'tuple'>")];
    return [
      ...tooShort(path, value.length, list.minItems),
      ...value.flatMap((item, index) => valueFaults(list.of, item, `${path}[${index}]`)),
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
  length < least
    ? [`Invalid length for parameter ${path}, value: ${length}, valid min length: ${least}`]
    : [];

const tooLittle = (path: string, value: number, least = -Infinity): string[] =>
  value < least ? [`Invalid value for parameter ${path}, value: ${value}, valid min value: ${least}`] : [];

const wrongType = (path: string, value: PlainJson, valid: string): string =>
  `Invalid type for parameter ${path}, value: ${pythonText(value)}, type: <class '${pythonType(value)}'>, valid types: ${valid}`;
