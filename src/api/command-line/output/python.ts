// Values as Python writes them, which the AWS CLI is made of: its texts and tables show through.
import { isPlainObject, type PlainJson } from '../../../aws/json.ts';

/** `str(value)` */
export const pythonText = (value: PlainJson): string =>
  typeof value === 'string' ? value : pythonLiteral(value);

/** `repr(value)` */
export function pythonLiteral(value: PlainJson): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return quoted(value);
  if (isList(value)) return `[${value.map(pythonLiteral).join(', ')}]`;
  const parts = Object.entries(value).map(([name, part]) => `${quoted(name)}: ${pythonLiteral(part)}`);
  return `{${parts.join(', ')}}`;
}

/** `json.dumps(value)`: a space after commas and colons unless told otherwise, and nothing but ASCII. */
export function pythonJson(value: PlainJson, comma = ', ', colon = ': '): string {
  if (typeof value === 'string') return ascii(JSON.stringify(value));
  const json = (part: PlainJson) => pythonJson(part, comma, colon);
  if (isList(value)) return `[${value.map(json).join(comma)}]`;
  if (!isObject(value)) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([name, part]) => `${json(name)}${colon}${json(part)}`)
    .join(comma)}}`;
}

export const isList = (value: PlainJson): value is readonly PlainJson[] => Array.isArray(value);

export const isObject = (value: PlainJson): value is { readonly [name: string]: PlainJson } =>
  isPlainObject(value);

export const isScalar = (value: PlainJson): value is string | number | boolean | null =>
  !isList(value) && !isObject(value);

/** `type(value).__name__` */
export function pythonType(value: PlainJson): string {
  if (value === null) return 'NoneType';
  if (isList(value)) return 'list';
  switch (typeof value) {
    case 'boolean':
      return 'bool';
    case 'number':
      return Number.isInteger(value) ? 'int' : 'float';
    case 'string':
      return 'str';
    default:
      return 'dict';
  }
}

/** `round(value)`: a half goes to the even neighbour. */
export function pythonRound(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}

const ascii = (text: string): string =>
  text.replace(/[\u007f-\uffff]/g, (unit) =>
    unit === '\u007f' ? unit : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const ESCAPES = new Map([
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** In single quotes unless there are single quotes and no double ones within. */
function quoted(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replace(/[\\\n\r\t']|(?! )[\p{C}\p{Z}]/gu, (sign) => {
    if (sign === "'") return mark === "'" ? "\\'" : sign;
    return ESCAPES.get(sign) ?? codeEscape(sign.codePointAt(0) ?? 0);
  });
  return `${mark}${escaped}${mark}`;
}

function codeEscape(code: number): string {
  const hex = code.toString(16);
  if (code < 0x100) return `\\x${hex.padStart(2, '0')}`;
  return code < 0x1_0000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}
