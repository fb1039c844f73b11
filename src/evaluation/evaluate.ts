// evaluate: one request against all policies that apply to it. Every statement is kept, with the reason it did or did not match.
import type { ApplicablePolicies } from './applicable.ts';
import { contextOf } from './context.ts';
import { decide } from './decide.ts';
import type { Evaluation } from './evaluation.ts';
import { readLayers } from './layers.ts';
import type { Request } from './request.ts';
import { openStatements, RecordedEvaluation } from './trace.ts';

/**
 * Decides whether a request is allowed, and keeps the full trace. Never throws. What the request and the policies do not
 * determine, for want of a value that is not known, is answered with `depends`, never guessed.
 *
 * Documents, requests and lists of policies are taken not to change: what is made of them is kept as long as they are.
 */
export function evaluate(applicable: ApplicablePolicies, request: Request): Evaluation {
  const context = contextOf(request);
  const read = readLayers(applicable, request, context);
  return new RecordedEvaluation(request, decide(read, request, context, openStatements), read, context);
}
