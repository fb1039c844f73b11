// ConditionOperator objects: what each of AWS's condition operators compares; absence and sets are handled elsewhere.
import type { BaseOperator } from '../../policy/document.ts';
import type { Piece } from '../template.ts';
import type { Matcher } from '../wildcard.ts';

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
