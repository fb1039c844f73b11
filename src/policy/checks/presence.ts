// Checks of a policy document: conditions with "*", which only ask whether a key is there, or ask nothing.
import type { DraftCondition } from '../condition.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { DraftStatement } from '../draft.ts';
import { fault } from './codes.ts';
import { fix, removal, replacement } from './mend.ts';
import type { Subject } from './subject.ts';

export function checkPresence({ text, draft }: Subject): readonly Diagnostic[] {
  return draft.statements.flatMap((statement) =>
    statement.conditions.flatMap((condition) => checkCondition(text, statement, condition)),
  );
}

const matchesAll = ({ operator, values }: DraftCondition): boolean =>
  operator.base.endsWith('Like') && operator.set === null && values.some(({ value }) => /^\*+$/.test(value));

function checkCondition(
  text: string,
  { conditions }: DraftStatement,
  condition: DraftCondition,
): Diagnostic[] {
  if (!matchesAll(condition)) return [];
  const { operator, operatorName, name, key, value } = condition;
  const isNegated = operator.base.includes('Not');
  const found: Diagnostic[] = [];
  const isAlone = conditions.length === 1;
  const besides = conditions.filter((other) => other.operatorName.from === operatorName.from);
  // With other keys under the operator, the fix would have to take the block apart.
  const answer = isNegated ? '"true"' : '"false"';
  const fixes =
    besides.length === 1
      ? [fix(`Use "Null" and ${answer}`, replacement(operatorName, '"Null"'), replacement(value, answer))]
      : [];
  if (!operator.ifExists && (isAlone || besides.length === 1))
    found.push(
      fault(isNegated ? 'EQUIVALENT_TO_NULL_TRUE' : 'EQUIVALENT_TO_NULL_FALSE', name, key, { fixes }),
    );
  if (!isNegated && (besides.length > 1 || (operator.ifExists && !isAlone)))
    found.push(
      fault('REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION', name, key, {
        fixes: besides.length > 1 ? [fix('Remove the key', removal(text, condition))] : [],
      }),
    );
  // Always met, or met only without a key that requests nearly always have.
  if (isAlone && (isNegated || operator.ifExists))
    found.push(fault('REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION', name, key));
  return found;
}
