// The statement whose Deny decided a request, as a person finds it again.
import type { Evaluation } from '../../evaluation/evaluation.ts';
import { statementName } from '../../evaluation/explain/names.ts';

/** "Locked, statement 2 (NoChanges)"; null where no statement denies, or AWS does not say which. */
export function denyingStatement({ decision, request }: Evaluation): string | null {
  const [denying] = decision.outcome === 'explicitDeny' ? decision.statements : [];
  if (!denying) return null;
  const { statement } = denying;
  return `${statementName(denying, request)}${statement.sid ? ` (${statement.sid})` : ''}`;
}
