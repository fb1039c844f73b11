// call: a call that makes several requests, for example one for each object: all of them must be allowed.
import type { Evaluation } from './evaluation.ts';

/**
 * The evaluation that decides a call, given those of its requests in the order in which they are made: the first that
 * refuses; where none does, the first that depends on what is not known; else the last, once all have been allowed.
 * Null for a call that asks for nothing.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
 */
export function decisiveOf(evaluations: readonly Evaluation[]): Evaluation | null {
  const is = (...outcomes: readonly Evaluation['decision']['outcome'][]): Evaluation | undefined =>
    evaluations.find(({ decision }) => outcomes.includes(decision.outcome));
  return is('explicitDeny', 'implicitDeny') ?? is('depends') ?? evaluations.at(-1) ?? null;
}
