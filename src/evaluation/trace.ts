// trace: what was recorded of an evaluation, turned into objects. Only what somebody looks at is made.
import { askedAction } from './action.ts';
import type { Context } from './context.ts';
import { hasLayer, isLevelled, layersIn, type OpenStatements, type Verdict } from './decide.ts';
import type {
  DecidedBy,
  Decision,
  Evaluation,
  GrantKind,
  LayerResult,
  LevelResult,
  Note,
  StatementMatch,
  StatementResult,
} from './evaluation.ts';
import type { ReadLayer, ReadPool } from './layers.ts';
import { notesOf } from './notes.ts';
import { ALLOWS, DENIES, added, isOpen, MAY_DENY, type Sum } from './outcome.ts';
import type { Request } from './request.ts';
import { describeMatch, describeOther } from './statement.ts';

/** An evaluation as recorded: the decision at hand, all else made when it is first asked for. */
export class RecordedEvaluation implements Evaluation {
  readonly request: Request;
  readonly decision: Decision;
  readonly #verdict: Verdict;
  readonly #read: readonly ReadLayer[];
  readonly #context: Context;
  #layers: readonly LayerResult[] | null = null;
  #notes: readonly Note[] | null = null;

  constructor(request: Request, verdict: Verdict, read: readonly ReadLayer[], context: Context) {
    this.request = request;
    this.#verdict = verdict;
    this.#read = read;
    this.#context = context;
    this.decision = this.#decided();
  }

  get layers(): readonly LayerResult[] {
    this.#layers ??= this.#read.map((read) => layerResult(read, this.#verdict, this.request, this.#context));
    return this.#layers;
  }

  get notes(): readonly Note[] {
    this.#notes ??= notesOf(this, this.#context);
    return this.#notes;
  }

