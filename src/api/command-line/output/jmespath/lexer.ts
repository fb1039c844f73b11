// Tokens of JMESPath, read as the AWS CLI reads them, and refused in its words.
import type { PlainJson } from '../../../../aws/json.ts';
import { SyntaxProblem } from './problem.ts';

export type TokenType = keyof typeof POWERS;

export interface Token {
  readonly type: TokenType;
  readonly value: PlainJson;
  /** In characters, from 0. */
  readonly start: number;
}

/**
 * How strongly a token binds what stands on either side of it. Whatever binds less than a star ends a projection.
 * @see https://jmespath.org/specification.html#grammar
 */
export const POWERS = {
  eof: 0,
  unquoted_identifier: 0,
  quoted_identifier: 0,
  literal: 0,
  rbracket: 0,
  rparen: 0,
  comma: 0,
  rbrace: 0,
  number: 0,
  current: 0,
  expref: 0,
  colon: 0,
  pipe: 1,
  or: 2,
  and: 3,
  eq: 5,
  gt: 5,
  lt: 5,
  gte: 5,
  lte: 5,
  ne: 5,
  flatten: 9,
  star: 20,
  filter: 21,
  dot: 40,
  not: 45,
  lbrace: 50,
  lbracket: 55,
  lparen: 60,
} as const;

/** Longer signs before those that they start with. */
const SIGNS: readonly (readonly [string, TokenType])[] = [
  ['[]', 'flatten'],
  ['[?', 'filter'],
  ['[', 'lbracket'],
  ['||', 'or'],
  ['|', 'pipe'],
  ['&&', 'and'],
  ['&', 'expref'],
  ['<=', 'lte'],
  ['<', 'lt'],
  ['>=', 'gte'],
  ['>', 'gt'],
  ['!=', 'ne'],
  ['!', 'not'],
  ['==', 'eq'],
  ['.', 'dot'],
  ['*', 'star'],
  [']', 'rbracket'],
  [',', 'comma'],
  [':', 'colon'],
  ['@', 'current'],
  ['(', 'lparen'],
  [')', 'rparen'],
  ['{', 'lbrace'],
  ['}', 'rbrace'],
];

export function tokensOf(expression: string): readonly Token[] {
  const characters = [...expression];
  if (characters.length === 0) throw new SyntaxProblem('Invalid JMESPath expression: cannot be empty.');
  const tokens: Token[] = [];
  for (let at = 0; at < characters.length;) {
    if (/[ \t\n\r]/.test(characters[at] ?? '')) {
      at++;
      continue;
    }
    const { token, end } = tokenAt(characters, at);
    tokens.push(token);
    at = end;
  }
  tokens.push({ type: 'eof', value: '', start: characters.length });
  return tokens;
}

interface Read {
  readonly token: Token;
  /** Where the next one may start. */
  readonly end: number;
}

function tokenAt(characters: readonly string[], start: number): Read {
  const character = characters[start] ?? '';
  const read = (type: TokenType, value: PlainJson, length: number): Read => ({
    token: { type, value, start },
    end: start + length,
  });
  if (/[A-Za-z_]/.test(character)) {
    const word = run(characters, start, /\w/);
    return read('unquoted_identifier', word, word.length);
  }
  if (/[0-9-]/.test(character)) {
    const digits = character + run(characters, start + 1, /[0-9]/);
    if (digits === '-') throw problemAt(characters, start, "Unknown token '-'");
    return read('number', Number(digits), digits.length);
  }
  if (character === "'" || character === '"' || character === '`') {
    const { text, end } = until(characters, start, character);
    const [type, value] = quotedValue(characters, start, character, text);
    return { token: { type, value, start }, end };
  }
  const rest = character + (characters[start + 1] ?? '');
  const sign = SIGNS.find(([text]) => rest.startsWith(text));
  if (sign) return read(sign[1], sign[0], sign[0].length);
  throw problemAt(characters, start, character === '=' ? "Unknown token '='" : `Unknown token ${character}`);
}

function run(characters: readonly string[], from: number, wanted: RegExp): string {
  let text = '';
  for (let at = from; wanted.test(characters[at] ?? ''); at++) text += characters[at] ?? '';
  return text;
}

/** Up to the mark that is not behind a backslash. */
function until(characters: readonly string[], start: number, mark: string): { text: string; end: number } {
  let text = '';
  let at = start + 1;
  while (characters[at] !== mark) {
    if (characters[at] === '\\') text += characters[at++] ?? '';
    const character = characters[at++];
    if (character === undefined) throw problemAt(characters, start, `Unclosed ${mark} delimiter`);
    text += character;
  }
  return { text, end: at + 1 };
}

function quotedValue(
  characters: readonly string[],
  start: number,
  mark: string,
  text: string,
): readonly [TokenType, PlainJson] {
  if (mark === "'") return ['literal', text.replaceAll("\\'", "'")];
  if (mark === '"') {
    const name = parsed(`"${text}"`);
    if (typeof name !== 'string') throw problemAt(characters, start, 'Invalid \\escape');
    return ['quoted_identifier', name];
  }
  const source = text.replaceAll('\\`', '`');
  // What is no JSON is a text, as it was before there were quotes for texts.
  const json = parsed(source);
  const value = json === undefined ? parsed(`"${source.trimStart()}"`) : json;
  if (value === undefined) throw problemAt(characters, start, `Bad token ${source}`);
  return ['literal', value];
}

function parsed(text: string): PlainJson | undefined {
  try {
    // JSON holds nothing else.
    return JSON.parse(text) as PlainJson;
  } catch {
    return undefined;
  }
}

const problemAt = (characters: readonly string[], start: number, message: string): SyntaxProblem =>
  new SyntaxProblem(`Bad jmespath expression: ${message}:\n${characters.join('')}\n${' '.repeat(start)}^`);
