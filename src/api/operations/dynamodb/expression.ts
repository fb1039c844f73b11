// Expressions: names and values that stand behind their placeholders, and the reading of paths and operands.
import type { Result } from '../../../aws/result.ts';
import type { PlainJson } from '../../../aws/json.ts';
import { entry } from '../../../account/record.ts';
import { err, ok } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { invalid, readValue, type AttributeValue } from './attribute-value.ts';
import { tokensOf, type Token } from './tokens.ts';

/** A document path: names of attributes and places in lists. */
export type Path = readonly [string, ...(string | number)[]];

export type ExpressionName =
  | 'ConditionExpression'
  | 'FilterExpression'
  | 'KeyConditionExpression'
  | 'ProjectionExpression'
  | 'UpdateExpression';

interface Placeholders {
  readonly names: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, AttributeValue>>;
  /** Those that were used by an expression. */
  readonly used: Set<string>;
}

/** Thrown within a reader, and caught at its end: a fault of the expression. */
class Fault extends Error {
  readonly error: AwsError;

  constructor(error: AwsError) {
    super(error.message);
    this.error = error;
  }
}

/**
 * Reads one expression from left to right. The words for faults are AWS's.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.html
 */
export class Reader {
  readonly #kind: ExpressionName;
  readonly #text: string;
  readonly #tokens: readonly Token[];
  readonly #placeholders: Placeholders;
  #at = 0;

  constructor(kind: ExpressionName, text: string, placeholders: Placeholders) {
    this.#kind = kind;
    this.#text = text;
    this.#tokens = tokensOf(text);
    this.#placeholders = placeholders;
  }

  get next(): Token {
    const token = this.#tokens[this.#at] ?? this.#tokens.at(-1);
    if (token === undefined) throw new Error('Every expression has an end.');
    return token;
  }

  /** Takes the next token if it is this sign or keyword. */
  takes(text: string): boolean {
    const { kind, text: found } = this.next;
    const isIt = kind === 'sign' ? found === text : kind === 'word' && found.toUpperCase() === text;
    if (isIt) this.#at++;
    return isIt;
  }

  expect(text: string): void {
    if (!this.takes(text)) throw this.syntax();
  }

  isWord(...words: readonly string[]): boolean {
    return this.next.kind === 'word' && words.includes(this.next.text.toUpperCase());
  }

  /** Whether a function is called here; its name is taken, and the bracket. */
  takesFunction(): string | null {
    const { kind, text } = this.next;
    const after = this.#tokens[this.#at + 1];
    if (kind !== 'word' || after?.kind !== 'sign' || after.text !== '(') return null;
    this.#at += 2;
    return text;
  }

  isValue(): boolean {
    return this.next.kind === 'value';
  }

