// Checks of a policy document: condition keys, their values, and policy variables.
import { fault } from '../codes.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { BaseOperator, Condition, PolicyDocument, Statement } from '../document.ts';
import { hasWildcard } from '../glob.ts';
import type { Spanned } from '../span.ts';

export function checkConditions({ version, statements }: PolicyDocument): Diagnostic[] {
  return statements.flatMap((statement) => [
    ...statement.conditions.flatMap(checkCondition),
    ...checkLetterCase(statement.conditions),
    ...(version === '2008-10-17' ? checkVariables(statement) : []),
  ]);
}

/** Operators of text that take wildcards as they are; `StringLike` is one letter-perfect edit away. */
const LITERAL: readonly BaseOperator[] = [
  'StringEquals',
  'StringNotEquals',
  'StringEqualsIgnoreCase',
  'StringNotEqualsIgnoreCase',
];

function checkCondition(condition: Condition): Diagnostic[] {
  const { operator, key, values } = condition;
  const found: Diagnostic[] = [];
  if (!/^[^:]+:./.test(key))
    found.push(fault('INVALID_CONDITION_KEY_FORMAT', condition, JSON.stringify(key)));
  if (values.length === 0) found.push(fault('EMPTY_ARRAY_CONDITION', condition, key));
  if (LITERAL.includes(operator.base))
    for (const value of values)
      if (hasWildcard(value.value.replace(VARIABLE, '')))
        found.push(fault('WILDCARD_WITHOUT_LIKE_OPERATOR', value, operator.text));
  return found;
}

/** Two keys that differ only by letter case are the same key to IAM. */
function checkLetterCase(conditions: readonly Condition[]): Diagnostic[] {
  const seen = new Set<string>();
  return conditions.flatMap((condition) => {
    const name = JSON.stringify([condition.operator.text, condition.key.toLowerCase()]);
    if (seen.has(name)) return [fault('DUPLICATE_KEYS_WITH_DIFFERENT_CASE', condition, condition.key)];
    seen.add(name);
    return [];
  });
}

const VARIABLE = /\$\{[^{}]*\}/g;

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
function checkVariables({ resource, conditions }: Statement): Diagnostic[] {
  const values: readonly Spanned<string>[] = [
    ...(resource?.patterns ?? []),
    ...conditions.flatMap((condition) => condition.values),
  ];
  return values.flatMap((value) => {
    const [variable] = value.value.match(VARIABLE) ?? [];
    return variable === undefined ? [] : [fault('VARIABLE_UNSUPPORTED_IN_VERSION', value, variable)];
  });
}
