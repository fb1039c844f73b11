// A statement as the CDK and Terraform put it together -> as JSON has it.

export interface Principal {
  readonly type: string;
  readonly ids: readonly unknown[];
}

export interface StatementParts {
  readonly sid?: unknown;
  /** Allow where it is not said. */
  readonly effect?: unknown;
  readonly principals?: readonly Principal[] | undefined;
  readonly notPrincipals?: readonly Principal[] | undefined;
  readonly actions?: readonly unknown[] | undefined;
  readonly notActions?: readonly unknown[] | undefined;
  readonly resources?: readonly unknown[] | undefined;
  readonly notResources?: readonly unknown[] | undefined;
  readonly condition?: unknown;
}

export function statementOf(parts: StatementParts): object {
  const { sid, effect, condition } = parts;
  const members = {
    Sid: sid === '' ? undefined : sid,
    Effect: effect ?? 'Allow',
    Principal: principalOf(parts.principals),
    NotPrincipal: principalOf(parts.notPrincipals),
    Action: oneOrMore(parts.actions),
    NotAction: oneOrMore(parts.notActions),
    Resource: oneOrMore(parts.resources),
    NotResource: oneOrMore(parts.notResources),
    Condition: condition,
  };
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

/** One text stands alone. */
const oneOrMore = (values: readonly unknown[] | undefined): unknown =>
  values?.length === 1 ? values[0] : values;

/** Terraform's kind "*" is everyone, with or without an account. */
function principalOf(principals: readonly Principal[] | undefined): unknown {
  if (principals === undefined || principals.length === 0) return undefined;
  if (principals.some(({ type }) => type === '*')) return '*';
  const kinds = new Map<string, unknown[]>();
  for (const { type, ids } of principals) kinds.set(type, [...(kinds.get(type) ?? []), ...ids]);
  return Object.fromEntries([...kinds].map(([kind, ids]) => [kind, oneOrMore(ids)]));
}

export interface ConditionPart {
  readonly test: string;
  readonly variable: string;
  readonly values: readonly unknown[];
}

/** Conditions of one operator and key count as one, with the values of all. */
export function conditionOf(parts: readonly ConditionPart[]): object | undefined {
  if (parts.length === 0) return undefined;
  const operators = new Map<string, Map<string, unknown[]>>();
  for (const { test, variable, values } of parts) {
    const keys = operators.get(test) ?? new Map<string, unknown[]>();
    operators.set(test, keys.set(variable, [...(keys.get(variable) ?? []), ...values]));
  }
  const entries = [...operators].map(([operator, keys]) => {
    const inner = [...keys].map(([key, values]) => [key, oneOrMore(values)] as const);
    return [operator, Object.fromEntries(inner)] as const;
  });
  return Object.fromEntries(entries);
}
