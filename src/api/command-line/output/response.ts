// shownResponse: what an operation answered, as the AWS CLI has it before it is printed.
import { isPlainObject, jsonIn, type PlainJson } from '../../../aws/json.ts';
import type { OperationName } from '../../call.ts';
import { responseMembers, type Member, type MemberShape } from './responses.ts';

/** A response or one page of it. */
export type Response = Readonly<Record<string, PlainJson>>;

/**
 * Members in the order of AWS's model, and no others; dates as the command line writes them; IAM's policy documents as
 * the objects they are. Policies of other services stay texts, and bodies are left out: they go to a file.
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-output-format.html
 */
export const shownResponse = (operation: OperationName, output: object): Response =>
  shownMembers(responseMembers(operation), { ...output });

function shownMembers(
  members: readonly Member[],
  output: Readonly<Record<string, unknown>>,
): Record<string, PlainJson> {
  const shown: Record<string, PlainJson> = {};
  for (const { name, shape, flat } of members) {
    const value = Object.hasOwn(output, name) ? output[name] : undefined;
    if (value === undefined || (flat && Array.isArray(value) && value.length === 0)) continue;
    shown[name] = shownMember(shape, value);
  }
  return shown;
}

function shownMember(shape: MemberShape, value: unknown): PlainJson {
  if (Array.isArray(value)) return value.map((item) => shownMember(shape, item));
  if (typeof value === 'string') {
    if (shape.type === 'date') return shownDate(value);
    return shape.type === 'policy' ? decodedDocument(value) : value;
  }
  return shape.type === 'structure' && isPlainObject(value)
    ? shownMembers(shape.members(), value)
    : plain(value);
}

/** `2026-11-26T00:00:00Z` as Python's `isoformat` writes it: `2026-11-26T00:00:00+00:00`, microseconds only if there are. */
export function shownDate(instant: string): string {
  const [, second, fraction = ''] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?Z$/.exec(instant) ?? [];
  if (second === undefined) return instant;
  return /[1-9]/.test(fraction) ? `${second}.${fraction.padEnd(6, '0')}+00:00` : `${second}+00:00`;
}

/** The text itself where it is no JSON, as the command line has it then. */
function decodedDocument(text: string): PlainJson {
  const parsed = jsonIn(text);
  return parsed === undefined ? text : plain(parsed);
}

function plain(value: unknown): PlainJson {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return value;
    case 'object':
      if (Array.isArray(value)) return value.map(plain);
      return isPlainObject(value)
        ? Object.fromEntries(
            Object.entries(value).flatMap(([name, part]) =>
              part === undefined ? [] : [[name, plain(part)]],
            ),
          )
        : null;
    default:
      return null;
  }
}
