// Checks of a policy document: conditions with "*", which only ask whether a key is there, or ask nothing.
import type { DraftCondition } from '../condition.ts';
import type { Diagnostic, Fix } from '../diagnostic.ts';
import type { DraftStatement } from '../draft.ts';
import type { Json } from '../json.ts';
import type { Span } from '../span.ts';
import { fault } from './codes.ts';
import { isMultivalued, knownKey } from './known-keys.ts';
import { fix, lastMember, removal, replacement } from './mend.ts';
import { isIdentity, quoted, type Subject } from './subject.ts';

export function checkPresence(subject: Subject): readonly Diagnostic[] {
  return subject.draft.statements.flatMap((statement) =>
    statement.conditions
      .filter((condition) => matchesAll(subject, statement, condition))
      .flatMap((condition) => checkCondition(subject, statement, condition)),
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

/** Keys that come with every request to which a policy of an identity applies. */
const ALWAYS = /^aws:(?:principal(?:account|arn|type)|userid|requestedregion)$/i;
/** A claim of a token: that there is one says nothing of whose it is. */
const CLAIM = /^[^:]*\..*:./;

function checkCondition(
  subject: Subject,
  statement: DraftStatement,
  condition: DraftCondition,
): Diagnostic[] {
  const { text } = subject;
  const { operator, operatorName, name, key } = condition;
  const besides = statement.conditions.filter((other) => other.operatorName.from === operatorName.from);
  const isAloneThere = besides.length === 1;
  // With IfExists or without, the negated operator is met where the key is missing, and with "*" only there.
  if (operator.base.includes('Not'))
    return isIdentity(subject) && ALWAYS.test(key)
      ? [fault('REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION', name, key)]
      : [
          fault('EQUIVALENT_TO_NULL_TRUE', name, key, {
            fixes: asNull(text, statement, condition, isAloneThere, true),
          }),
        ];
  if (!operator.ifExists) {
    const more =
      subject.type === 'trust' && CLAIM.test(key)
        ? { help: WHOSE }
        : { fixes: asNull(text, statement, condition, isAloneThere, false) };
    return [fault('EQUIVALENT_TO_NULL_FALSE', name, key, more)];
  }
  // Met with the key, whatever its value, and without it.
  const isAlone = statement.conditions.length === 1;
  const all = statement.json.members.find((member) => member.name.value === 'Condition');
  const useless = isAlone ? all : isAloneThere ? block(statement, condition) : condition;
  return [
    fault('REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION', name, key, {
      message: isAlone ? ALWAYS_MET : undefined,
      fixes: useless ? [fix('Remove the key', removal(text, useless))] : [],
    }),
  ];
}

const WHOSE = 'That a token has it says nothing of whose it is: write what yours have.';

const ALWAYS_MET =
  'With "*" and IfExists the condition on {} is always met: the statement holds as if it had none.';

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
