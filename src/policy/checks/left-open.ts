// Left open: why a condition that looks as if it chose some chooses nobody, and how it would.
import type { More } from '../codes.ts';
import type { DraftCondition } from '../condition.ts';
import type { Fix } from '../diagnostic.ts';
import type { Condition, ConditionOperator } from '../document.ts';
import type { DraftStatement } from '../draft.ts';
import { globalKey } from '../global-keys.ts';
import { limits, looksLimiting, openValue } from '../limiting.ts';
import { parseOperator } from '../operators.ts';
import { isMultivalued } from './known-keys.ts';
import { withOperator } from './other-operator.ts';
import { quoted } from './subject.ts';

/**
 * What to do about a statement that no condition limits: of the first condition that could have, and does not.
 * @param isMeant Which keys can, beside being of the right kind.
 */
export function leftOpen(
  text: string,
  statement: DraftStatement,
  hasVariables: boolean,
  isMeant: (key: string) => boolean = () => true,
): Pick<More, 'help' | 'fixes'> {
  const condition = statement.conditions.find(({ key }) => looksLimiting(key) && isMeant(key));
  if (condition === undefined) return {};
  const help = reason(condition, hasVariables);
  const fixes = closing(text, statement, condition, (other) => limits(other, hasVariables));
  return { ...(help !== null && { help }), fixes };
}

/** Null where its operator does not fit its key, which is told elsewhere. */
export function reason(condition: DraftCondition, hasVariables: boolean): string | null {
  const { operator, key } = condition;
  if (operator.ifExists)
    return `${operator.text} is also met by requests without ${key}: leave IfExists out.`;
  if (operator.set === 'ForAllValues')
    return `ForAllValues is also met by requests without ${key}: ${
      isList(key) ? 'use ForAnyValue.' : 'leave it out.'
    }`;
  if (operator.base === 'Null')
    return `Null only asks whether there is ${key}: demand a value of it, as with StringEquals.`;
  if (operator.base.includes('Not'))
    return `${operator.text} lets in everyone else: name those whom you mean, as with StringEquals.`;
  const value = openValue(condition, hasVariables);
  if (value === null) return null;
  return key.toLowerCase() === 'aws:sourceip'
    ? `${quoted(value)} is too wide a range to say whom: write that of your network.`
    : `As ${key}, ${quoted(value)} can be anybody's: write whose you mean.`;
}

const isList = (key: string): boolean => isMultivalued(globalKey(key)?.type ?? 'String');

/**
 * The operator that demands a value.
 * @param closes Whether a condition would do.
 */
export function closing(
  text: string,
  statement: DraftStatement,
  condition: DraftCondition,
  closes: (condition: Condition) => boolean,
): readonly Fix[] {
  const operator = demanding(condition);
  if (operator === null || !closes({ ...condition, operator })) return [];
  return withOperator(text, statement, condition, { operator: operator.text, change: 'narrower' });
}

function demanding({ operator: { base, set }, key }: DraftCondition): ConditionOperator | null {
  const forAny = set !== null && isList(key) ? 'ForAnyValue:' : '';
  return parseOperator(forAny + base);
}