  /** The same, but for a decision that depends on these keys too. */
  dependingOn(keys: readonly string[]): RecordedEvaluation {
    const on = [...new Set([...keys, ...this.#verdict.on])];
    const verdict: Verdict = { ...this.#verdict, outcome: 'depends', by: 'none', missing: 0, on };
    return new RecordedEvaluation(this.request, verdict, this.#read, this.#context);
  }

  #decided(): Decision {
    const verdict = this.#verdict;
    switch (verdict.outcome) {
      case 'allow':
        return new Determined('allow', verdict.by, this);
      case 'explicitDeny':
        return new Determined('explicitDeny', verdict.by, this);
      case 'implicitDeny':
        return {
          outcome: 'implicitDeny',
          by: verdict.by,
          also: verdict.missing === 0 ? NONE : layersIn(verdict.missing).slice(1),
        };
      case 'depends':
        return { outcome: 'depends', on: verdict.on };
    }
  }
}

const NONE: readonly never[] = [];

/** A decision that statements determined; which ones is looked up in the trace. */
class Determined<Outcome extends 'allow' | 'explicitDeny', By extends DecidedBy> {
  readonly outcome: Outcome;
  readonly by: By;
  readonly #evaluation: RecordedEvaluation;

  constructor(outcome: Outcome, by: By, evaluation: RecordedEvaluation) {
    this.outcome = outcome;
    this.by = by;
    this.#evaluation = evaluation;
  }

  /** For a Deny those of its layer; for an Allow those that granted it, of the deciding layer first. */
  get statements(): readonly StatementResult[] {
    const { layers } = this.#evaluation;
    const matching = ({ statements }: LayerResult, effect: 'Allow' | 'Deny'): StatementResult[] =>
      statements.filter(({ statement, match }) => statement.effect === effect && counts(match));
    if (this.outcome === 'explicitDeny') {
      return layers.filter(({ layer }) => layer === this.by).flatMap((layer) => matching(layer, 'Deny'));
    }
    // Where the policy of the resource was enough, it was by its strongest kind of grant: the others prove nothing.
    if (this.by === 'resource') {
      const granting = layers
        .filter(({ layer }) => layer === 'resource')
        .flatMap((layer) => matching(layer, 'Allow'));
      const strongest = Math.min(...granting.map(strengthOf));
      return granting.filter((result) => strengthOf(result) === strongest);
    }
    return layers
      .filter(({ layer, required }) => required && (layer === 'identity' || layer === 'resource'))
      .sort((one, other) => Number(other.layer === this.by) - Number(one.layer === this.by))
      .flatMap((layer) => matching(layer, 'Allow'));
  }
}

/** Being named itself, then by what it is a session of, then by account. */
const STRENGTH: Readonly<Record<GrantKind, number>> = { direct: 0, role: 1, federatedParent: 1, account: 2 };

const strengthOf = ({ match }: StatementResult): number =>
  'grant' in match && match.grant !== undefined ? STRENGTH[match.grant] : 0;

const counts = (match: StatementMatch): boolean => match.matched === true && match.void === undefined;

function layerResult(read: ReadLayer, verdict: Verdict, request: Request, context: Context): LayerResult {
  const { layer, absence } = read;
  const required = hasLayer(verdict.required, layer);
  if (absence !== null) return { layer, effect: 'absent', absence, required, grants: [], statements: [] };
  const levels = read.pools.map(({ name, sum }): LevelResult => ({ name, effect: effectOf(sum) }));
  const statements = read.pools.flatMap((pool) => statementsOf(read, pool, request, context));
  const result: LayerResult = {
    layer,
    effect: isLevelled(layer)
      ? combined(levels)
      : effectOf(read.pools.reduce((sum, pool) => sum | pool.sum, 0)),
    required,
    grants: layer === 'resource' ? grantsOf(statements) : [],
    statements,
  };
  return isLevelled(layer) ? { ...result, levels } : result;
}

/** All statements of a pool in their order, those about other actions included. */
function statementsOf(
  { layer, rules }: ReadLayer,
  { pool, about, outcomes }: ReadPool,
  request: Request,
  context: Context,
): StatementResult[] {
  const action = askedAction(request.action);
  let next = 0;
  return pool.policies.flatMap(({ policy, document }) =>
    document.statements.map((compiled): StatementResult => {
      const candidate = about[next];
      const outcome = outcomes[next];
      const isAbout = candidate?.compiled === compiled && candidate.policy === policy;
      if (isAbout) next += 1;
      const match =
        isAbout && outcome !== undefined
          ? describeMatch(candidate, outcome, request, context, rules)
          : describeOther(document, compiled, action);
      return { layer, policy, statement: compiled.statement, match };
    }),
  );
}

/** The statements of a pool that may or may not match. */
export const openStatements: OpenStatements = ({ rules }, { about, outcomes }, request, context) =>
  about.flatMap((candidate, index) => {
    const outcome = outcomes[index] ?? 0;
    const sum = added(0, candidate.compiled.statement.effect === 'Deny', outcome);
    if (!isOpen(sum)) return [];
    const match = describeMatch(candidate, outcome, request, context, rules);
    return match.matched === 'unknown' ? [{ sum, keys: match.keys }] : [];
  });

function effectOf(sum: Sum): LevelResult['effect'] {
  if (sum & DENIES) return 'deny';
  if (sum & MAY_DENY) return 'unknown';
  if (sum & ALLOWS) return 'allow';
  return isOpen(sum) ? 'unknown' : 'silent';
}

/** A Deny on any level denies; the layer allows if every level does. */
function combined(levels: readonly LevelResult[]): LayerResult['effect'] {
  const worstFirst = ['deny', 'silent', 'unknown'] as const;
  return worstFirst.find((effect) => levels.some((level) => level.effect === effect)) ?? 'allow';
}

const grantsOf = (statements: readonly StatementResult[]): GrantKind[] => [
  ...new Set(
    statements.flatMap(({ statement, match }) =>
      statement.effect === 'Allow' && match.matched === true && match.void === undefined && match.grant
        ? [match.grant]
        : [],
    ),
  ),
];
