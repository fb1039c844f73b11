// A condition operator in its three parts: whose values are compared, how, and whether the key may be absent.
import type { BaseOperator } from '../document.ts';
import { parseOperator } from '../operators.ts';

export interface OperatorParts {
  readonly set: 'ForAllValues' | 'ForAnyValue' | null;
  readonly base: BaseOperator;
  readonly ifExists: boolean;
}

/** Null for what is no operator. */
export function partsOfOperator(text: string): OperatorParts | null {
  const operator = parseOperator(text);
  return operator && { set: operator.set, base: operator.base, ifExists: operator.ifExists };
}

/** `Null` has no `IfExists`, since it asks that itself. */
export const operatorOf = ({ set, base, ifExists }: OperatorParts): string =>
  `${set === null ? '' : `${set}:`}${base}${ifExists && base !== 'Null' ? 'IfExists' : ''}`;
