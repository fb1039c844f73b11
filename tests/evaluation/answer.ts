// The answer to a case: the decision and what decided it, or why there is none.
import type { Evaluation } from '../../src/evaluation/evaluation.ts';
import { evaluate } from '../../src/evaluation/evaluate.ts';
import { caseInput, type CaseFileEntry } from './case-file.ts';

/** One line of the runner's output. */
export type Answer =
  | { readonly id: string; readonly decision: string; readonly decidedBy: string }
  | { readonly id: string; readonly error: string };

export function answerOf(entry: CaseFileEntry): Answer {
  const input = caseInput(entry);
  if (!input.ok) return { id: entry.id, error: input.error };
  return describe(entry.id, evaluate(input.value.applicable, input.value.request));
}

function describe(id: string, { decision }: Evaluation): Answer {
  if (decision.outcome === 'depends')
    return { id, error: `the decision depends on ${decision.on.join(', ')}` };
  return { id, decision: decision.outcome, decidedBy: decision.by };
}

/** Whether both the decision and what decided it are as expected. */
export const isExpected = (answer: Answer, { json }: CaseFileEntry): boolean =>
  'decision' in answer && answer.decision === json.expected && answer.decidedBy === json.decidedBy;
