// Shorthand: the syntax `Key=team,Value=red` in which the AWS CLI takes structures, read into plain values.
import type { PlainJson } from '../../aws/json.ts';
import { err, ok, type Result } from '../../aws/result.ts';

/** What a file that a value names holds, or why it cannot be read. */
export type ReadParameter = (address: string) => Result<string, string>;

interface Fields {
  [name: string]: PlainJson;
}

/** How the reader leaves at the first fault. It never leaves this file. */
class Stop extends Error {}

/** What an unquoted value may begin with, and go on with: before a list is known to be one, an equals sign is part of it. */
const FIRST = /^(?:\\,|[!#-&(-+\--<>-Z\\-z|-\uffff])(?:\\,|[\s!#-&(-+\--\\^-|~-\uffff])*/u;
const NEXT = /^(?:\\,|[!#-&(-+\--<>-Z\\-z|-\uffff])(?:\\,|[\s!#-&(-+\--<>-\uffff])*/u;
const SINGLE_QUOTED = /^'(?:\\'|\\\\|[^'\\]|\\(?=[^'\\]))*'/;
const DOUBLE_QUOTED = /^"(?:\\"|\\\\|[^"\\]|\\(?=[^"\\]))*"/;
const NAME = /^[\w\-.#/:]*/;

/**
 * One word of shorthand as a structure. Values stay texts: what they are follows from the shape they are for.
 * The error is the rest of the CLI's sentence, with the place marked below the input.
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-shorthand.html
 */
export function parseShorthand(text: string, read: ReadParameter): Result<Fields, string> {
  try {
    return ok(new Reader(text, read).structure());
  } catch (fault) {
    if (fault instanceof Stop) return err(fault.message);
    throw fault;
  }
}

class Reader {
  #at = 0;
  readonly #text: string;
  readonly #read: ReadParameter;

  constructor(text: string, read: ReadParameter) {
    this.#text = text;
    this.#read = read;
  }

  structure(): Fields {
    const fields: Fields = {};
    for (;;) {
      const [name, value] = this.#field(() => this.#values());
      if (Object.hasOwn(fields, name)) this.#repeated(name, value);
      put(fields, name, value);
      if (this.#ended) return fields;
      this.#expect(',');
    }
  }

  /** `name=…`, or `name@=…` for what a file holds. */
  #field(values: () => PlainJson): [string, PlainJson] {
    const name = this.#take(NAME) ?? '';
    const fromFile = this.#next === '@';
    if (fromFile) this.#at++;
    this.#expect('=');
    const value = values();
    return [name, fromFile ? this.#held(value) : value];
  }

  #held(value: PlainJson): PlainJson {
    if (typeof value !== 'string') return value;
    const found = this.#read(value);
    if (!found.ok) throw new Stop(found.error);
    return found.value;
  }

  #values(): PlainJson {
    if (this.#ended) return '';
    if (this.#next === '[') return this.#list();
    if (this.#next === '{') return this.#braces();
    return this.#commas();
  }

  /** `a,b,c`, which ends where a comma turns out to stand before the name of another field. */
  #commas(): PlainJson {
    const first = this.#one(FIRST) ?? '';
    this.#skipBlanks();
    if (this.#next !== ',') return first;
    const list = [first];
    this.#expect(',');
    for (;;) {
      const before = this.#at;
      const value = this.#one(NEXT);
      this.#skipBlanks();
      if (value !== null && this.#ended) return [...list, value];
      if (value === null || this.#next !== ',') {
        if (this.#ended) this.#unexpected('<second>');
        this.#at = this.#text.lastIndexOf(',', before);
        return list.length === 1 ? first : list;
      }
      list.push(value);
      this.#expect(',');
    }
  }

  #list(): PlainJson {
    this.#expect('[');
    const items: PlainJson[] = [];
    while (this.#next !== ']') {
      items.push(this.#inner());
      this.#skipBlanks();
      if (this.#next !== ']') this.#expect(',');
    }
    this.#expect(']');
    return items;
  }

  #braces(): PlainJson {
    this.#expect('{');
    const fields: Fields = {};
    while (this.#next !== '}') {
      const [name, value] = this.#field(() => this.#inner());
      put(fields, name, value);
      this.#skipBlanks();
      if (this.#next !== '}') this.#expect(',');
    }
    this.#expect('}');
    return fields;
  }

  #inner(): PlainJson {
    if (this.#next === '[') return this.#list();
    if (this.#next === '{') return this.#braces();
    return this.#one(FIRST) ?? '';
  }

  /** One value, quoted or bare; null where none begins here. */
  #one(bare: RegExp): string | null {
    if (this.#next === "'") return this.#quoted(SINGLE_QUOTED, "'");
    if (this.#next === '"') return this.#quoted(DOUBLE_QUOTED, '"');
    return this.#take(bare)?.trim().replaceAll('\\,', ',') ?? null;
  }

  #quoted(pattern: RegExp, mark: string): string {
    const found = this.#take(pattern);
    if (found === null) {
      this.#at = this.#text.length;
      this.#unexpected(mark);
    }
    return found.slice(1, -1).replaceAll(`\\${mark}`, mark).replaceAll('\\\\', '\\');
  }

  get #ended(): boolean {
    return this.#at >= this.#text.length;
  }

  get #next(): string | undefined {
    return this.#text[this.#at];
  }

  get #shown(): string {
    return this.#next ?? 'EOF';
  }

  #take(pattern: RegExp): string | null {
    const found = pattern.exec(this.#text.slice(this.#at));
    if (!found) return null;
    this.#at += found[0].length;
    return found[0];
  }

  #skipBlanks(): void {
    this.#take(/^\s*/);
  }

  #expect(sign: string): void {
    this.#skipBlanks();
    if (this.#next !== sign) this.#unexpected(sign);
    this.#at++;
    this.#skipBlanks();
  }

  #unexpected(expected: string): never {
    throw new Stop(`Expected: '${expected}', received: '${this.#shown}' for input:\n${this.#marked}`);
  }

  #repeated(name: string, value: PlainJson): never {
    const said = typeof value === 'string' ? value : JSON.stringify(value);
    throw new Stop(
      `Second instance of key "${name}" encountered for input:\n${this.#marked}\nThis is often because there is a preceding "," instead of a space. Value: ${said}`,
    );
  }

  /** The input with a mark under the place, at the line where it is. */
  get #marked(): string {
    const before = this.#text.slice(0, this.#at);
    const column = this.#at - (before.lastIndexOf('\n') + 1);
    const lineEnd = this.#text.indexOf('\n', this.#at);
    const head = lineEnd < 0 ? this.#text : this.#text.slice(0, lineEnd);
    const tail = lineEnd < 0 ? '' : this.#text.slice(lineEnd);
    return `${head}\n${' '.repeat(column)}^${tail}`;
  }
}

/** A name of the input is never one of the prototype's. */
const put = (fields: Fields, name: string, value: PlainJson): void => {
  Object.defineProperty(fields, name, { value, enumerable: true, configurable: true, writable: true });
};
