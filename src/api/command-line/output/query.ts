// parseQueryOption: `--query` of the AWS CLI, which picks and reshapes what is printed.
import type { PlainJson } from '../../../aws/json.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import { queried } from './jmespath/evaluate.ts';
import { parseQuery } from './jmespath/parser.ts';
import { QueryProblem, SyntaxProblem } from './jmespath/problem.ts';

/** Asks a value. The error is what the command line says before it gives up with exit status 255. */
export type Query = (value: PlainJson) => Result<PlainJson, string>;

/** The error is what the command line says, with exit status 252. */
export function parseQueryOption(text: string): Result<Query, string> {
  try {
    const expression = parseQuery(text);
    return ok((value) => {
      try {
        return ok(queried(expression, value));
      } catch (problem) {
        if (problem instanceof QueryProblem) return err(problem.message);
        throw problem;
      }
    });
  } catch (problem) {
    if (problem instanceof SyntaxProblem) return err(`Bad value for --query ${text}: ${problem.message}`);
    throw problem;
  }
}
