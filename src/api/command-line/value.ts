// From the words of an option to the value of its parameter, as the AWS CLI reads them.
import type { PlainJson } from '../../aws/json.ts';
import { err, ok, type Result } from '../../aws/result.ts';
import { tagList, type Shape } from '../parameters.ts';
import { otherFailure, wrongOption, type CliFailure } from './failure.ts';
import { parseJson } from './json-text.ts';
import { pythonLiteral } from './output/python.ts';
import { readAddress, type Files } from './paramfile.ts';
import { parseShorthand } from './shorthand.ts';

type Read = Result<PlainJson, CliFailure>;

/** A list as the list of whatever its items are. */
export function listShape(shape: Shape): Extract<Shape, { type: 'list' }> | null {
  if (shape.type === 'list') return shape;
  if (shape.type === 'tags') return tagList(shape);
  if (shape.type === 'textList') return { type: 'list', of: { type: 'text', ...shape.item } };
  return null;
}

/** Options of lists take as many words as there are; all others take one. */
export const takesMany = (shape: Shape): boolean => listShape(shape) !== null;

/** Structures, maps and lists of them can be written in shorthand. */
const isComplex = (shape: Shape): boolean => ['structure', 'map', 'json'].includes(shape.type);

/**
 * @param words One word, unless the shape is of a list.
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters-types.html
 */
export function readValue(option: string, shape: Shape, words: readonly string[], files: Files): Read {
  const list = listShape(shape);
  if (list) {
    const [only] = words;
    const whole = words.length === 1 && only !== undefined ? only : null;
    const held = whole === null ? null : addressed(option, whole, files);
    if (held && !held.ok) return held;
    const text = held?.value ?? whole;
    if (text !== null && /^\s*[[{]/.test(text) && (text.trim().startsWith('[') || isComplex(list.of)))
      return jsonOf(option, text);
    return listOf(option, list.of, text === null ? words : [text], files);
  }
  const [word = ''] = words;
  if (shape.type === 'blob') return bytesOf(option, word, files);
  const held = addressed(option, word, files);
  return held.ok ? readOne(option, shape, held.value ?? word, files) : held;
}

/** The content of the file that `file://…` names; null when the word names none. */
function addressed(option: string, word: string, files: Files): Result<string | null, CliFailure> {
  const found = readAddress(word, files, 'text');
  if (found === null) return ok(null);
  return found.ok ? found : err(wrongOption(option, found.error));
}

/** Base64, or the bytes of a file. */
function bytesOf(option: string, word: string, files: Files): Read {
  const found = readAddress(word, files, 'base64');
  if (found === null) return ok(word);
  return found.ok ? found : err(wrongOption(option, found.error));
}

function readOne(option: string, shape: Shape, text: string, files: Files): Read {
  if (!isComplex(shape)) return scalar(shape, text);
  if (/^\s*[[{]/.test(text)) return jsonOf(option, text);
  const fields = parseShorthand(text, (address) => readAddress(address, files, 'text') ?? ok(address));
  return fields.ok ? fitted(shape, fields.value) : err(wrongOption(option, fields.error));
}

function listOf(option: string, of: Shape, words: readonly string[], files: Files): Read {
  const items: PlainJson[] = [];
  for (const word of words) {
    const item = readOne(option, of, word, files);
    if (!item.ok) return item;
    items.push(item.value);
  }
  return ok(items);
}

function jsonOf(option: string, text: string): Read {
  const read = parseJson(text);
  if (read.ok) return ok(read.value);
  return err(wrongOption(option, `Invalid JSON: ${read.error}\nJSON received: ${text}`));
}

/** Texts of shorthand as what their shape says they are: numbers, truth values, lists of one. */
function fitted(shape: Shape, value: PlainJson): Read {
  const list = listShape(shape);
  if (list) return each(Array.isArray(value) ? value : [value], (item: PlainJson) => fitted(list.of, item));
  if (shape.type === 'structure' || shape.type === 'map') {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return ok(value);
    const fields: Record<string, PlainJson> = {};
    for (const [name, held] of Object.entries(value)) {
      const of = shape.type === 'map' ? shape.of : shape.members[name];
      const read = of ? fitted(of, held) : ok(held);
      if (!read.ok) return read;
      fields[name] = read.value;
    }
    return ok(fields);
  }
  return typeof value === 'string' ? scalar(shape, value) : ok(value);
}

function each(items: readonly PlainJson[], read: (item: PlainJson) => Read): Read {
  const values: PlainJson[] = [];
  for (const item of items) {
    const value = read(item);
    if (!value.ok) return value;
    values.push(value.value);
  }
  return ok(values);
}

/** Words of Python, in which the CLI is written. */
function scalar(shape: Shape, text: string): Read {
  switch (shape.type) {
    case 'integer':
      return /^\s*[-+]?\d+\s*$/.test(text)
        ? ok(Number(text))
        : err(otherFailure(`invalid literal for int() with base 10: ${pythonLiteral(text)}`));
    case 'number': {
      const value = text.trim() === '' ? NaN : Number(text);
      return Number.isFinite(value)
        ? ok(value)
        : err(otherFailure(`could not convert string to float: ${pythonLiteral(text)}`));
    }
    case 'boolean':
      return ok(text.toLowerCase() === 'true');
    default:
      return ok(text);
  }
}
