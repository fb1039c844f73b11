// A condition operator in its three parts: whose values are compared, how, and whether the key may be absent.
import type { ConditionKeyType } from '../../aws/vocabulary.ts';
import { BASES, suits } from '../completion/operators.ts';
import { isMultivalued } from '../completion/statement-actions.ts';
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

/** Those made for values of a type, the usual ones first, then all others; of a key that nobody knows, all are. */
export function operatorsFor(type: ConditionKeyType | null): {
  readonly made: readonly BaseOperator[];
  readonly others: readonly BaseOperator[];
} {
  const isMade = (base: BaseOperator): boolean => type === null || suits(base, type);
  return {
    made: BASES.filter(isMade),
    others: BASES.filter((base) => !isMade(base)),
  };
}

const USUAL: Readonly<Record<string, BaseOperator>> = {
  ARN: 'ArnLike',
  Bool: 'Bool',
  Numeric: 'NumericLessThanEquals',
  Date: 'DateLessThan',
  IPAddress: 'IpAddress',
};

/**
 * What a condition on a key of a type begins with: of several values, one has to meet it, since ForAllValues is met by
 * none at all.
 */
export const usualOperator = (type: ConditionKeyType | null): OperatorParts => ({
  set: type !== null && isMultivalued(type) ? 'ForAnyValue' : null,
  base: USUAL[(type ?? '').replace('ArrayOf', '')] ?? 'StringEquals',
  ifExists: false,
});

/** The operator of a condition whose key becomes another: kept where it suits the values of that. */
export function operatorAfter(operator: string, type: ConditionKeyType | null): string {
  const parts = partsOfOperator(operator);
  return !parts || type === null || suits(parts.base, type) ? operator : operatorOf(usualOperator(type));
}
