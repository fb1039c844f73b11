// marks: the places in policy documents that decided, or that are to blame, for the editor.
import type { Span } from '../../policy/span.ts';
import type { AppliedPolicy } from '../applicable.ts';
import { serviceOf } from '../action.ts';
import type { Evaluation, StatementResult } from '../evaluation.ts';
import type { Request } from '../request.ts';
import { isAboutAction, lacksAllow } from './bearing.ts';
import { plain } from './part.ts';
import { reasonSentence } from './reason.ts';

export interface PolicyMark extends Span {
  readonly tone: 'allow' | 'implicit' | 'explicit';
  /** One sentence. */
  readonly note: string;
}

export interface PolicyMarks {
  readonly policy: AppliedPolicy;
  /** In the order of the text. */
  readonly spans: readonly PolicyMark[];
}

type PlacedMark = readonly [AppliedPolicy, PolicyMark];

/** More places than this in one element are one place: the element. */
const SINGLED_OUT = 8;

/**
 * For an Allow or Deny that decided, its statement. For an implicit deny, in the Allows of each policy that came
 * closest the element that kept them from matching. Policies without a mark are left out.
 */
export function marksOf(evaluation: Evaluation): readonly PolicyMarks[] {
  const byPolicy = new Map<AppliedPolicy, PolicyMark[]>();
  for (const [policy, mark] of allMarks(evaluation)) {
    const marks = byPolicy.get(policy);
    if (marks === undefined) byPolicy.set(policy, [mark]);
    else marks.push(mark);
  }
  return [...byPolicy].map(([policy, spans]) => ({
    policy,
    spans: spans.toSorted((one, other) => one.from - other.from || one.to - other.to),
  }));
}

function allMarks(evaluation: Evaluation): PlacedMark[] {
  const { request, decision, layers } = evaluation;
  switch (decision.outcome) {
    case 'allow':
      return decision.statements.map((result) => statementMark(result, request, 'allow'));
    case 'explicitDeny':
      return decision.statements.map((result) => statementMark(result, request, 'explicit'));
    case 'implicitDeny': {
      const stop = layers.find(({ layer }) => layer === decision.by);
      const allows = (stop?.statements ?? []).filter(({ statement }) => statement.effect === 'Allow');
      const close = [...closest(allows), ...nearElsewhere(evaluation)].flatMap((result) =>
        blameMarks(result, request, toBlame(result, request)),
      );
      if (close.length > 0) return close;
      // Nothing came close: then each list of actions is what is too short.
      return allows.flatMap((result) =>
        result.match.reason === 'actionNotListed'
          ? blameMarks(result, request, [result.statement.action])
          : [],
      );
    }
    case 'depends':
      return [];
  }
}

/** In a policy that has the action somewhere, the statements about other actions are not what is in the way. */
function closest(allows: readonly StatementResult[]): readonly StatementResult[] {
  const hasAction = new Set(allows.filter(isAboutAction).map(({ policy }) => policy));
  return allows.filter((result) => isAboutAction(result) || !hasAction.has(result.policy));
}

/** Allows about the action in the policy of the resource, where one would have been enough too. */
function nearElsewhere(evaluation: Evaluation): readonly StatementResult[] {
  const { decision, layers } = evaluation;
  const resource = layers.find(({ layer }) => layer === 'resource');
  if (!resource || ('by' in decision && decision.by === 'resource') || !lacksAllow(resource, evaluation)) {
    return [];
  }
  return resource.statements.filter((result) => result.statement.effect === 'Allow' && isAboutAction(result));
}

function blameMarks(result: StatementResult, request: Request, spans: readonly Span[]): PlacedMark[] {
  const note = plain(reasonSentence(result, request));
  return spans.map(({ from, to }) => [result.policy, { from, to, tone: 'implicit', note }]);
}

function statementMark(result: StatementResult, request: Request, tone: 'allow' | 'explicit'): PlacedMark {
  const { from, to } = result.statement;
  const effect = tone === 'allow' ? 'This statement allows it.' : 'This statement forbids it.';
  return [result.policy, { from, to, tone, note: `${effect} ${plain(reasonSentence(result, request))}` }];
}

/** What kept a statement from matching. A list of actions of other services only was never close: nothing. */
function toBlame({ statement, match }: StatementResult, request: Request): readonly Span[] {
  switch (match.reason) {
    case 'principalNotListed':
    case 'principalExempted':
      return [statement.principal ?? statement];
    case 'actionNotListed': {
      const service = serviceOf(request.action);
      const near = statement.action.patterns.filter(({ value }) => serviceOf(value) === service);
      return near.length > SINGLED_OUT ? [statement.action] : near;
    }
    case 'resourceNotListed': {
      const element = statement.resource;
      if (element === undefined) return [statement];
      return element.patterns.length > SINGLED_OUT ? [element] : element.patterns;
    }
    case 'actionExcluded':
    case 'resourceExcluded':
      return [match.by];
    case 'conditionNotMet':
    case 'conditionUnknown':
      return match.conditions.filter(({ met }) => met !== true).map(({ condition }) => condition);
    case 'matched':
      return match.void === undefined ? [] : [statement];
  }
}
