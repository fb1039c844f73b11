// parseQueryOption: `--query` of the AWS CLI, which picks and reshapes what is printed.
import { compile, TreeInterpreter } from '@jmespath-community/jmespath';
import { isPlainJson, type PlainJson } from '../../../aws/json.ts';
import { err, ok, type Result } from '../../../aws/result.ts';

/** Asks a value. The error is what the command line says before it gives up with exit status 255. */
export type Query = (value: PlainJson) => Result<PlainJson, string>;

const DEEPEST = 256;

/**
 * The error is what the command line says, with exit status 252. The words behind the colon are the library's own; the
 * grammar is that of JMESPath and a little more.
 * @see https://jmespath.org/specification.html
 */
export function parseQueryOption(text: string): Result<Query, string> {
  const expression = attempt(() => compile(text));
  if (!expression.ok) return err(`Bad value for --query ${text}: ${expression.error}`);
  return ok((value) => {
    // The library takes arrays that may be written to, and writes to none.
    const found = attempt((): unknown => TreeInterpreter.search(expression.value, value as Searched));
    if (!found.ok) return found;
    return ok(isPlainJson(found.value, DEEPEST) ? found.value : null);
  });
}

type Searched = Parameters<typeof TreeInterpreter.search>[1];

/** The library throws what it has to say. */
function attempt<Value>(run: () => Value): Result<Value, string> {
  try {
    return ok(run());
  } catch (problem) {
    return err(problem instanceof Error ? problem.message : String(problem));
  }
}
