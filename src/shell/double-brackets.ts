// `[[ … ]]`: conditions as bash has them, with patterns, and with `&&` and `||` inside.
import type { TestExpression, Word } from 'unbash';
import { globSource } from './glob.ts';
import { NotSimulated } from './not-simulated.ts';
import type { Ask, Chunk } from './run.ts';

export interface Tested {
  /** A word as one text. */
  readonly expanded: (word: Word) => Generator<Chunk | Ask, string, string | undefined>;
  /** Where quotes are part of what is asked: the source of a pattern. */
  readonly pattern: (word: Word) => Generator<Chunk | Ask, string, string | undefined>;
  /** As `test` has it, for the signs that both know; null: not one of those. */
  readonly condition: (words: readonly string[]) => boolean | null;
}

type Testing = Generator<Chunk | Ask, boolean, string | undefined>;

/** @see https://www.gnu.org/software/bash/manual/html_node/Bash-Conditional-Expressions.html */
export function* holds(expression: TestExpression, tested: Tested): Testing {
  switch (expression.type) {
    case 'TestGroup':
      return yield* holds(expression.expression, tested);
    case 'TestNot':
      return (yield* holds(expression.operand, tested)) === (expression.negations.length % 2 === 0);
    case 'TestLogical': {
      const all = expression.operator === '&&';
      for (const operand of expression.operands) if ((yield* holds(operand, tested)) !== all) return !all;
      return all;
    }
    case 'TestUnary': {
      const word = yield* tested.expanded(expression.operand);
      return known(tested.condition([expression.operator, word]), expression.operator);
    }
    case 'TestBinary':
      return yield* between(expression, tested);
  }
}

function* between(
  { operator, left, right }: Extract<TestExpression, { type: 'TestBinary' }>,
  tested: Tested,
): Testing {
  const word = yield* tested.expanded(left);
  if (operator === '=~') return matcher(yield* tested.expanded(right)).test(word);
  if (['=', '==', '!='].includes(operator)) {
    const fits = matcher(`^(?:${yield* tested.pattern(right)})$`).test(word);
    return fits === (operator !== '!=');
  }
  const other = yield* tested.expanded(right);
  if (operator === '<') return word < other;
  if (operator === '>') return word > other;
  return known(tested.condition([word, operator, other]), operator);
}

function known(condition: boolean | null, operator: string): boolean {
  if (condition === null) throw new NotSimulated(`${operator} within [[ ]] is not simulated`);
  return condition;
}

function matcher(source: string): RegExp {
  try {
    return new RegExp(source, 's');
  } catch {
    throw new NotSimulated(`${source} is no pattern`);
  }
}

/** Text that stands for itself in a pattern, and what does not. */
export const patternOf = (text: string, isGlob: boolean): string =>
  isGlob ? globSource(text, '[\\s\\S]') : text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
