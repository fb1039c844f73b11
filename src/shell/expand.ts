// Expansion: from a word as it is written to the words that a command gets, as a POSIX shell does it.
import type { ArithmeticExpression, ParsedScript, Word, WordPart } from 'unbash';
import { arithmetic } from './arithmetic.ts';
import { patternOf } from './double-brackets.ts';
import { globSource } from './glob.ts';
import { NotSimulated } from './not-simulated.ts';
import type { Ask, Chunk } from './run.ts';

/** What stands behind the signs of a word. */
export interface Values {
  /** Undefined: not set. */
  readonly variable: (name: string) => string | undefined;
  readonly assign: (name: string, value: string) => void;
  /** Paths that globs find, from where one is. */
  readonly paths: () => readonly string[];
  /** The standard output of `$(…)`. */
  readonly substitute: (script: ParsedScript) => Generator<Chunk | Ask, string, string | undefined>;
}

type Expanding<Result> = Generator<Chunk | Ask, Result, string | undefined>;

/** A piece of a word; what is split is unquoted and came out of an expansion. */
interface Piece {
  readonly text: string;
  readonly split: boolean;
  /** It is a star or the like that is not in quotes. */
  readonly glob?: boolean;
}

/** All words of a command; one that expands to nothing is none. */
export function* expandWords(words: readonly Word[], values: Values): Expanding<string[]> {
  const all: string[] = [];
  for (const word of words) {
    const found = yield* pieces(word, values);
    all.push(...(globbed(found, values) ?? fields(found)));
  }
  return all;
}

/** The files that a word with a glob in it means; null where there is none of them, so that it stays as it is. */
function globbed(all: readonly Piece[], { paths }: Values): readonly string[] | null {
  if (!all.some(({ glob }) => glob)) return null;
  const source = all
    .map(({ text, glob }) => (glob ? globSource(text, '[^/]') : patternOf(text, false)))
    .join('');
  const pattern = new RegExp(`^${source}$`);
  const start = all.map(({ text }) => text).join('');
  // What begins with a dot is hidden, unless it is asked for.
  const found = paths().filter(
    (path) => pattern.test(path) && (start.startsWith('.') || !path.startsWith('.')),
  );
  return found.length > 0 ? found : null;
}

/** A word on the right of `==` in `[[ ]]`: what is quoted stands for itself. */
export function* expandPattern(word: Word, values: Values): Expanding<string> {
  return (yield* pieces(word, values))
    .map(({ text, glob, split }) => patternOf(text, glob === true || split))
    .join('');
}

/** A word that stays one: the value of a variable, the name of a file. */
export function* expandWord(word: Word, values: Values): Expanding<string> {
  return (yield* pieces(word, values)).map(({ text }) => text).join('');
}

function* pieces(word: Word, values: Values): Expanding<Piece[]> {
  if (!word.parts) return [{ text: home(word.value, word.text, values), split: false }];
  const all: Piece[] = [];
  for (const part of word.parts) all.push(...(yield* partPieces(part, values)));
  return all;
}

/** `~` is the home directory where it begins a word and is not in quotes. */
const home = (value: string, text: string, { variable }: Values): string =>
  /^~(?=\/|$)/.test(text) ? value.replace(/^~/, variable('HOME') ?? '~') : value;

/** What parts of a here document expand to, in which quotes are signs like any other. */
export function* expandParts(parts: readonly WordPart[], values: Values): Expanding<string> {
  let text = '';
  for (const part of parts) text += (yield* partPieces(part, values)).map((piece) => piece.text).join('');
  return text;
}

function* partPieces(part: WordPart, values: Values): Expanding<Piece[]> {
  switch (part.type) {
    case 'Literal':
      return [{ text: home(part.value, part.text, values), split: false }];
    case 'SingleQuoted':
    case 'AnsiCQuoted':
      return [{ text: part.value, split: false }];
    case 'DoubleQuoted':
    case 'LocaleString':
      return [{ text: yield* expandParts(part.parts, values), split: false }];
    case 'Glob':
      return [{ text: part.text, split: false, glob: true }];
    case 'ExtendedGlob':
      return [{ text: part.text, split: false }];
    case 'SimpleExpansion':
      return [{ text: values.variable(part.text.slice(1)) ?? '', split: true }];
    case 'ParameterExpansion':
      return [{ text: yield* parameter(part, values), split: true }];
    case 'CommandExpansion':
      return [{ text: part.script ? yield* values.substitute(part.script) : '', split: true }];
    case 'ArithmeticExpansion':
      return [{ text: yield* counted(part.expression, values), split: false }];
    case 'ProcessSubstitution':
      throw new NotSimulated(
        `${part.text}: process substitution is not simulated: write to a file first, and name the file`,
      );
    case 'BraceExpansion':
      throw new NotSimulated(
        `${part.text}: braces are not expanded in this shell: write the words out, or put the word in quotes`,
      );
  }
}

function* counted(expression: ArithmeticExpression | undefined, values: Values): Expanding<string> {
  if (!expression) return '0';
  const operands = { ...values, expanded: (word: Word) => expandWord(word, values) };
  return `${yield* arithmetic(expression, operands)}`;
}

function* parameter(
  part: Extract<WordPart, { type: 'ParameterExpansion' }>,
  values: Values,
): Expanding<string> {
  const { parameter: name, prefix, index, operation, text } = part;
  if (index || prefix === '!')
    throw new NotSimulated(
      `${text}: arrays are not simulated: a list is a text with blanks in it, and for goes through it`,
    );
  const value = values.variable(name);
  if (prefix === '#') return `${(value ?? '').length}`;
  if (!operation) return value ?? '';
  if (operation.type !== 'Default')
    throw new NotSimulated(`${text}: this kind of expansion is not simulated: cut and tr take texts apart`);
  const isUnset = value === undefined || (operation.operator.startsWith(':') && value === '');
  switch (operation.operator) {
    case '+':
    case ':+':
      return isUnset ? '' : yield* expandWord(operation.operand, values);
    case '-':
    case ':-':
      return isUnset ? yield* expandWord(operation.operand, values) : value;
    case '=':
    case ':=': {
      if (!isUnset) return value;
      const given = yield* expandWord(operation.operand, values);
      values.assign(name, given);
      return given;
    }
    case '?':
    case ':?': {
      if (!isUnset) return value;
      const said = yield* expandWord(operation.operand, values);
      throw new NotSimulated(`${name}: ${said === '' ? 'parameter null or not set' : said}`);
    }
  }
}

/** Splits what has to be split at blanks. */
function fields(all: readonly Piece[]): string[] {
  const words: string[] = [];
  let word: string | null = null;
  for (const { text, split } of all) {
    if (!split) {
      word = (word ?? '') + text;
      continue;
    }
    const [first = '', ...more] = text.split(/[ \t\n]+/);
    if (first !== '') word = (word ?? '') + first;
    for (const next of more) {
      if (word !== null) words.push(word);
      word = next === '' ? null : next;
    }
  }
  return word === null ? words : [...words, word];
}
