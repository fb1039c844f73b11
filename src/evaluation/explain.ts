// explain: an evaluation in words: verdict, AWS's message, gates, statements, marks and the rule. Made only when asked for.
import type { Evaluation, LayerResult, StatementResult } from './evaluation.ts';
import { bearingOf, lacksAllow, type Bearing } from './explain/bearing.ts';
import { gatesOf, type Gate } from './explain/gates.ts';
import { marksOf, type PolicyMarks } from './explain/marks.ts';
import { denialMessage } from './explain/message.ts';
import { policyHeading } from './explain/names.ts';
import { noteExplanations, type NoteExplanation } from './explain/note-words.ts';
import type { Part } from './explain/part.ts';
import { reasonSentence } from './explain/reason.ts';
import { ruleOf } from './explain/rule.ts';
import { verdictLine } from './explain/verdict.ts';

export interface Explanation {
  /** One line, for example `Denied: nothing allows it in the identity-based policies`. */
  readonly verdict: string;
  /** AWS's own message, word for word; the empty text when the request is not refused. */
  readonly message: string;
  /** Eight, in the order in which they are shown. */
  readonly gates: readonly Gate[];
  /** Every statement that was read, in the order of layers, policies and statements. */
  readonly statements: readonly StatementExplanation[];
  /** The policies in which something decided or is to blame, with the places. */
  readonly marks: readonly PolicyMarks[];
  /** Two sentences. */
  readonly rule: string;
  /** What AWS leaves open and had to be chosen. */
  readonly notes: readonly NoteExplanation[];
}

export interface StatementExplanation {
  readonly result: StatementResult;
  /** `WriteDrafts`, or `Bucket policy of maple-catalog`. */
  readonly policy: string;
  /** Counted from 1. */
  readonly number: number;
  readonly bearing: Bearing;
  /** `implicit`: an Allow about the action that was missing and did not match. `neutral`: made no difference. */
  readonly tone: 'allow' | 'implicit' | 'explicit' | 'neutral';
  /** One sentence. */
  readonly why: readonly Part[];
}

export function explain(evaluation: Evaluation): Explanation {
  const { request, layers } = evaluation;
  return {
    verdict: verdictLine(evaluation),
    message: denialMessage(evaluation),
    gates: gatesOf(evaluation),
    statements: layers.flatMap((layer) =>
      layer.statements.map((result): StatementExplanation => {
        const bearing = bearingOf(result, layer, evaluation);
        return {
          result,
          policy: policyHeading(result.policy, request),
          number: result.statement.index + 1,
          bearing,
          tone: toneOf(result, bearing, layer, evaluation),
          why: reasonSentence(result, request),
        };
      }),
    ),
    marks: marksOf(evaluation),
    rule: ruleOf(evaluation),
    notes: noteExplanations(evaluation),
  };
}

function toneOf(
  { statement, match }: StatementResult,
  bearing: Bearing,
  layer: LayerResult,
  evaluation: Evaluation,
): StatementExplanation['tone'] {
  if (match.matched === true && match.void === undefined) {
    if (statement.effect === 'Allow') return 'allow';
    // A Deny that matched and did not decide was overruled: a call that no policy can forbid.
    return evaluation.decision.outcome === 'explicitDeny' ? 'explicit' : 'neutral';
  }
  const missed = bearing === 'near' && statement.effect === 'Allow' && lacksAllow(layer, evaluation);
  return missed ? 'implicit' : 'neutral';
}
