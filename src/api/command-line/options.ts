// Options: the words after a command, sorted into what they are values of.
import { err, ok, type Result } from '../../aws/result.ts';
import { wrongUsage, type CliFailure } from './failure.ts';

/** How many words an option takes: none, at most one, one, or as many as there are before the next option. */
export type Arity = 'none' | 'optional' | 'one' | 'many';

export interface Sorted {
  /** By name without dashes; the last one of a name counts. */
  readonly options: ReadonlyMap<string, readonly string[]>;
  readonly positionals: readonly string[];
  /** Options that nobody knows, and what stood after them. */
  readonly unknown: readonly string[];
}

/**
 * @param arityOf Null for an option that is not known.
 * @param positionals How many of these there may be; a word too many is unknown.
 */
export function sortWords(
  words: readonly string[],
  arityOf: (name: string) => Arity | null,
  positionals: number,
): Result<Sorted, CliFailure> {
  const options = new Map<string, readonly string[]>();
  const plain: string[] = [];
  const unknown: string[] = [];
  let at = 0;
  while (at < words.length) {
    const word = words[at] ?? '';
    at++;
    if (!isOption(word)) {
      if (plain.length < positionals) plain.push(word);
      else unknown.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const name = equals < 0 ? word.slice(2) : word.slice(2, equals);
    const inline = equals < 0 ? null : word.slice(equals + 1);
    const arity = arityOf(name);
    if (arity === null) {
      unknown.push(word);
      continue;
    }
    if (arity === 'none') {
      if (inline !== null)
        return err(wrongUsage(`argument --${name}: ignored explicit argument '${inline}'`));
      options.set(name, []);
      continue;
    }
    const values: string[] = inline === null ? [] : [inline];
    while (inline === null && at < words.length && (arity === 'many' || values.length === 0)) {
      const next = words[at] ?? '';
      if (isOption(next)) break;
      values.push(next);
      at++;
    }
    if (arity === 'one' && values.length === 0)
      return err(wrongUsage(`argument --${name}: expected one argument`));
    options.set(name, values);
  }
  return ok({ options, positionals: plain, unknown });
}

/** A negative number is a value, and so are a dash on its own and whatever has blanks in it. */
const isOption = (word: string): boolean =>
  word.startsWith('-') && word !== '-' && !/^-\d+(\.\d*)?$/.test(word) && !/^[^=]*\s/.test(word);
