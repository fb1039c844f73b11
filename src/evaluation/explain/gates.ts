// gates: the eight places where a request can be stopped, in the order in which they are shown.
import type { AbsenceReason, Evaluation, Layer, LayerResult } from '../evaluation.ts';
import { limitOn } from '../limits.ts';
import { isRootRecovery, needsNoPermission } from '../service-rules.ts';
import { policiesIn, policyName } from './names.ts';
import { otherWay } from './other-way.ts';

/**
 * `shut`: the request was stopped here. `wouldOpen` and `wouldRefuse`: what the gates would have done that the request
 * never came to, or that refuse as well. `otherWay`: an Allow here would have been enough too, and there was none.
 * `depends`: that turns on something that is not known.
 */
export type GateState =
  'open' | 'shut' | 'notInTheWay' | 'wouldOpen' | 'wouldRefuse' | 'otherWay' | 'depends';

export interface Gate {
  readonly name: string;
  /** Null for the first gate, which looks for a Deny in all layers. */
  readonly layer: Layer | null;
  readonly state: GateState;
  /** A few words, for example `WriteDrafts allows`. */
  readonly note: string;
}

const GATES: readonly { readonly name: string; readonly layer: Layer }[] = [
  { name: 'Resource control', layer: 'rcp' },
  { name: 'Service control', layer: 'scp' },
  { name: 'Resource-based', layer: 'resource' },
  { name: 'Identity-based', layer: 'identity' },
  { name: 'Boundary', layer: 'boundary' },
  { name: 'Session policy', layer: 'session' },
  { name: 'Endpoint', layer: 'vpce' },
];

const ABSENCE: Readonly<Record<AbsenceReason, string>> = {
  noOrganization: 'no organization',
  noBoundary: 'no boundary',
  noSessionPolicy: 'no session policy',
  noEndpoint: 'no endpoint',
  notForThisPrincipal: 'not for this caller',
  noResourcePolicy: 'no policy on the resource',
  rootUser: 'the root user has none',
  notForThisService: 'does not cover this service',
  notForThisResource: 'asks for no resource',
  forwarded: 'a service made the call',
};

/** The key that says of which organization the account is that the policies of a layer would be about. */
const ORGANIZATION_KEYS: Readonly<Partial<Record<Layer, string>>> = {
  rcp: 'aws:resourceorgid',
  scp: 'aws:principalorgid',
};

/** In an organization the type may not be enabled, and its management account is beyond the reach of both. */
function absenceNote(
  { request }: Evaluation,
  { layer, absence = 'notForThisPrincipal' }: LayerResult,
): string {
  const organized = Object.keys(request.context).some(
    (key) => key.toLowerCase() === ORGANIZATION_KEYS[layer],
  );
  return absence === 'noOrganization' && organized ? 'not in force here' : ABSENCE[absence];
}

/** Eight gates: explicit deny first, then one for each layer. */
export function gatesOf(evaluation: Evaluation): readonly Gate[] {
  const { decision } = evaluation;
  const stop =
    decision.outcome === 'implicitDeny' ? GATES.findIndex(({ layer }) => layer === decision.by) : -1;
  const behind = (index: number): boolean =>
    decision.outcome === 'explicitDeny' || (stop !== -1 && index > stop);
  return [
    denyGate(evaluation),
    ...GATES.map(({ name, layer }, index): Gate => {
      const result = evaluation.layers.find((candidate) => candidate.layer === layer);
      return { name, layer, ...layerGate(evaluation, result, index === stop, behind(index)) };
    }),
  ];
}

function denyGate({ request, decision, layers }: Evaluation): Gate {
  const gate = { name: 'Explicit deny', layer: null };
  if (decision.outcome === 'explicitDeny') {
    const [policy] = policiesIn(decision.statements);
    return {
      ...gate,
      state: 'shut',
      note: `${policy === undefined ? 'a policy' : policyName(policy, request)} forbids it`,
    };
  }
  if (areUnasked({ request })) return { ...gate, state: 'notInTheWay', note: 'not asked' };
  const denies = layers
    .flatMap(({ statements }) => statements)
    .filter(({ statement }) => statement.effect === 'Deny');
  if (decision.outcome === 'depends' && denies.some(({ match }) => match.matched === 'unknown')) {
    return { ...gate, state: 'depends', note: 'cannot be told' };
  }
  const overruled = denies.some(({ match }) => match.matched === true);
  return { ...gate, state: 'open', note: overruled ? 'does not bind the root user here' : 'none matched' };
}

/** Calls that are decided before any policy is asked. */
const areUnasked = ({ request }: Pick<Evaluation, 'request'>): boolean =>
  needsNoPermission(request) || limitOn(request) !== null;

function layerGate(
  evaluation: Evaluation,
  result: LayerResult | undefined,
  stopped: boolean,
  behind: boolean,
): Pick<Gate, 'state' | 'note'> {
  if (result === undefined || areUnasked(evaluation)) return { state: 'notInTheWay', note: 'not asked' };
  if (result.effect === 'absent' && !result.required) {
    return { state: 'notInTheWay', note: absenceNote(evaluation, result) };
  }
  const refuses = isRefusing(evaluation, result);
  if (refuses) return { state: stopped ? 'shut' : 'wouldRefuse', note: refusalNote(evaluation, result) };
  if (result.effect === 'unknown') return { state: 'depends', note: 'cannot be told' };
  if (result.effect === 'deny') return { state: 'open', note: 'does not bind the root user here' };
  if (!result.required) {
    const missed = result.layer === 'resource' ? otherWay(evaluation) : null;
    if (missed === 'silent') return { state: 'otherWay', note: 'silent, could have allowed' };
    if (missed === 'delegated') return { state: 'otherWay', note: 'leaves it to the account' };
    const note =
      result.effect === 'allow' ? `${allowing(evaluation, result)} allows, not needed` : 'silent, not needed';
    return { state: behind ? 'wouldOpen' : 'open', note };
  }
  return behind
    ? { state: 'wouldOpen', note: 'would allow' }
    : { state: 'open', note: `${allowing(evaluation, result)} allows` };
}

function isRefusing({ request, decision }: Evaluation, { layer, effect, required }: LayerResult): boolean {
  if (decision.outcome === 'implicitDeny') return decision.by === layer || decision.also.includes(layer);
  if (effect === 'deny') return layer !== 'resource' || !isRootRecovery(request);
  return required && (effect === 'silent' || effect === 'absent');
}

function allowing({ request }: Evaluation, { statements }: LayerResult): string {
  const allow = statements.find(
    ({ statement, match }) =>
      statement.effect === 'Allow' && match.matched === true && match.void === undefined,
  );
  return allow === undefined ? 'nothing' : policyName(allow.policy, request);
}

function refusalNote(evaluation: Evaluation, result: LayerResult): string {
  const { request, decision } = evaluation;
  if (result.effect === 'absent') return absenceNote(evaluation, result);
  if (result.effect === 'deny') {
    return decision.outcome === 'explicitDeny' && decision.by === result.layer
      ? 'forbids it'
      : 'forbids it too';
  }
  if (result.statements.some(({ match }) => match.matched === true && match.void !== undefined))
    return 'cannot grant this call';
  const silentLevel = result.levels?.find(({ effect }) => effect !== 'allow');
  if (silentLevel !== undefined) return `${silentLevel.name} is silent`;
  const policies = policiesIn(result.statements);
  const [only] = policies;
  if (only === undefined) return 'no policy';
  return policies.length === 1
    ? `${policyName(only, request)} is silent`
    : `none of ${policies.length} policies allows`;
}
