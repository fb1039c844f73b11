// The reference: AWS's rules said as shortly as possible, to be read beside the documentation and held against the engine.
// Written from the pages of AWS, not from the engine, of which it takes types only. Slow, and meant to be.
import type { AppliedPolicy, ApplicablePolicies } from '../../src/evaluation/applicable.ts';
import type { DecidedBy, GrantKind, Layer } from '../../src/evaluation/evaluation.ts';
import type { Principal, Request } from '../../src/evaluation/request.ts';
import type {
  PolicyVersion,
  PrincipalElement,
  PrincipalEntry,
  Statement,
} from '../../src/policy/document.ts';
import { conditionHolds, contextOf, glob, resourceLike, type Context } from './naive.ts';

/** A decision without its trace. */
export interface Ruling {
  readonly outcome: 'allow' | 'explicitDeny' | 'implicitDeny';
  readonly by: DecidedBy;
}

const allow = (by: DecidedBy): Ruling => ({ outcome: 'allow', by });
const explicitDeny = (by: Layer): Ruling => ({ outcome: 'explicitDeny', by });
const implicitDeny = (by: DecidedBy): Ruling => ({ outcome: 'implicitDeny', by });

const ORDER: readonly Layer[] = ['rcp', 'scp', 'vpce', 'resource', 'identity', 'boundary', 'session'];

/**
 * The decision on a request of which everything is known.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
 */
export function ruleOn(policies: ApplicablePolicies, request: Request): Ruling {
  const settled = settledByCredentials(request);
  if (settled !== null) return settled;

  const found = applyingStatements(policies, request);
  const denies = (layer: Layer): boolean => found[layer]?.flat().some(isDeny) ?? false;
  // Every level must allow. A layer that does not exist for this request is no obstacle.
  const allows = (layer: Layer): boolean => found[layer]?.every((level) => level.some(isAllow)) ?? true;

  // One Deny that applies ends it, wherever it stands.
  const denying = ORDER.find((layer) => denies(layer) && !(layer === 'resource' && isRootRecovery(request)));
  if (denying !== undefined) return explicitDeny(denying);

  // Organization and endpoint bind everyone, whatever else allows the request.
  for (const layer of ['rcp', 'scp', 'vpce'] as const) if (!allows(layer)) return implicitDeny(layer);

  const grants = isGrantVoid(request) ? [] : grantsOf(found.resource?.flat() ?? [], request.principal);
  const isWithinAccount = isSameAccount(request);
  const mustBeGranted = !isWithinAccount || needsResourcePolicy(request);

  // Callers without policies of their own: the resource lets them in, or nobody does.
  const { kind } = request.principal;
  if (kind === 'root' && !mustBeGranted) return allow('none');
  if (kind === 'root' || kind === 'anonymous' || kind === 'service' || kind === 'federatedIdentity')
    return grants.length > 0 ? allow('resource') : implicitDeny('resource');

  const withinLimits = (by: DecidedBy): Ruling =>
    !allows('boundary') ? implicitDeny('boundary') : !allows('session') ? implicitDeny('session') : allow(by);

  // Within one account the policy of the resource can be enough.
  if (isWithinAccount && grants.includes('direct')) return allow('resource');
  if (isWithinAccount && (grants.includes('role') || grants.includes('federatedParent')))
    return withinLimits('resource');

  // Otherwise the caller's own policies must allow, and between accounts both sides.
  if (mustBeGranted && grants.length === 0) return implicitDeny('resource');
  if (!allows('identity')) return implicitDeny('identity');
  return withinLimits(found.identity !== null ? 'identity' : mustBeGranted ? 'resource' : 'none');
}

const isAllow = ({ effect }: Statement): boolean => effect === 'Allow';
const isDeny = ({ effect }: Statement): boolean => effect === 'Deny';

// ---- Layers

/** Which layers exist for each kind of caller. */
const LAYERS: Readonly<Record<Principal['kind'] | 'serviceLinkedRole' | 'federatedRoot', readonly Layer[]>> =
  {
    user: ['rcp', 'scp', 'vpce', 'resource', 'identity', 'boundary'],
    roleSession: ['rcp', 'scp', 'vpce', 'resource', 'identity', 'boundary', 'session'],
    serviceLinkedRole: ['vpce', 'resource', 'identity'],
    federatedUser: ['rcp', 'scp', 'vpce', 'resource', 'identity', 'boundary', 'session'],
    federatedRoot: ['rcp', 'scp', 'vpce', 'resource', 'session'],
    root: ['rcp', 'scp', 'vpce', 'resource'],
    anonymous: ['rcp', 'vpce', 'resource'],
    service: ['rcp', 'resource'],
    federatedIdentity: ['rcp', 'resource'],
  };

