// JSON on a command line: read as Python reads it, whose words the AWS CLI shows when it cannot.
import { getLocation, parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { isPlainJson, type PlainJson } from '../../aws/json.ts';
import { err, ok, type Result } from '../../aws/result.ts';

const DEEPEST = 64;

/** The error is Python's sentence, with the place: `Expecting ',' delimiter: line 1 column 9 (char 8)`. */
export function parseJson(text: string): Result<PlainJson, string> {
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true });
  const [first] = errors;
  if (first) return err(faultWords(text, first));
  // What is well formed is read by the language itself, to which `__proto__` is a name like any other.
  const value: unknown = JSON.parse(text);
  return isPlainJson(value, DEEPEST) ? ok(value) : err('maximum recursion depth exceeded');
}

const DELIMITER = "Expecting ',' delimiter";

const WORDS: Readonly<Record<string, string>> = {
  PropertyNameExpected: 'Expecting property name enclosed in double quotes',
  ColonExpected: "Expecting ':' delimiter",
  CommaExpected: DELIMITER,
  CloseBraceExpected: DELIMITER,
  CloseBracketExpected: DELIMITER,
  EndOfFileExpected: 'Extra data',
  UnexpectedEndOfString: 'Unterminated string starting at',
  InvalidCharacter: 'Invalid control character at',
  InvalidEscapeCharacter: 'Invalid \\escape',
  InvalidUnicode: 'Invalid \\uXXXX escape',
};

function faultWords(text: string, { error, offset }: ParseError): string {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  const column = offset - before.lastIndexOf('\n');
  const code = printParseErrorCode(error);
  const atName = code === 'InvalidSymbol' && getLocation(text, offset).isAtPropertyKey;
  const words = WORDS[atName ? 'PropertyNameExpected' : code] ?? 'Expecting value';
  return `${words}: line ${line} column ${column} (char ${offset})`;
}
