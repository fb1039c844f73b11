// statement: one statement against one request. The first element that does not match ends the reading and is the reason.
import type { AskedAction } from './action.ts';
import type { CompiledDocument, CompiledStatement } from './compile.ts';
import { actualValue, type CompiledCondition } from './condition/condition.ts';
import type { Context } from './context.ts';
import type { ConditionResult, StatementMatch } from './evaluation.ts';
import {
  CONDITION_FAILED,
  grantOf,
  grantOutcome,
  MATCHED,
  OTHER_CALLER,
  OTHER_RESOURCE,
  reasonOf,
  UNKNOWN_MATCH,
  voidOf,
  type Outcome,
} from './outcome.ts';
import type { Candidate } from './pool.ts';
import { matchPrincipal, unlistedLevels, type CallerRules } from './principal.ts';
import type { Request } from './request.ts';
import { isUnsettled, type Truth } from './truth.ts';

/** What a layer demands of the statements in it. */
export interface StatementRules extends CallerRules {
  /** Policies on something other than the caller must say whom they mean; identity-based policies cannot. */
  readonly principalRequired: boolean;
  /** Only a trust policy may leave Resource out: it means the role that it belongs to. */
  readonly resourceRequired: boolean;
}

/** A statement that is known to be about the action. */
export function matchStatement(
  { statement, principal, resource, conditions }: CompiledStatement,
  request: Request,
  context: Context,
  rules: StatementRules,
): Outcome {
  let sure = true;
  let grant = 0;
  if (principal !== null) {
    const caller = matchPrincipal(principal, request, statement.effect, rules);
    if (caller.covered === false) return OTHER_CALLER;
    sure = caller.covered === true;
    grant = grantOutcome(caller.grant);
  } else if (rules.principalRequired) return OTHER_CALLER;

  const reached = resource === null ? !rules.resourceRequired : resource.reaches(request.resource, context);
  if (reached === false) return OTHER_RESOURCE;
  sure &&= reached === true;

  for (const { test } of conditions) {
    const met = test(context);
    if (met === false) return CONDITION_FAILED;
    sure &&= met === true;
  }
  return (sure ? MATCHED : UNKNOWN_MATCH) | grant;
}

/** What `matchStatement` found, in full. */
export function describeMatch(
  { compiled, named }: Candidate,
  outcome: Outcome,
  request: Request,
  context: Context,
  rules: StatementRules,
): StatementMatch {
  const { statement, principal, resource } = compiled;
  switch (reasonOf(outcome)) {
    case OTHER_CALLER:
      if (principal?.negated) return { matched: false, reason: 'principalExempted' };
      return { matched: false, reason: 'principalNotListed', accountMeansRoot: rules.accountMeansRoot };
    case OTHER_RESOURCE: {
      const by = statement.resource?.negated ? listing(compiled, request, context) : null;
      return by === null
        ? { matched: false, reason: 'resourceNotListed' }
        : { matched: false, reason: 'resourceExcluded', by };
    }
  }
  const tested = compiled.conditions.map((condition) => testCondition(condition, context));
  const conditions = tested.map(({ result }) => result);
  if (reasonOf(outcome) === CONDITION_FAILED)
    return { matched: false, reason: 'conditionNotMet', conditions };

  const grant = grantOf(outcome);
  const granted = grant !== null && { grant };
  if (reasonOf(outcome) === UNKNOWN_MATCH) {
    const open = [
      principal === null ? true : matchPrincipal(principal, request, statement.effect, rules).covered,
      resource?.reaches(request.resource, context) ?? true,
      ...tested.map(({ truth }) => truth),
    ];
    const keys = [...new Set(open.flatMap(unsettledKeys))];
    return { matched: 'unknown', reason: 'conditionUnknown', ...granted, conditions, keys };
  }
  const covering = statement.resource?.negated ? null : listing(compiled, request, context);
  const ineffective = voidOf(outcome);
  const hits = principal?.negated === true && statement.effect === 'Deny';
  return {
    matched: true,
    reason: 'matched',
    ...(named !== null && { action: named }),
    ...(covering !== null && { resource: covering }),
    ...granted,
    ...(ineffective !== null && { void: ineffective }),
    ...(hits && { notSpared: rules.hasBoundary ? 'boundary' : unlistedLevels(principal, request) }),
    conditions,
  };
}

/** A statement that is not about the action. */
export function describeOther(
  document: CompiledDocument,
  compiled: CompiledStatement,
  action: AskedAction,
): StatementMatch {
  if (!compiled.statement.action.negated) return { matched: false, reason: 'actionNotListed' };
  const by = document.namedBy(compiled, action);
  return by === null
    ? { matched: false, reason: 'actionNotListed' }
    : { matched: false, reason: 'actionExcluded', by };
}

const listing = ({ resource }: CompiledStatement, request: Request, context: Context) =>
  resource?.listing(request.resource, context) ?? null;

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
