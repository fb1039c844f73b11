// explain: an evaluation in words: verdict, AWS's message, gates, statements, marks and the rule. Made only when asked for.
import type { Decision, Evaluation, LayerResult, StatementResult } from './evaluation.ts';
import { gatesOf, type Gate } from './explain/gates.ts';
import { marksOf, type PolicyMarks } from './explain/marks.ts';
import { denialMessage } from './explain/message.ts';
import { policyName } from './explain/names.ts';
import type { Part } from './explain/part.ts';
import { reasonSentence } from './explain/reason.ts';
import { ruleOf } from './explain/rule.ts';
import { verdictLine } from './explain/verdict.ts';

export interface Explanation {
  /** One line, for example `Denied: nothing allows it in the identity-based policies`. */
  readonly verdict: string;
  /** AWS's own message, word for word; the empty text when the request is allowed. */
  readonly message: string;
  /** Eight, in the order in which they are shown. */
  readonly gates: readonly Gate[];
  /** Every statement that was read, in the order of layers, policies and statements. */
  readonly statements: readonly StatementExplanation[];
  /** The policies in which something decided or is to blame, with the places. */
  readonly marks: readonly PolicyMarks[];
  /** Two sentences. */
  readonly rule: string;
}

export interface StatementExplanation {
  readonly result: StatementResult;
  /** `WriteDrafts`, or `maple-catalog's bucket policy`. */
  readonly policy: string;
  /** Counted from 1. */
  readonly number: number;
  /** `implicit`: an Allow that would have been needed and did not match. `neutral`: made no difference. */
  readonly tone: 'allow' | 'implicit' | 'explicit' | 'neutral';
  /** One sentence. */
  readonly why: readonly Part[];
}

export function explain(evaluation: Evaluation): Explanation {
  const { request, decision, layers } = evaluation;
  return {
    verdict: verdictLine(evaluation),
    message: denialMessage(evaluation),
    gates: gatesOf(evaluation),
    statements: layers.flatMap((layer) =>
      layer.statements.map((result) => ({
        result,
        policy: policyName(result.policy, request),
        number: result.statement.index + 1,
        tone: toneOf(result, layer, decision),
        why: reasonSentence(result, request),
      })),
    ),
    marks: marksOf(evaluation),
    rule: ruleOf(evaluation),
  };
}

function toneOf(
  { statement, match }: StatementResult,
  layer: LayerResult,
  decision: Decision,
): StatementExplanation['tone'] {
  if (match.matched === true) {
    if (statement.effect === 'Allow') return 'allow';
    // A Deny that matched and did not decide was overruled: a call that no policy can forbid.
    return decision.outcome === 'explicitDeny' ? 'explicit' : 'neutral';
  }
  const missed = statement.effect === 'Allow' && layer.required && layer.effect === 'silent';
  return missed ? 'implicit' : 'neutral';
}
