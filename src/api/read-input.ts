// readInput: values that nobody has checked, held against the types that an operation declares.
import { isPlainJson, isPlainObject } from '../aws/json.ts';
import { err, ok, type Result } from '../aws/result.ts';
import { nearest } from '../policy/nearest.ts';
import type { AnyInput, AnyParameters, Shape } from './parameters.ts';
import { tagList } from './parameters.ts';

type Values = Readonly<Record<string, unknown>>;

/** Levels of lists and structures within one value of JSON. */
const MAX_LEVELS = 100;

/**
 * The values as an input, or a sentence on the first that is of another type or that the operation does not take. What is
 * missing, too long or of another form is for the operation to say.
 */
export function readInput(parameters: AnyParameters, values: Values): Result<AnyInput, string> {
  const fault = memberFault(parameters, values, '');
  return fault === null && isInput(values) ? ok(values) : err(fault ?? 'The input is no JSON.');
}

const isInput = (values: Values): values is AnyInput =>
  Object.values(values).every((value) => value === undefined || isPlainJson(value, MAX_LEVELS));

function memberFault(members: AnyParameters, values: Values, path: string): string | null {
  for (const [name, value] of Object.entries(values)) {
    const member = Object.hasOwn(members, name) ? members[name] : undefined;
    if (!member) {
      const [guess] = nearest(name, Object.keys(members));
      return `There is no parameter ${path}${name}.${guess === undefined ? '' : ` Did you mean ${path}${guess}?`}`;
    }
    const fault = value === undefined ? null : valueFault(member, value, `${path}${name}`);
    if (fault !== null) return fault;
  }
  return null;
}

const NAMES: Readonly<Record<Shape['type'], string>> = {
  text: 'a text',
  arn: 'an ARN',
  blob: 'bytes in base64',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  textList: 'a list of texts',
  tags: 'a list of tags',
  list: 'a list',
  map: 'an object',
  structure: 'an object',
  json: 'a value of JSON',
};

function valueFault(shape: Shape, value: unknown, path: string): string | null {
  const other = `${path} has to be ${NAMES[shape.type]}.`;
  const each = (of: Shape, items: readonly (readonly [string | number, unknown])[]): string | null => {
    for (const [at, item] of items) {
      const fault = valueFault(of, item, `${path}[${at}]`);
      if (fault !== null) return fault;
    }
    return null;
  };
  switch (shape.type) {
    case 'text':
    case 'arn':
    case 'blob':
      return typeof value === 'string' ? null : other;
    case 'boolean':
      return typeof value === 'boolean' ? null : other;
    case 'integer':
      return Number.isSafeInteger(value) ? null : other;
    case 'number':
      return Number.isFinite(value) ? null : other;
    case 'textList':
      return Array.isArray(value) ? each({ type: 'text' }, [...value.entries()]) : other;
    case 'tags':
      return valueFault(tagList(shape), value, path);
    case 'list':
      return Array.isArray(value) ? each(shape.of, [...value.entries()]) : other;
    case 'map':
      return isPlainObject(value) ? each(shape.of, Object.entries(value)) : other;
    case 'structure':
      return isPlainObject(value) ? memberFault(shape.members, value, `${path}.`) : other;
    case 'json':
      return isPlainJson(value, MAX_LEVELS) ? null : other;
  }
}