function layersFor(principal: Principal, context: Context): readonly Layer[] {
  // The path of the role tells; the ARN of the session does not hold it.
  if (principal.kind === 'roleSession' && isServiceLinked(String(context.get('aws:principalarn'))))
    return LAYERS.serviceLinkedRole;
  if (principal.kind === 'federatedUser' && principal.issuer?.endsWith(':root')) return LAYERS.federatedRoot;
  return LAYERS[principal.kind];
}

export type Found = Readonly<Record<Layer, readonly (readonly Statement[])[] | null>>;

/** The statements that apply, by layer and level; null for a layer that does not exist for this request. */
export function applyingStatements(policies: ApplicablePolicies, request: Request): Found {
  const { principal } = request;
  const { identity, resource, boundary, session, scps, rcps, endpoint } = policies;
  const context = contextOf(request);
  const existing = layersFor(principal, context);
  const hasBoundary = boundary !== null && existing.includes('boundary');
  const endpointKind = policies.endpointKind ?? (isGatewayService(request) ? 'gateway' : 'interface');

  const applying = (layer: Layer, levels: readonly (readonly AppliedPolicy[])[] | null): Found[Layer] => {
    if (levels === null || !existing.includes(layer)) return null;
    const accountMeansRoot = layer === 'vpce' && endpointKind === 'gateway';
    const applies = (statement: Statement, version: PolicyVersion): boolean =>
      coversCaller(statement, principal, hasBoundary, accountMeansRoot) &&
      coversAction(statement, request) &&
      coversResource(statement, request, context, version) &&
      statement.conditions.every((condition) => conditionHolds(condition, context, version));
    return levels.map((level) =>
      level.flatMap(({ document: { statements, version } }) =>
        statements.filter((statement) => applies(statement, version)),
      ),
    );
  };
  return {
    rcp: applying('rcp', isBoundByRcps(request) && rcps ? rcps.map((level) => level.policies) : null),
    scp: applying('scp', scps && scps.map((level) => level.policies)),
    vpce: applying('vpce', endpoint && [[endpoint]]),
    resource: applying('resource', [resource]),
    identity: applying('identity', [identity]),
    boundary: applying('boundary', boundary && [[boundary]]),
    // A role session without a session policy has what its role has; a federated user without one has nothing.
    session: applying('session', session ? [session] : principal.kind === 'federatedUser' ? [[]] : null),
  };
}

// ---- Rules of single services

const actionOf = ({ action }: Request): string => action.toLowerCase();
const serviceOf = (request: Request): string => actionOf(request).split(':')[0] ?? '';
const isOneOf = (text: string, words: string): boolean => words.split(/\s+/).includes(text);

/** "Same account" is a matter of ids, not of ARNs. A request without a resource stays in the caller's account. */
const isSameAccount = ({ principal, resourceAccount }: Request): boolean =>
  resourceAccount === null || ('account' in principal && principal.account === resourceAccount);

/**
 * Some calls depend on the kind of credentials, and no policy is asked.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
function settledByCredentials(request: Request): Ruling | null {
  const { principal } = request;
  const action = actionOf(request);
  if (!('account' in principal)) return null;
  if (action === 'sts:getcalleridentity') return allow('none');
  const isOfSts = action.startsWith('sts:');
  const isOfIam = action.startsWith('iam:');
  const isClosed = {
    roleSession: isOneOf(action, 'sts:getsessiontoken sts:getfederationtoken'),
    federatedUser: isOfSts || (isOfIam && request.facts?.console === false),
    root: action === 'sts:assumerole',
    user: false,
  }[principal.kind];
  const token = 'sessionToken' in principal ? principal.sessionToken : undefined;
  const isClosedToToken =
    (isOfIam && !token?.mfa) || (isOfSts && !isOneOf(action, 'sts:assumerole sts:tagsession'));
  if (isClosed || (token !== undefined && isClosedToToken)) return implicitDeny('none');
  return action === 'sts:getsessiontoken' ? allow('none') : null;
}

/**
 * Roles and keys: nobody comes in without their own policy, not even from their own account.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
 */
