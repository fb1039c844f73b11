// Blame: which policy to open first when somebody wants to change a decision.
import type { PolicySource } from '../../evaluation/applicable.ts';
import type { Evaluation, StatementReason, StatementResult } from '../../evaluation/evaluation.ts';

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

/** Whether the editor can find a policy of this kind: the others are not kept in an account. */
export const canOpen = ({ kind }: PolicySource): boolean =>
  kind === 'awsManaged' || kind === 'customerManaged' || kind === 'inline' || kind === 'resource';

/**
 * The statement to look at first, among those of policies that `within` accepts. For an Allow or a Deny, one that decided.
 * For an implicit deny, the Allow that came closest, of the layer that lacked one; among equally close ones, that of a
 * policy that can be changed, then the one whose resource begins most like the one asked for. Null when there is none.
 */
export function nearestStatement(
  { request, decision, layers }: Evaluation,
  within: (source: PolicySource) => boolean,
): StatementResult | null {
  if (decision.outcome === 'depends') return null;
  if (decision.outcome !== 'implicitDeny') {
    return decision.statements.find(({ policy }) => within(policy.source)) ?? null;
  }
  const missed = (layers.find(({ layer }) => layer === decision.by)?.statements ?? []).filter(
    ({ statement, policy }) => statement.effect === 'Allow' && within(policy.source),
  );
  const ranked = missed.map((result) => ({ result, rank: rankOf(result, request.resource) }));
  ranked.sort((a, b) => compare(a.rank, b.rank));
  return ranked[0]?.result ?? null;
}

/** The policy to open first; null when the editor could open none of those that were read. */
export const policyToOpen = (evaluation: Evaluation): PolicySource | null =>
  nearestStatement(evaluation, canOpen)?.policy.source ?? null;

/** The nearer, the smaller. */
function rankOf({ match, policy, statement }: StatementResult, resource: string): readonly number[] {
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

/** Statements nearest first, for a list too long to show whole. */
export const byDistance = (a: StatementResult, b: StatementResult): number =>
  DISTANCE[a.match.reason] - DISTANCE[b.match.reason];
