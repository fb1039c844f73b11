// layers: reads every layer that has a say in a request, all of them with the same pooled function.
import type { AppliedPolicy, ApplicablePolicies, OrganizationLevel } from './applicable.ts';
import { serviceOf } from './action.ts';
import { compileDocument } from './compile.ts';
import { textOf, type Context } from './context.ts';
import { LAYERS, type AbsenceReason, type Layer, type StatementResult } from './evaluation.ts';
import { RCP_SERVICES } from './rcp-services.ts';
import type { Request } from './request.ts';
import { hasGatewayEndpoint } from './service-rules.ts';
import { matchStatement, type StatementRules } from './statement.ts';

/** The statements that are pooled: any Deny among them denies, any Allow allows, and their order means nothing. */
export interface Pool {
  readonly name: string;
  readonly statements: readonly StatementResult[];
}

/** A layer as read. It allows only if each of its pools does: organization layers have one for every level. */
export interface ReadLayer {
  readonly layer: Layer;
  /** Why the layer has no say; it then has neither pools nor statements. */
  readonly absence: AbsenceReason | null;
  readonly pools: readonly Pool[];
  /** Those of all pools, in order. */
  readonly statements: readonly StatementResult[];
}

/** One entry for each of `LAYERS`, in that order. */
export function readLayers(applicable: ApplicablePolicies, request: Request, context: Context): ReadLayer[] {
  const isGateway =
    applicable.endpointKind === undefined
      ? hasGatewayEndpoint(request)
      : applicable.endpointKind === 'gateway';
  const hasBoundary =
    applicable.boundary !== null && 'account' in request.principal && request.principal.kind !== 'root';
  return LAYERS.map((layer): ReadLayer => {
    const found = findPolicies(layer, applicable, request, context);
    if (typeof found === 'string') return { layer, absence: found, pools: [], statements: [] };
    const rules: StatementRules = {
      principalRequired: layer === 'resource' || layer === 'rcp' || layer === 'vpce',
      resourceRequired: layer !== 'resource' || serviceOf(request.action) !== 'sts',
      accountMeansRoot: layer === 'vpce' && isGateway,
      hasBoundary,
    };
    const pools = found.map(({ name, policies }) => ({
      name,
      statements: policies.flatMap((policy) => readPolicy(layer, policy, request, context, rules)),
    }));
    const [only, ...others] = pools;
    const statements =
      only !== undefined && others.length === 0 ? only.statements : pools.flatMap((pool) => pool.statements);
    return { layer, absence: null, pools, statements };
  });
}

function readPolicy(
  layer: Layer,
  policy: AppliedPolicy,
  request: Request,
  context: Context,
  rules: StatementRules,
): StatementResult[] {
  return compileDocument(policy.document).map((compiled) => ({
    layer,
    policy,
    statement: compiled.statement,
    match: matchStatement(compiled, request, context, rules),
  }));
}

/**
 * The policies of a layer by level, or why it has no say.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
function findPolicies(
  layer: Layer,
  applicable: ApplicablePolicies,
  request: Request,
  context: Context,
): readonly OrganizationLevel[] | AbsenceReason {
  const { kind } = request.principal;
  const isCaller = kind === 'user' || kind === 'roleSession' || kind === 'federatedUser';
  const serviceLinked = kind === 'roleSession' && isServiceLinked(context);
  switch (layer) {
    case 'rcp':
      if (applicable.rcps === null) return 'noOrganization';
      if (serviceLinked) return 'notForThisPrincipal';
      if (request.resource === '*') return 'notForThisResource';
      return RCP_SERVICES.has(serviceOf(request.action) ?? '') &&
        request.action.toLowerCase() !== 'kms:retiregrant'
        ? applicable.rcps
        : 'notForThisService';
    case 'scp':
      if (applicable.scps === null) return 'noOrganization';
      return (isCaller || kind === 'root') && !serviceLinked ? applicable.scps : 'notForThisPrincipal';
    case 'vpce':
      if (applicable.endpoint === null) return 'noEndpoint';
      return isCaller || kind === 'root' || kind === 'anonymous'
        ? onePool([applicable.endpoint])
        : 'notForThisPrincipal';
    case 'resource':
      return applicable.resource.length > 0 ? onePool(applicable.resource) : 'noResourcePolicy';
    case 'identity':
      if (kind === 'root' || isRootFederation(request)) return 'rootUser';
      return isCaller ? onePool(applicable.identity) : 'notForThisPrincipal';
    case 'boundary':
      if (kind === 'root') return 'rootUser';
      if (!isCaller || serviceLinked) return 'notForThisPrincipal';
      return applicable.boundary === null ? 'noBoundary' : onePool([applicable.boundary]);
    case 'session':
      if (kind === 'root') return 'rootUser';
      // A federated user without a session policy has no permissions of its own; a role session has those of its role.
      if (kind === 'federatedUser') return onePool(applicable.session ?? []);
      if (kind !== 'roleSession' || serviceLinked) return 'notForThisPrincipal';
      return applicable.session === null ? 'noSessionPolicy' : onePool(applicable.session);
  }
}

const onePool = (policies: readonly AppliedPolicy[]): readonly OrganizationLevel[] => [
  { name: '', policies },
];

/** Known by the path of the role, which the ARN of the session does not hold. */
const isServiceLinked = (context: Context): boolean =>
  /^arn:[^:]*:iam::\d*:role\/aws-service-role\//.test(textOf(context, 'aws:PrincipalArn') ?? '');

/** A federated user of the root user has all that the root user has, within its session policy. */
const isRootFederation = ({ principal }: Request): boolean =>
  principal.kind === 'federatedUser' && principal.issuer?.endsWith(':root') === true;