const needsResourcePolicy = (request: Request): boolean =>
  (serviceOf(request) === 'sts' && /^arn:aws:iam::\d+:role\//.test(request.resource)) ||
  (serviceOf(request) === 'kms' && /^arn:aws:kms:[^:]*:\d+:key\//.test(request.resource));

/**
 * What a resource-based policy cannot open: retiring a grant, and to other accounts all that KMS and SQS keep at home.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-limitations-of-custom-policies.html
 */
function isGrantVoid(request: Request): boolean {
  const [service = '', name = ''] = actionOf(request).split(':');
  if (service === 'kms' && name === 'retiregrant') return true;
  if (!('account' in request.principal) || isSameAccount(request)) return false;
  if (service === 'kms') return !isOneOf(name, KMS_BETWEEN_ACCOUNTS);
  return service === 'sqs' && isOneOf(name, SQS_AT_HOME);
}

const KMS_BETWEEN_ACCOUNTS = `creategrant decrypt derivesharedsecret describekey encrypt generatedatakey
  generatedatakeypair generatedatakeypairwithoutplaintext generatedatakeywithoutplaintext generatemac
  getkeyrotationstatus getpublickey listgrants reencryptfrom reencryptto revokegrant sign verify verifymac`;
const SQS_AT_HOME = `addpermission cancelmessagemovetask createqueue deletequeue listmessagemovetasks listqueues
  listqueuetags removepermission setqueueattributes startmessagemovetask tagqueue untagqueue`;

/**
 * The root user can always mend the policy of its own bucket or queue.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketPolicy.html
 */
const isRootRecovery = (request: Request): boolean =>
  request.principal.kind === 'root' &&
  isSameAccount(request) &&
  isOneOf(
    actionOf(request),
    's3:getbucketpolicy s3:putbucketpolicy s3:deletebucketpolicy sqs:getqueueattributes sqs:setqueueattributes',
  );

/**
 * RCPs bind resources of some services, here those of the tests. A service may always take its own role.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
const isBoundByRcps = (request: Request): boolean =>
  isOneOf(serviceOf(request), 's3 sqs kms sts secretsmanager dynamodb logs ecr events cognito-idp') &&
  request.resource !== '*' &&
  actionOf(request) !== 'kms:retiregrant' &&
  !(request.principal.kind === 'service' && isServiceLinked(request.resource));

/** @see https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html */
const isGatewayService = (request: Request): boolean => isOneOf(serviceOf(request), 's3 dynamodb');

const isServiceLinked = (roleArn: string): boolean => roleArn.includes(':role/aws-service-role/');

// ---- Principal

/** How an entry of Principal names the caller, as what an Allow there is worth; null when it does not name it. */
function naming({ kind, value }: PrincipalEntry, principal: Principal): GrantKind | null {
  if (kind === 'Everyone') return 'direct';
  if (kind === 'Service')
    return principal.kind === 'service' && principal.service === value ? 'direct' : null;
  if (kind === 'Federated')
    return principal.kind === 'federatedIdentity' && principal.provider === value ? 'direct' : null;
  if (!('account' in principal)) return null;
  if (value === principal.account || value === `arn:aws:iam::${principal.account}:root`)
    return principal.kind === 'root' ? 'direct' : 'account';
  if (value === principal.arn) return 'direct';
  // A role goes by its name, which is unique in its account; the ARN of the session lacks the path.
  const { kind: caller, account } = principal;
  if (caller === 'roleSession' && value.startsWith(`arn:aws:iam::${account}:role/`))
    return value.endsWith(`/${principal.roleName}`) ? 'role' : null;
  return principal.kind === 'federatedUser' && value === principal.issuer ? 'federatedParent' : null;
}

const namings = ({ entries }: PrincipalElement, principal: Principal): GrantKind[] =>
  entries.flatMap((entry) => naming(entry, principal) ?? []);

/** What the Allow statements of a resource-based policy grant. */
const grantsOf = (statements: readonly Statement[], caller: Principal): GrantKind[] =>
  statements
    .filter(isAllow)
    .flatMap(({ principal }): GrantKind[] =>
      principal === undefined || principal.negated ? ['direct'] : namings(principal, caller),
    );

/** To be spared by a Deny with NotPrincipal, the caller must be listed at each of these levels. */
const LEVELS: Readonly<Record<Principal['kind'], readonly GrantKind[]>> = {
  user: ['account', 'direct'],
  roleSession: ['account', 'role', 'direct'],
  federatedUser: ['account', 'direct'],
  root: ['direct'],
  service: ['direct'],
  federatedIdentity: ['direct'],
  anonymous: ['direct'],
};

function coversCaller(
  { principal: element, effect }: Statement,
  caller: Principal,
  hasBoundary: boolean,
  accountMeansRoot: boolean,
): boolean {
  if (element === undefined) return true;
  const named = namings(element, caller);
  if (!element.negated) return named.some((kind) => !(accountMeansRoot && kind === 'account'));
  if (effect === 'Allow') return named.length === 0;
  const listsEveryone = element.entries.some(({ kind }) => kind === 'Everyone');
  const isSpared = listsEveryone || LEVELS[caller.kind].every((level) => named.includes(level));
  return hasBoundary || !isSpared;
}

// ---- Action and Resource

const coversAction = ({ action }: Statement, request: Request): boolean =>
  action.patterns.some(({ value }) => glob(value.toLowerCase(), actionOf(request))) !== action.negated;

const coversResource = (
  { resource }: Statement,
  request: Request,
  context: Context,
  version: PolicyVersion,
): boolean =>
  resource === undefined ||
  resource.patterns.some(({ value }) => resourceLike(value, request.resource, context, version)) !==
    resource.negated;
