// evaluate: one request against all policies that apply to it. Every statement is kept, with the reason it did or did not match.
import type { ApplicablePolicies } from './applicable.ts';
import { contextOf } from './context.ts';
import { decide } from './decide.ts';
import type { Evaluation, GrantKind, LayerResult, LevelResult, StatementResult } from './evaluation.ts';
import { readLayers, type Pool, type ReadLayer } from './layers.ts';
import type { Request } from './request.ts';

/**
 * Decides whether a request is allowed, and keeps the full trace. Never throws. What the request and the policies do not
 * determine, for want of a value that is not known, is answered with `depends`, never guessed.
 *
 * Not part of a request, and so not part of the answer: access control lists and Block Public Access of S3, and grants of
 * KMS.
 */
export function evaluate(applicable: ApplicablePolicies, request: Request): Evaluation {
  const layers = readLayers(applicable, request, contextOf(request));
  const { decision, required } = decide(layers, request);
  return {
    request,
    decision,
    layers: layers.map((layer) => layerResult(layer, required.includes(layer.layer))),
  };
}

function layerResult(read: ReadLayer, required: boolean): LayerResult {
  const { layer } = read;
  if (read.absence !== null) {
    return { layer, effect: 'absent', absence: read.absence, required, grants: [], statements: [] };
  }
  const levels = read.pools.map((pool): LevelResult => ({ name: pool.name, effect: effectOf(pool) }));
  const result: LayerResult = {
    layer,
    effect: combined(levels),
    required,
    grants: layer === 'resource' ? grantsOf(read.statements) : [],
    statements: read.statements,
  };
  return layer === 'scp' || layer === 'rcp' ? { ...result, levels } : result;
}

function effectOf({ statements }: Pool): LevelResult['effect'] {
  const some = (effect: 'Allow' | 'Deny', matched: true | 'unknown'): boolean =>
    statements.some((result) => result.statement.effect === effect && result.match.matched === matched);
  if (some('Deny', true)) return 'deny';
  if (some('Deny', 'unknown')) return 'unknown';
  if (some('Allow', true)) return 'allow';
  return some('Allow', 'unknown') ? 'unknown' : 'silent';
}

/** A Deny on any level denies; the layer allows if every level does. */
function combined(levels: readonly LevelResult[]): LayerResult['effect'] {
  const worstFirst = ['deny', 'silent', 'unknown'] as const;
  return worstFirst.find((effect) => levels.some((level) => level.effect === effect)) ?? 'allow';
}

const grantsOf = (statements: readonly StatementResult[]): GrantKind[] => [
  ...new Set(
    statements.flatMap(({ statement, match }) =>
      statement.effect === 'Allow' && match.matched === true && match.grant !== undefined
        ? [match.grant]
        : [],
    ),
  ),
];
