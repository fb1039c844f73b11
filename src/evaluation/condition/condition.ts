// condition: one condition of a statement against the request context: absent keys, several values, IfExists, Null.
import type { Condition, PolicyVersion } from '../../policy/document.ts';
import { isUnknown, type Context } from '../context.ts';
import type { ContextValue } from '../request.ts';
import { compileTemplate, parseTemplate, plainTemplate, type TemplateTest } from '../template.ts';
import { everyOf, not, someOf, type Truth } from '../truth.ts';
import type { Comparison } from './operator.ts';
import { OPERATORS } from './registry.ts';

export interface CompiledCondition {
  readonly condition: Condition;
  /** Lower-cased. */
  readonly key: string;
  readonly test: (context: Context) => Truth;
}

/**
 * Compiles one key under one operator.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function compileCondition(condition: Condition, version: PolicyVersion): CompiledCondition {
  const key = condition.key.toLowerCase();
  const rule = OPERATORS[condition.operator.base];
  if (rule.kind === 'presence') {
    const holds = (present: boolean): boolean =>
      condition.values.some((wanted) => rule.holds(wanted.value, present));
    return {
      condition,
      key,
      test: (context) => whenKnown(context, key, (actual) => holds(actual !== undefined)),
    };
  }
  const values = condition.values.map(({ value }) =>
    compileTemplate(rule.variables ? parseTemplate(value, version) : plainTemplate(value), rule.prepare),
  );
  return {
    condition,
    key,
    test: (context) =>
      whenKnown(context, key, (actual) =>
        actual === undefined
          ? withoutKey(condition, rule)
          : withKey(condition, actual, (one) => compareOne(rule, values, one, context)),
      ),
  };
}

type KnownValue = string | readonly string[] | undefined;

function whenKnown(context: Context, key: string, test: (actual: KnownValue) => Truth): Truth {
  const entry = context.get(key);
  if (entry === undefined) return test(undefined);
  return isUnknown(entry.value) ? { on: [entry.key] } : test(entry.value);
}

/** Values of the policy combine as OR, and a negated operator turns the result round: NOR. */
function compareOne(
  rule: Comparison,
  values: readonly TemplateTest[],
  actual: string,
  context: Context,
): Truth {
  const listed = someOf(values, (value) => value(actual, context));
  return rule.negated ? not(listed) : listed;
}

/** An absent key fails what must match, and passes what must not match. */
function withoutKey({ operator }: Condition, rule: Comparison): boolean {
  if (operator.ifExists) return true;
  if (operator.set !== null) return operator.set === 'ForAllValues';
  return rule.negated;
}

function withKey(
  { operator }: Condition,
  actual: string | readonly string[],
  compare: (one: string) => Truth,
): Truth {
  switch (operator.set) {
    case 'ForAllValues':
      return everyOf(valuesOf(actual), compare);
    case 'ForAnyValue':
      return someOf(valuesOf(actual), compare);
    case null:
      // AWS asks for a set operator on multivalued keys; without one they match nothing, negated or not.
      return typeof actual === 'string' && compare(actual);
  }
}

/** To the set operators a value that is the empty string is no value at all. */
function valuesOf(actual: string | readonly string[]): readonly string[] {
  const values = typeof actual === 'string' ? [actual] : actual;
  return values.every((value) => value === '') ? [] : values;
}

/** The value that the trace shows; undefined when the key is absent. */
export const actualValue = (context: Context, key: string): ContextValue | undefined =>
  context.get(key)?.value;
