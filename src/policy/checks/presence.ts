// Checks of a policy document: conditions with "*", which only ask whether a key is there, or ask nothing.
import type { DraftCondition } from '../condition.ts';
import type { Diagnostic, Fix } from '../diagnostic.ts';
import type { DraftStatement } from '../draft.ts';
import type { Json } from '../json.ts';
import type { Span } from '../span.ts';
import { fault } from './codes.ts';
import { isMultivalued, knownKey } from './known-keys.ts';
import { fix, lastMember, removal, replacement } from './mend.ts';
import { quoted, type Subject } from './subject.ts';

export function checkPresence(subject: Subject): readonly Diagnostic[] {
  return subject.draft.statements.flatMap((statement) =>
    statement.conditions
      .filter((condition) => matchesAll(subject, statement, condition))
      .flatMap((condition) => checkCondition(subject.text, statement, condition)),
  );
}

/**
 * Whether any value of the key matches. The Arn operators ask for an ARN, and without ForAllValues or ForAnyValue a key with
 * several values matches nothing.
 */
function matchesAll(subject: Subject, statement: DraftStatement, condition: DraftCondition): boolean {
  const { operator, key, values } = condition;
  if (!/^String(Not)?Like$/.test(operator.base) || operator.set !== null) return false;
  if (!values.some(({ value }) => /^\*+$/.test(value))) return false;
  const known = knownKey(subject, key, statement);
  return !known || !isMultivalued(known.type);
}

function checkCondition(text: string, statement: DraftStatement, condition: DraftCondition): Diagnostic[] {
  const { operator, operatorName, name, key } = condition;
  const isNegated = operator.base.includes('Not');
  const found: Diagnostic[] = [];
  const isAlone = statement.conditions.length === 1;
  const besides = statement.conditions.filter((other) => other.operatorName.from === operatorName.from);
  if (!operator.ifExists)
    found.push(
      fault(isNegated ? 'EQUIVALENT_TO_NULL_TRUE' : 'EQUIVALENT_TO_NULL_FALSE', name, key, {
        fixes: asNull(text, statement, condition, besides.length === 1, isNegated),
      }),
    );
  // Met with the key, whatever its value, and without it. A key that is asked for without IfExists must be there.
  if (!isNegated && operator.ifExists && !isAlone)
    found.push(
      fault('REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION', name, key, {
        fixes: [
          fix('Remove the key', removal(text, besides.length > 1 ? condition : block(statement, condition))),
        ],
      }),
    );
  // Always met, or met only without a key that requests nearly always have.
  if (isAlone && (isNegated || operator.ifExists))
    found.push(fault('REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION', name, key));
  return found;
}

const blocksOf = ({ json }: DraftStatement): Json | undefined =>
  json.members.find(({ name }) => name.value === 'Condition')?.value;

/** The operator with all that stands under it. */
function block(statement: DraftStatement, { operatorName }: DraftCondition): Span {
  const condition = blocksOf(statement);
  const blocks = condition?.kind === 'object' ? condition.members : [];
  return blocks.find(({ name }) => name.from === operatorName.from) ?? operatorName;
}

/** The key under Null: the operator changes where the key is alone there, and otherwise the key moves. None where Null asks for it too. */
function asNull(
  text: string,
  statement: DraftStatement,
  condition: DraftCondition,
  isAloneThere: boolean,
  isMissing: boolean,
): readonly Fix[] {
  const all = blocksOf(statement);
  if (all?.kind !== 'object') return [];
  const answer = isMissing ? '"true"' : '"false"';
  const label = `Use "Null" and ${answer}`;
  const nulls = all.members.find(({ name }) => name.value === 'Null')?.value;
  if (nulls === undefined && isAloneThere)
    return [fix(label, replacement(condition.operatorName, '"Null"'), replacement(condition.value, answer))];
  const member = `${quoted(condition.key)}: ${answer}`;
  if (nulls === undefined)
    return [fix(label, removal(text, condition), lastMember(all, text, `"Null": { ${member} }`))];
  const isAsked = statement.conditions.some(
    ({ operator, key }) => operator.base === 'Null' && key.toLowerCase() === condition.key.toLowerCase(),
  );
  if (nulls.kind !== 'object' || isAsked) return [];
  const away = removal(text, isAloneThere ? block(statement, condition) : condition);
  return [fix(label, away, lastMember(nulls, text, member))];
}
