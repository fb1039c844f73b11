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
      test: (context) => {
        const entry = context.get(key);
        return entry !== undefined && isUnknown(entry.value)
          ? { on: [entry.key] }
          : holds(entry !== undefined && !isEmptySet(entry.value));
      },
    };
  }
  const values = condition.values.map(({ value }) =>
    compileTemplate(rule.variables ? parseTemplate(value, version) : plainTemplate(value), rule.prepare),
  );
  const compare = comparing(values, rule.negated);
  const present = withKey(condition, compare);
  const absent = withoutKey(condition, rule);
  return {
    condition,
    key,
    test: (context) => {
      const entry = context.get(key);
      if (entry === undefined) return absent;
      return isUnknown(entry.value) ? { on: [entry.key] } : present(entry.value, context);
    },
  };
}

/**
 * A multivalued key without values. AWS gives `Null: "false"` as the guard against missing keys and empty values alike; of
 * a single value that is the empty string it says nothing, and that one counts as there.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
const isEmptySet = (value: ContextValue): boolean =>
  typeof value === 'object' && !isUnknown(value) && value.length === 0;

/** Values of the policy combine as OR, and a negated operator turns the result round: NOR. */
function comparing(values: readonly TemplateTest[], negated: boolean): TemplateTest {
  const [only, ...others] = values;
  const listed: TemplateTest =
    only !== undefined && others.length === 0
      ? only
      : (actual, context) => someOf(values, (value) => value(actual, context));
  return negated ? (actual, context) => not(listed(actual, context)) : listed;
}

/** An absent key fails what must match, and passes what must not match. */
function withoutKey({ operator }: Condition, rule: Comparison): boolean {
  if (operator.ifExists) return true;
  if (operator.set !== null) return operator.set === 'ForAllValues';
  return rule.negated;
}

type KnownValue = string | readonly string[];

function withKey(
  { operator }: Condition,
  compare: TemplateTest,
): (actual: KnownValue, context: Context) => Truth {
  switch (operator.set) {
    case 'ForAllValues':
      return (actual, context) => everyOf(valuesOf(actual), (one) => compare(one, context));
    case 'ForAnyValue':
      return (actual, context) => someOf(valuesOf(actual), (one) => compare(one, context));
    case null:
      // AWS asks for a set operator on multivalued keys; without one they match nothing, negated or not.
      return (actual, context) => typeof actual === 'string' && compare(actual, context);
  }
}

/** To the set operators a value that is the empty string is no value at all. */
function valuesOf(actual: KnownValue): readonly string[] {
  const values = typeof actual === 'string' ? [actual] : actual;
  return values.every((value) => value === '') ? [] : values;
}

/** The value that the trace shows; undefined when the key is absent. */
export const actualValue = (context: Context, key: string): ContextValue | undefined =>
  context.get(key)?.value;
