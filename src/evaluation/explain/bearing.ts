// bearing: how much one statement has to do with the decision.
import type { Evaluation, LayerResult, StatementResult } from '../evaluation.ts';
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
  const { decision } = evaluation;
  const { match, statement } = result;
  if ('statements' in decision && decision.statements.includes(result)) return 'decided';
  if (match.matched === true && match.void === undefined) return 'matched';
  if (match.matched === 'unknown') return 'near';
  if (!isAboutAction(result)) return 'otherAction';
  return statement.effect === 'Allow' && lacksAllow(layer, evaluation) ? 'near' : 'aside';
}

/** Whether an Allow of this layer was missing: one that was needed, or one that would have been as good. */
export const lacksAllow = (layer: LayerResult, evaluation: Evaluation): boolean =>
  layer.effect === 'silent' &&
  (layer.required || (layer.layer === 'resource' && otherWay(evaluation) !== null));

/** Whether Action or NotAction takes in the action that was asked for, whatever else the statement was left for. */
export const isAboutAction = ({ match }: StatementResult): boolean =>
  match.reason !== 'actionNotListed' && match.reason !== 'actionExcluded';
