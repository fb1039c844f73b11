// parseQueryOption: `--query` of the AWS CLI, which picks and reshapes what is printed.
import { compile, search, type JSONValue } from '@metrichor/jmespath';
import { isPlainJson, type PlainJson } from '../../../aws/json.ts';
import { err, ok, type Result } from '../../../aws/result.ts';

/** Asks a value. The error is what the command line says before it gives up with exit status 255. */
export type Query = (value: PlainJson) => Result<PlainJson, string>;

const DEEPEST = 256;

/**
 * The error is what the command line says, with exit status 252. It compares texts too, as the command line does:
 * `[?CreateDate >= '2026-11-01']`.
 * @see https://jmespath.org/specification.html
 */
export function parseQueryOption(text: string): Result<Query, string> {
  const read = tried(() => compile(text));
  if (!read.ok) return err(badValue(text, read.error));
  return ok((value) => {
    // The library takes values that may be written to, and writes to none.
    const found = tried(() => search(value as JSONValue, text));
    if (!found.ok)
      // What is not there on the right of a dot is only missed when it is asked.
      return err(found.error.name === 'TypeError' ? badValue(text, found.error) : found.error.message);
    return ok(isPlainJson(found.value, DEEPEST) ? found.value : null);
  });
}

const badValue = (text: string, problem: Error): string =>
  `Bad value for --query ${text}: ${syntaxWords(text, problem)}`;

/** The library throws what it has to say. */
function tried(act: () => unknown): Result<unknown, Error> {
  try {
    return ok(act());
  } catch (problem) {
    if (problem instanceof Error) return err(problem);
    throw problem;
  }
}

/** The library's own words, or those of the CLI where it has none or leaves one with the names of its tokens. */
function syntaxWords(text: string, { name, message }: Error): string {
  if (text === '') return 'Invalid JMESPath expression: cannot be empty.';
  const lone = /(?<![=!<>])=(?!=)/.exec(
    text.replace(/'[^']*'|`[^`]*`|"[^"]*"/g, (quoted) => ' '.repeat(quoted.length)),
  );
  if (lone) return `Bad jmespath expression: Unknown token '=':\n${text}\n${' '.repeat(lone.index)}^`;
  if (name !== 'TypeError' && !message.includes('EOF')) return message;
  return `Invalid jmespath expression: Incomplete expression:\n"${text}"\n${' '.repeat(text.length + 1)}^`;
}
