// bearing: how much one statement has to do with the decision.
import { indexActions } from '../action.ts';
import type { Evaluation, LayerResult, StatementResult } from '../evaluation.ts';
import type { Request } from '../request.ts';
import { otherWay } from './other-way.ts';

/**
 * From most to least. `decided`: one of those that decided. `near`: about the action, and it would have changed things
 * had its principal, resource or conditions fitted, or may still do so where something is not known. `matched`: it
 * matched and made no difference. `aside`: about the action, did not match, and made no difference. `otherAction`: about
 * other actions.
 */
export const BEARINGS = ['decided', 'near', 'matched', 'aside', 'otherAction'] as const;
export type Bearing = (typeof BEARINGS)[number];

export function bearingOf(result: StatementResult, layer: LayerResult, evaluation: Evaluation): Bearing {
  const { decision, request } = evaluation;
  const { match, statement } = result;
  if ('statements' in decision && decision.statements.includes(result)) return 'decided';
  if (match.matched === true) return 'matched';
  if (match.matched === 'unknown') return 'near';
  if (!isAboutAction(result, request)) return 'otherAction';
  return statement.effect === 'Allow' && lacksAllow(layer, evaluation) ? 'near' : 'aside';
}

/** Whether an Allow of this layer was missing: one that was needed, or one that would have been as good. */
export const lacksAllow = (layer: LayerResult, evaluation: Evaluation): boolean =>
  layer.effect === 'silent' &&
  (layer.required || (layer.layer === 'resource' && otherWay(evaluation) !== null));

/** Whether Action or NotAction takes in the action that was asked for, whatever the statement was left for. */
export function isAboutAction({ statement, match }: StatementResult, request: Request): boolean {
  switch (match.reason) {
    case 'actionNotListed':
    case 'actionExcluded':
      return false;
    // Who is asking is compared first, so the action has not been looked at.
    case 'principalNotListed':
    case 'principalExempted':
      return (indexActions(statement.action)(request.action) !== null) !== statement.action.negated;
    default:
      return true;
  }
}
