// Starting tokens: what `--starting-token` takes and `NextToken` gives: where the service goes on, and where in that page.
import { decode, encode, isValid } from 'js-base64';
import { isPlainJson, isPlainObject, type PlainJson } from '../../../aws/json.ts';
import { pythonJson } from './python.ts';

/** Where a page begins, by the parameters of the operation; null: at the first. */
export type Tokens = Readonly<Record<string, PlainJson>>;

export interface Start {
  readonly tokens: Tokens;
  /** How many items of the page were shown by the call before. */
  readonly skip: number;
}

const SKIP = 'boto_truncate_amount';

/** Base64 of JSON, as the AWS SDK for Python makes them. */
export const printToken = (tokens: Tokens, skip: number | null): string =>
  encode(pythonJson(skip === null ? tokens : { ...tokens, [SKIP]: skip }));

/** Null for a token that no such operation gave. What is no token of the command line is one of the service. */
export function parseToken(text: string, names: readonly string[]): Start | null {
  const tokens = objectIn(text);
  if (tokens === null) return ofService(text, names);
  const { [SKIP]: skip, ...given } = tokens;
  if (Object.keys(given).some((name) => !names.includes(name))) return null;
  return {
    tokens: Object.fromEntries(names.map((name) => [name, given[name] ?? null])),
    skip: typeof skip === 'number' ? skip : 0,
  };
}

function objectIn(text: string): Tokens | null {
  if (!isValid(text)) return null;
  try {
    const value: unknown = JSON.parse(decode(text));
    return isPlainObject(value) && isPlainJson(value, LEVELS) ? value : null;
  } catch {
    // Not as long as base64 is, or no JSON.
    return null;
  }
}

/** Tokens of services are flat, or items of DynamoDB. */
const LEVELS = 40;

/** In the form of earlier versions: the tokens and the number, with three underscores between. */
function ofService(text: string, names: readonly string[]): Start | null {
  const parts = text.split('___');
  const last = parts.length === names.length + 1 ? (parts.at(-1) ?? '') : null;
  const whole = last !== null && !/^[+-]?\d+$/.test(last.trim());
  const given = whole ? [text] : last === null ? parts : parts.slice(0, -1);
  if (given.length > names.length) return null;
  return {
    tokens: Object.fromEntries(
      names.map((name, index) => {
        const part = given[index];
        return [name, part === undefined || part === 'None' ? null : part];
      }),
    ),
    skip: last === null || whole ? 0 : Number(last),
  };
}
