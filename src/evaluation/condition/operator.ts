// ConditionOperator objects: what each of AWS's condition operators compares; absence and sets are handled elsewhere.
import type { BaseOperator } from '../../policy/document.ts';
import type { Piece } from '../template.ts';
import { compileTokens, tokensOf, type Matcher } from '../wildcard.ts';

/** Compares the value of a condition key with a value of the policy. */
export interface Comparison {
  readonly kind: 'comparison';
  readonly name: BaseOperator;
  /** True for the `…Not…` operators: the comparison is that of the positive operator, turned round at the end. */
  readonly negated: boolean;
  /** Whether values of the policy may hold policy variables. */
  readonly variables: boolean;
  /**
   * Prepares one value of the policy for many comparisons, always in the positive sense. A value that is not of the
   * operator's type compares with nothing.
   */
  readonly prepare: (wanted: readonly Piece[]) => Matcher;
  /** Whether a text, of the request or of the policy, is of the operator's type; left out where any text is. */
  readonly isReadable?: (text: string, of: 'request' | 'policy') => boolean;
}

/** Asks only whether the key is there. */
export interface Presence {
  readonly kind: 'presence';
  readonly name: BaseOperator;
  readonly holds: (wanted: string, present: boolean) => boolean;
}

export type OperatorRule = Comparison | Presence;

/** The text of a value in which wildcards mean nothing. */
export const textOfPieces = (pieces: readonly Piece[]): string => pieces.map((piece) => piece.text).join('');

/** Compares with a value in which wildcards mean nothing; in the place of what is not known any text will do. */
export function equalTo(pieces: readonly Piece[]): Matcher {
  if (!pieces.some(({ kind }) => kind === 'unknown')) {
    const wanted = textOfPieces(pieces);
    return (actual) => actual === wanted;
  }
  return compileTokens(
    tokensOf(pieces.map((piece) => (piece.kind === 'text' ? { ...piece, kind: 'literal' } : piece))),
  );
}

/** The pieces in lower case. */
export const folded = (pieces: readonly Piece[]): Piece[] =>
  pieces.map((piece) => ({ ...piece, text: piece.text.toLowerCase() }));

/** A comparison of values of one type: both are read, and what cannot be read compares with nothing. */
export function typed<Value>(
  name: BaseOperator,
  read: (text: string) => Value | null,
  holds: (actual: Value, wanted: Value) => boolean,
): Comparison {
  return {
    kind: 'comparison',
    name,
    negated: false,
    variables: false,
    isReadable: (text) => read(text) !== null,
    prepare: (pieces) => {
      const wanted = read(textOfPieces(pieces));
      if (wanted === null) return () => false;
      return (text) => {
        const actual = read(text);
        return actual !== null && holds(actual, wanted);
      };
    },
  };
}

/** The negated form of an operator; several values of the policy then combine as NOR. */
export const negate = (operator: Comparison, name: BaseOperator): Comparison => ({
  ...operator,
  name,
  negated: !operator.negated,
});
