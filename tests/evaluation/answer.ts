// The answer to a case: the decision and what decided it, or why there is none.
import { err, ok, type Result } from '../../src/aws/result.ts';
import { decisiveOf } from '../../src/evaluation/call.ts';
import type { Evaluation } from '../../src/evaluation/evaluation.ts';
import { evaluate } from '../../src/evaluation/evaluate.ts';
import { caseInput, type CaseFileEntry } from './case-file.ts';

/** One line of the runner's output. */
export type Answer =
  | {
      readonly id: string;
      readonly decision: string;
      readonly decidedBy: string;
      /** Only where it depends. */
      readonly dependsOn?: readonly string[];
    }
  | { readonly id: string; readonly error: string };

export function answerOf(entry: CaseFileEntry): Answer {
  const evaluation = evaluationOf(entry);
  if (!evaluation.ok) return { id: entry.id, error: evaluation.error };
  const { decision } = evaluation.value;
  return decision.outcome === 'depends'
    ? { id: entry.id, decision: 'depends', decidedBy: 'none', dependsOn: decision.on }
    : { id: entry.id, decision: decision.outcome, decidedBy: decision.by };
}

/** The evaluation that decides; the error says why the case cannot be evaluated. */
export function evaluationOf(entry: CaseFileEntry): Result<Evaluation, string> {
  const input = caseInput(entry);
  if (!input.ok) return input;
  const parts = [input.value, ...input.value.also];
  const decisive = decisiveOf(parts.map(({ applicable, request }) => evaluate(applicable, request)));
  return decisive === null ? err('nothing was asked') : ok(decisive);
}

/**
 * Whether the decision, what decided it and, if it depends, what it depends on are as expected, and every note that is
 * expected is there.
 */
export function isExpected(answer: Answer, entry: CaseFileEntry): boolean {
  if (!('decision' in answer)) return false;
  const { expected, decidedBy, dependsOn, notes } = entry.json;
  return (
    answer.decision === expected &&
    answer.decidedBy === decidedBy &&
    (dependsOn === undefined || sorted(answer.dependsOn) === sorted(dependsOn)) &&
    (notes === undefined || missingNotes(entry).length === 0)
  );
}

/** The notes that a case expects and its evaluation does not carry. */
export function missingNotes(entry: CaseFileEntry): readonly string[] {
  const { notes } = entry.json;
  const evaluation = evaluationOf(entry);
  const found = new Set<string>(evaluation.ok ? evaluation.value.notes.map(({ code }) => code) : []);
  return (Array.isArray(notes) ? notes : []).map(String).filter((code) => !found.has(code));
}

const sorted = (list: unknown): string => (Array.isArray(list) ? list.map(String).sort().join() : '');
