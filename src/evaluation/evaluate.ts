// evaluate: one request against all policies that apply to it. Every statement is kept, with the reason it did or did not match.
import type { ApplicablePolicies } from './applicable.ts';
import { contextOf, type Context } from './context.ts';
import { decide } from './decide.ts';
import type { Evaluation } from './evaluation.ts';
import { readLayers } from './layers.ts';
import type { Request } from './request.ts';
import { isServiceLinked } from './service-rules.ts';
import { openStatements, RecordedEvaluation } from './trace.ts';
import { isUnsettled } from './truth.ts';

/**
 * Decides whether a request is allowed, and keeps the full trace. Never throws. What the request and the policies do not
 * determine, for want of a value that is not known, is answered with `depends`, never guessed.
 *
 * Documents, requests and lists of policies are taken not to change: what is made of them is kept as long as they are.
 */
export function evaluate(applicable: ApplicablePolicies, request: Request): Evaluation {
  const context = contextOf(request);
  const serviceLinked = isServiceLinked(request, context);
  if (!isUnsettled(serviceLinked)) return judged(applicable, request, context, serviceLinked);
  // Organization policies and boundaries do not bind service-linked roles: it holds what holds either way.
  const usual = judged(applicable, request, context, false);
  const linked = judged(applicable, request, context, true);
  return usual.decision.outcome === linked.decision.outcome ? usual : usual.dependingOn(serviceLinked.on);
}

function judged(
  applicable: ApplicablePolicies,
  request: Request,
  context: Context,
  serviceLinked: boolean,
): RecordedEvaluation {
  const read = readLayers(applicable, request, context, serviceLinked);
  return new RecordedEvaluation(request, decide(read, request, context, openStatements), read, context);
}
