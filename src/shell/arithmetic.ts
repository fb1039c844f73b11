// Arithmetic: what `$(( … ))` comes to, in whole numbers.
import type { ArithmeticExpression, Word } from 'unbash';
import { NotSimulated } from './not-simulated.ts';
import type { Ask, Chunk } from './run.ts';

/** What stands behind names, and behind signs of expansion. */
export interface Operands {
  readonly variable: (name: string) => string | undefined;
  readonly expanded: (word: Word) => Generator<Chunk | Ask, string, string | undefined>;
}

type Counting = Generator<Chunk | Ask, number, string | undefined>;

/** @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_06_04 */
export function* arithmetic(expression: ArithmeticExpression, operands: Operands): Counting {
  switch (expression.type) {
    case 'ArithmeticGroup':
      return yield* arithmetic(expression.expression, operands);
    case 'ArithmeticTernary':
      return (yield* arithmetic(expression.test, operands)) !== 0
        ? yield* arithmetic(expression.consequent, operands)
        : yield* arithmetic(expression.alternate, operands);
    case 'ArithmeticUnary': {
      const sign = Object.hasOwn(UNARY, expression.operator) ? UNARY[expression.operator] : undefined;
      if (!sign) throw unknown(expression.operator);
      return sign(yield* arithmetic(expression.operand, operands));
    }
    case 'ArithmeticBinary': {
      const sign = Object.hasOwn(BINARY, expression.operator) ? BINARY[expression.operator] : undefined;
      if (!sign) throw unknown(expression.operator);
      const left = yield* arithmetic(expression.left, operands);
      const right = yield* arithmetic(expression.right, operands);
      if (right === 0 && /^[/%]$/.test(expression.operator)) throw new NotSimulated('division by 0');
      return Math.trunc(sign(left, right));
    }
    case 'ArithmeticWord': {
      const { value, pos, end, parts } = expression;
      const text = parts
        ? yield* operands.expanded({ type: 'Word', text: value, value, pos, end, parts })
        : value;
      return numberOf(text, operands, 0);
    }
    case 'ArithmeticCommandExpansion':
      throw new NotSimulated('a command within $(( )) is not simulated: set a variable to $(…) first');
  }
}

const unknown = (operator: string): NotSimulated =>
  new NotSimulated(
    `${operator} within $(( )) is not simulated: write NAME=$((NAME + 1)) where a variable is to change`,
  );

const MOST_NAMES = 20;

/** A number, or the name of a variable that holds one; what is not set is 0. */
function numberOf(text: string, operands: Operands, depth: number): number {
  const word = text.trim().replace(/^\$(?:(\w+)|\{(\w+)\})$/, '$1$2');
  if (word === '') return 0;
  if (/^\d+$/.test(word)) return Number.parseInt(word, word.startsWith('0') ? 8 : 10) || 0;
  if (/^-\d+$/.test(word)) return Number(word);
  if (/^0[xX][\da-fA-F]+$/.test(word)) return Number(word);
  if (!/^[A-Za-z_]\w*$/.test(word) || depth > MOST_NAMES)
    throw new NotSimulated(`${word} is no number and no variable`);
  return numberOf(operands.variable(word) ?? '', operands, depth + 1);
}

const UNARY: Readonly<Record<string, (value: number) => number>> = {
  '-': (value) => -value,
  '+': (value) => value,
  '!': (value) => Number(value === 0),
};

const BINARY: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '**': (a, b) => a ** b,
  '<': (a, b) => Number(a < b),
  '<=': (a, b) => Number(a <= b),
  '>': (a, b) => Number(a > b),
  '>=': (a, b) => Number(a >= b),
  '==': (a, b) => Number(a === b),
  '!=': (a, b) => Number(a !== b),
  '&&': (a, b) => Number(a !== 0 && b !== 0),
  '||': (a, b) => Number(a !== 0 || b !== 0),
};