  value(): AttributeValue {
    const { kind, text } = this.next;
    if (kind !== 'value') throw this.syntax();
    this.#at++;
    this.#placeholders.used.add(text);
    const value = entry(this.#placeholders.values, text);
    if (value === undefined)
      throw this.fault(
        `An expression attribute value used in expression is not defined; attribute value: ${text}`,
      );
    return value;
  }

  path(): Path {
    const path: [string, ...(string | number)[]] = [this.#attribute()];
    for (;;) {
      if (this.takes('.')) path.push(this.#attribute());
      else if (this.takes('[')) {
        const { kind, text } = this.next;
        if (kind !== 'index') throw this.syntax();
        this.#at++;
        path.push(Number(text));
        this.expect(']');
      } else return path;
    }
  }

  #attribute(): string {
    const { kind, text } = this.next;
    if (kind !== 'word' && kind !== 'name') throw this.syntax();
    this.#at++;
    if (kind === 'word') return text;
    this.#placeholders.used.add(text);
    const name = entry(this.#placeholders.names, text);
    if (name === undefined)
      throw this.fault(
        `An expression attribute name used in the document path is not defined; attribute name: ${text}`,
      );
    return name;
  }

  end(): void {
    if (this.next.kind !== 'end') throw this.syntax();
  }

  fault(message: string): Fault {
    return new Fault(invalid(`Invalid ${this.#kind}: ${message}`));
  }

  syntax(): Fault {
    const token = this.next;
    const before = this.#tokens[this.#at - 1];
    const after = token.kind === 'end' ? undefined : this.#tokens[this.#at + 1];
    const near = this.#text.slice((before ?? token).from, (after ?? token).to);
    return this.fault(`Syntax error; token: "${token.text}", near: "${near}"`);
  }
}

const MOST_CHARACTERS = 4096;

/** What a reader makes of an expression, to its very end. */
function read<Made>(
  kind: ExpressionName,
  text: string,
  placeholders: Placeholders,
  make: (reader: Reader) => Made,
): Result<Made, AwsError> {
  if (text.trim() === '') return err(invalid(`Invalid ${kind}: The expression can not be empty;`));
  if (text.length > MOST_CHARACTERS)
    return err(
      invalid(
        `Invalid ${kind}: Expression size has exceeded the maximum allowed size; expression size: ${text.length}`,
      ),
    );
  const reader = new Reader(kind, text, placeholders);
  try {
    const made = make(reader);
    reader.end();
    return ok(made);
  } catch (fault) {
    if (fault instanceof Fault) return err(fault.error);
    throw fault;
  }
}

export interface GivenPlaceholders {
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Readonly<Record<string, PlainJson>>;
}

type Readers = Readonly<Partial<Record<ExpressionName, (reader: Reader) => unknown>>>;

type Made<Each extends Readers> = {
  readonly [Name in keyof Each]?: Each[Name] extends (reader: Reader) => infer Value ? Value : never;
};

/**
 * Reads all expressions of a call. Every placeholder has to be used, and names and values come with expressions only.
 * @param readers For each expression that the operation takes, in the order in which messages name them.
 */
export function readExpressions<const Each extends Readers>(
  input: GivenPlaceholders & { readonly [Name in keyof Each]?: string },
  readers: Each,
): Result<Made<Each>, AwsError> {
  const { ExpressionAttributeNames: names, ExpressionAttributeValues: values } = input;
  const kinds = Object.keys(readers) as (keyof Each & ExpressionName)[];
  const given = kinds.filter((kind) => input[kind] !== undefined);
  if (given.length === 0) {
    if (names) return err(invalid('ExpressionAttributeNames can only be specified when using expressions'));
    const withValues = kinds.filter((kind) => kind !== 'ProjectionExpression');
    if (values)
      return err(
        invalid(
          `ExpressionAttributeValues can only be specified when using expressions: ${withValues.join(' and ')} ${withValues.length > 1 ? 'are' : 'is'} null`,
        ),
      );
  }
  const readings = readValues(values);
  if (!readings.ok) return readings;
  const fault = namesError(names);
  if (fault) return err(fault);
  const placeholders: Placeholders = { names: names ?? {}, values: readings.value, used: new Set() };
  const made: [string, unknown][] = [];
  for (const kind of given) {
    const make = readers[kind];
    const text = input[kind];
    if (!make || text === undefined) continue;
    const one = read(kind, text, placeholders, make);
    if (!one.ok) return one;
    made.push([kind, one.value]);
  }
  const unused = (placeholder: Readonly<Record<string, unknown>> = {}): readonly string[] =>
    Object.keys(placeholder).filter((key) => !placeholders.used.has(key));
  for (const [what, keys] of [
    ['ExpressionAttributeNames', unused(names)],
    ['ExpressionAttributeValues', unused(values)],
  ] as const)
    if (keys.length > 0)
      return err(invalid(`Value provided in ${what} unused in expressions: keys: {${keys.join(', ')}}`));
  // What each reader made is of the type that it makes.
  return ok(Object.fromEntries(made) as Made<Each>);
}

function readValues(
  values: GivenPlaceholders['ExpressionAttributeValues'] = {},
): Result<Readonly<Record<string, AttributeValue>>, AwsError> {
  const entries: [string, AttributeValue][] = [];
  for (const [key, value] of Object.entries(values)) {
    if (!/^:[A-Za-z0-9_]+$/.test(key))
      return err(invalid(`ExpressionAttributeValues contains invalid key: Syntax error; key: "${key}"`));
    const one = readValue(value);
    if (!one.ok)
      return one.error.code === 'ValidationException'
        ? err(
            invalid(`ExpressionAttributeValues contains invalid value: ${one.error.message} for key ${key}`),
          )
        : one;
    entries.push([key, one.value]);
  }
  return ok(Object.fromEntries(entries));
}

function namesError(names: GivenPlaceholders['ExpressionAttributeNames'] = {}): AwsError | null {
  const bad = Object.keys(names).find((key) => !/^#[A-Za-z0-9_]+$/.test(key));
  return bad === undefined
    ? null
    : invalid(`ExpressionAttributeNames contains invalid key: Syntax error; key: "${bad}"`);
}
