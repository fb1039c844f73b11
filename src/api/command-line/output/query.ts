// parseQueryOption: `--query` of the AWS CLI, which picks and reshapes what is printed.
import { search } from 'jmespath';
import { isPlainJson, type PlainJson } from '../../../aws/json.ts';
import { err, ok, type Result } from '../../../aws/result.ts';

/** Asks a value. The error is what the command line says before it gives up with exit status 255. */
export type Query = (value: PlainJson) => Result<PlainJson, string>;

const DEEPEST = 256;

/**
 * The error is what the command line says, with exit status 252; the words behind the colon are the library's own. It
 * compares texts too, as the command line does: `[?CreateDate >= '2026-11-01']`.
 * @see https://jmespath.org/specification.html
 */
export function parseQueryOption(text: string): Result<Query, string> {
  const tried = asked(null, text);
  if (!tried.ok && tried.error.isSyntax) return err(`Bad value for --query ${text}: ${tried.error.message}`);
  return ok((value) => {
    const found = asked(value, text);
    if (!found.ok) return err(found.error.message);
    return ok(isPlainJson(found.value, DEEPEST) ? found.value : null);
  });
}

interface Problem {
  readonly message: string;
  /** With the expression itself, whatever it is asked of. */
  readonly isSyntax: boolean;
}

/** The library throws what it has to say. */
function asked(value: PlainJson, text: string): Result<unknown, Problem> {
  try {
    return ok(search(value, text));
  } catch (problem) {
    if (!(problem instanceof Error)) throw problem;
    return err({ message: problem.message, isSyntax: /^(Lexer|Parser)Error$/.test(problem.name) });
  }
}
