// Blame: which policy to open first when somebody wants to change a decision.
import { serviceOf } from '../../evaluation/action.ts';
import type { PolicySource } from '../../evaluation/applicable.ts';
import type { Evaluation, StatementReason, StatementResult } from '../../evaluation/evaluation.ts';
import { isAboutAction, lacksAllow } from '../../evaluation/explain/bearing.ts';
import type { Request } from '../../evaluation/request.ts';

/** How close a statement came to matching: what was compared last comes first. */
const DISTANCE: Readonly<Record<StatementReason, number>> = {
  matched: 0,
  conditionUnknown: 1,
  conditionNotMet: 1,
  resourceNotListed: 2,
  resourceExcluded: 2,
  principalNotListed: 3,
  principalExempted: 3,
  actionNotListed: 4,
  actionExcluded: 4,
};

const OPENED: ReadonlySet<PolicySource['kind']> = new Set([
  'awsManaged',
  'customerManaged',
  'inline',
  'resource',
  'endpoint',
  'organization',
] as const);

/** Whether the editor can find a policy of this kind: the others are not kept in an account. */
export const canOpen = ({ kind }: PolicySource): boolean => OPENED.has(kind);

/**
 * The statement to look at first, among those of policies that `within` accepts. For an Allow or a Deny, one that decided.
 * For an implicit deny, the Allow that came closest, of the layer that lacked one or of the policy of the resource where
 * one would have been enough too; among equally close ones, that of a policy that can be changed, then the one whose
 * resource begins most like the one asked for. Null when none came near.
 */
export function nearestStatement(
  evaluation: Evaluation,
  within: (source: PolicySource) => boolean,
): StatementResult | null {
  const { request, decision, layers } = evaluation;
  if (decision.outcome === 'depends') return null;
  if (decision.outcome !== 'implicitDeny') {
    return decision.statements.find(({ policy }) => within(policy.source)) ?? null;
  }
  const missed = layers.flatMap((layer) => {
    const allows = layer.statements.filter(
      ({ statement, policy }) => statement.effect === 'Allow' && within(policy.source),
    );
    if (layer.layer === decision.by) {
      return layer.layer === 'identity' ? allows.filter((result) => isNear(result, request)) : allows;
    }
    const other = decision.by === 'identity' && layer.layer === 'resource' && lacksAllow(layer, evaluation);
    return other ? allows.filter((result) => isAboutAction(result)) : [];
  });
  const ranked = missed.map((result) => ({ result, rank: rankOf(result, request) }));
  ranked.sort((a, b) => compare(a.rank, b.rank));
  return ranked[0]?.result ?? null;
}

/**
 * A caller has several policies of its own, and one that is about other services only is no better a place for an Allow
 * than any other. Of a boundary or of a policy of a resource there is one, which is therefore the place.
 */
function isNear(result: StatementResult, request: Request): boolean {
  const service = serviceOf(request.action);
  return (
    isAboutAction(result) ||
    result.statement.action.patterns.some(({ value }) => serviceOf(value) === service)
  );
}

/** The policy to open first; null when none came near, or when the editor could open none of those that did. */
export const policyToOpen = (evaluation: Evaluation): PolicySource | null =>
  nearestStatement(evaluation, canOpen)?.policy.source ?? null;

/**
 * The name of the user among whose policies none is to be singled out: an Allow is missing in all of them, and none came
 * near. Null where that is not so.
 */
export function userWithoutNearPolicy(evaluation: Evaluation): string | null {
  const { request, decision } = evaluation;
  if (request.principal.kind !== 'user' || decision.outcome !== 'implicitDeny') return null;
  return decision.by === 'identity' && policyToOpen(evaluation) === null ? request.principal.name : null;
}

/** The nearer, the smaller. */
function rankOf({ match, policy, statement }: StatementResult, { resource }: Request): readonly number[] {
  const shared = (statement.resource?.patterns ?? []).map(({ value }) => sharedStart(value, resource));
  return [DISTANCE[match.reason], policy.source.kind === 'awsManaged' ? 1 : 0, -Math.max(0, ...shared)];
}

const compare = (a: readonly number[], b: readonly number[]): number =>
  a.map((value, i) => value - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;

function sharedStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

/** Statements nearest first. */
export const byDistance = (a: StatementResult, b: StatementResult): number =>
  DISTANCE[a.match.reason] - DISTANCE[b.match.reason];
