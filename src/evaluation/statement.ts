// statement: one statement against one request. The first element that does not match ends the reading and is the reason.
import type { Statement } from '../policy/document.ts';
import type { CompiledStatement } from './compile.ts';
import { actualValue, type CompiledCondition } from './condition/condition.ts';
import type { Context } from './context.ts';
import type { ConditionResult, StatementMatch } from './evaluation.ts';
import { matchNotPrincipal, matchPrincipal, withoutDelegation, type PrincipalMatch } from './principal.ts';
import type { Request } from './request.ts';
import { isUnsettled, not, type Truth } from './truth.ts';

/** What a layer demands of the statements in it. */
export interface StatementRules {
  /** Policies on something other than the caller must say whom they mean; identity-based policies cannot. */
  readonly principalRequired: boolean;
  /** Only a trust policy may leave Resource out: it means the role that it belongs to. */
  readonly resourceRequired: boolean;
  /** In the policy of a gateway endpoint an account stands for its root user only. */
  readonly accountMeansRoot: boolean;
  readonly hasBoundary: boolean;
}

export function matchStatement(
  { statement, action, resource, conditions }: CompiledStatement,
  request: Request,
  context: Context,
  rules: StatementRules,
): StatementMatch {
  const caller = coversCaller(statement, request, rules);
  if (caller.covered === false) {
    return {
      matched: false,
      reason: statement.principal?.negated ? 'principalExempted' : 'principalNotListed',
    };
  }

  const named = action(request.action);
  if (statement.action.negated && named !== null)
    return { matched: false, reason: 'actionExcluded', by: named };
  if (!statement.action.negated && named === null) return { matched: false, reason: 'actionNotListed' };

  const coverage = resource?.(request.resource, context) ?? { covered: !rules.resourceRequired, by: null };
  const excluding = statement.resource?.negated === true;
  if (excluding && coverage.by !== null)
    return { matched: false, reason: 'resourceExcluded', by: coverage.by };
  const reached = excluding ? not(coverage.covered) : coverage.covered;
  if (reached === false) return { matched: false, reason: 'resourceNotListed' };

  const tested = conditions.map((condition) => testCondition(condition, context));
  const results = tested.map(({ result }) => result);
  if (results.some(({ met }) => met === false)) {
    return { matched: false, reason: 'conditionNotMet', conditions: results };
  }

  const granted = caller.grant !== null && { grant: caller.grant };
  const keys = [caller.covered, reached, ...tested.map(({ truth }) => truth)].flatMap(unsettledKeys);
  if (keys.length > 0) {
    return {
      matched: 'unknown',
      reason: 'conditionUnknown',
      ...granted,
      conditions: results,
      keys: [...new Set(keys)],
    };
  }
  return {
    matched: true,
    reason: 'matched',
    ...(named !== null && { action: named }),
    ...(coverage.by !== null && { resource: coverage.by }),
    ...granted,
    conditions: results,
  };
}

function coversCaller(statement: Statement, request: Request, rules: StatementRules): PrincipalMatch {
  const element = statement.principal;
  if (element === undefined) return { covered: !rules.principalRequired, grant: null };
  const match = element.negated
    ? matchNotPrincipal(element, request.principal, statement.effect, rules.hasBoundary)
    : matchPrincipal(element, request.principal, statement.effect);
  return rules.accountMeansRoot ? withoutDelegation(match) : match;
}

function testCondition(
  { condition, key, test }: CompiledCondition,
  context: Context,
): { readonly truth: Truth; readonly result: ConditionResult } {
  const truth = test(context);
  const met = isUnsettled(truth) ? 'unknown' : truth;
  const actual = actualValue(context, key);
  return { truth, result: { condition, operator: condition.operator.base, met, actual } };
}

const unsettledKeys = (truth: Truth): readonly string[] => (isUnsettled(truth) ? truth.on : []);
