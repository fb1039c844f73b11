// Desk marks: the places of one policy that decided a request, for the editor, and which of them to look at first.
import { explain } from '../../evaluation/explain.ts';
import { nearestActions } from '../../evaluation/explain/reason.ts';
import type { Evaluation, StatementResult } from '../../evaluation/evaluation.ts';
import type { Span } from '../../policy/span.ts';
import type { Mark } from '../editor/marks.ts';
import { nearestStatement } from '../evaluation/blame.ts';

const within = (inner: Span, outer: Span): boolean => inner.from >= outer.from && inner.to <= outer.to;

/** In the order of the text; none for a policy that had no part in the decision. */
export function deskMarks(evaluation: Evaluation, sourceId: string): readonly Mark[] {
  const marks =
    explain(evaluation).marks.find(({ policy }) => policy.source.id === sourceId)?.spans ??
    ([] as readonly Mark[]);
  const statements = evaluation.layers
    .flatMap((layer) => layer.statements)
    .filter(({ policy }) => policy.source.id === sourceId);
  return marks.map((mark) => {
    const more = othersListed(mark, statements, evaluation);
    return more === '' ? mark : { ...mark, note: `${mark.note} ${more}` };
  });
}

/** A mark on an action names those of the same service only; how many more there are says why it is not all of them. */
function othersListed(mark: Mark, statements: readonly StatementResult[], { request }: Evaluation): string {
  const actions = statements.find(({ statement }) => within(mark, statement.action))?.statement.action;
  if (!actions || mark.tone !== 'implicit') return '';
  const { length } = actions.patterns;
  return nearestActions(actions, request.action).length < length
    ? `The statement lists ${length} actions in all.`
    : '';
}

/** Null where the policy has no part in the decision. */
export function firstPlace(evaluation: Evaluation, sourceId: string, marks: readonly Mark[]): Span | null {
  const nearest = nearestStatement(evaluation, ({ id }) => id === sourceId)?.statement;
  const marked = nearest && marks.find((mark) => within(mark, nearest));
  return marked ?? marks[0] ?? nearest ?? null;
}
