// reason: why one statement did or did not match, as a sentence.
import type { BaseOperator, PatternElement, PolicyVersion } from '../../policy/document.ts';
import { serviceOf } from '../action.ts';
import { OPERATORS } from '../condition/registry.ts';
import type { ConditionResult, StatementResult } from '../evaluation.ts';
import type { Request } from '../request.ts';
import { callerClause } from './caller-words.ts';
import { conditionClause } from './condition-words.ts';
import { list, say, type Part } from './part.ts';
import { variablesClause } from './variable-words.ts';
import { VOID_WORDS } from './void-words.ts';

const GATEWAY: readonly Part[] = [
  { text: 'in the policy of a gateway endpoint an account is its root user only, and ' },
];

/** What an action is asked about that knows no single resources. */
const NO_RESOURCE: readonly Part[] = [
  { text: '; the action knows no single resources, so only ' },
  { code: '*' },
  { text: ' covers it' },
];

/** Each reason code has its own words. */
export function reasonSentence(result: StatementResult, request: Request): readonly Part[] {
  const { statement, match, policy } = result;
  const { action, resource } = request;
  const { version } = policy.document;
  switch (match.reason) {
    case 'principalNotListed':
      return statement.principal === undefined
        ? say`The statement has no Principal, so it is about nobody.`
        : say`Principal does not match: ${match.accountMeansRoot ? GATEWAY : []}the statement is about ${list(valuesOf(statement.principal.entries), 'and')}.`;
    case 'principalExempted':
      return say`The caller is exempt: NotPrincipal lists it.`;
    case 'actionNotListed':
      return say`Action does not match: ${action} is not in ${list(nearestActions(statement.action, action))}.`;
    case 'actionExcluded':
      return say`Action is excepted: NotAction lists ${match.by.value}.`;
    case 'resourceNotListed':
      return statement.resource === undefined
        ? say`The statement has no Resource, so it is about nothing.`
        : say`Resource does not match: asked for ${resource}, the statement covers ${list(valuesOf(statement.resource.patterns))}${variablesClause(valuesOf(statement.resource.patterns), version, request)}${resource === '*' ? NO_RESOURCE : []}.`;
    case 'resourceExcluded':
      return say`Resource is excepted: NotResource lists ${match.by.value}.`;
    case 'conditionNotMet':
      return say`Condition not met: ${clauses(
        match.conditions.filter(({ met }) => met === false),
        version,
        request,
      )}.`;
    case 'conditionUnknown':
      return say`Cannot be told: it turns on ${list(match.keys, 'and')}${openClauses(match.conditions, version, request)}.`;
    case 'matched': {
      const caller = callerClause(result, request);
      const named = match.action
        ? say`${action} is in ${match.action.value}`
        : say`${action} is none that NotAction lists`;
      const covered = match.resource
        ? say`resource is covered by ${match.resource.value}${variablesClause([match.resource.value], version, request)}`
        : say`resource is not excepted`;
      const met =
        match.conditions.length === 0
          ? []
          : say`; condition met: ${clauses(match.conditions, version, request)}`;
      const first = caller.length === 0 ? say`Action ${named}` : say`${caller}; action ${named}`;
      const about = statement.resource === undefined ? say`it is about its own resource` : covered;
      const worthless: readonly Part[] =
        match.void === undefined ? [] : [{ text: `; yet it grants nothing: ${VOID_WORDS[match.void]}` }];
      return say`${first}; ${about}${met}${worthless}.`;
    }
  }
}

/** What is asked of the keys that are not known. */
function openClauses(
  conditions: readonly ConditionResult[],
  version: PolicyVersion,
  request: Request,
): readonly Part[] {
  const open = conditions.filter(({ met }) => met === 'unknown');
  return open.length === 0 ? [] : say`: ${clauses(open, version, request)}`;
}

const valuesOf = (items: readonly { readonly value: string }[]): readonly string[] =>
  items.map(({ value }) => value);

/** Patterns of the service that was asked, if there are any: in a long list they are the ones that came close. */
export function nearestActions(element: PatternElement, action: string): readonly string[] {
  const patterns = valuesOf(element.patterns);
  const near = patterns.filter((pattern) => serviceOf(pattern) === serviceOf(action));
  return near.length > 0 ? near : patterns;
}

const clauses = (
  conditions: readonly ConditionResult[],
  version: PolicyVersion,
  request: Request,
): readonly Part[] =>
  conditions.flatMap((result, index) => [
    ...(index === 0 ? [] : [{ text: '; ' }]),
    ...conditionClause(result),
    ...(readsVariables(result.operator)
      ? variablesClause(valuesOf(result.condition.values), version, request)
      : []),
  ]);

function readsVariables(operator: BaseOperator): boolean {
  const rule = OPERATORS[operator];
  return rule.kind === 'comparison' && rule.variables;
}
