// Simulation: the evaluation asked about actions on resources, and answered as the policy simulator of AWS does.
import type { AccountId, ActionName, Arn } from '../../../aws/arn.ts';
import { isAccountId, parseArn } from '../../../aws/arn.ts';
import { NO_POLICIES, type AppliedPolicy, type OrganizationLevel } from '../../../evaluation/applicable.ts';
import { evaluate } from '../../../evaluation/evaluate.ts';
import type { Decision, Evaluation, Layer, LayerResult } from '../../../evaluation/evaluation.ts';
import type { Principal, RequestContext } from '../../../evaluation/request.ts';
import { contextKeys } from '../../../policy/context-keys.ts';
import { parsedPolicy } from '../../../policy/parse.ts';
import { DELEGATION, matchedStatements, type MatchedStatement } from './matched-statements.ts';

/** One simulation, whatever its policies came from. */
export interface Simulation {
  readonly principal: Extract<Principal, { kind: 'user' | 'roleSession' }>;
  readonly identity: readonly AppliedPolicy[];
  readonly boundary: AppliedPolicy | null;
  readonly scps: readonly OrganizationLevel[] | null;
  readonly resourcePolicy: AppliedPolicy | null;
  /** Owner of resources whose ARN names none, and of the resource policy. */
  readonly owner: AccountId;
  /** What the simulator fills in and what the caller has given; nothing else is known of the request. */
  readonly context: RequestContext;
  readonly resources: readonly string[];
}

export type EvalDecision = 'allowed' | 'explicitDeny' | 'implicitDeny';

interface Details {
  readonly MatchedStatements: readonly MatchedStatement[];
  readonly MissingContextValues: readonly string[];
  readonly PermissionsBoundaryDecisionDetail?: { readonly AllowedByPermissionsBoundary: boolean };
  readonly EvalDecisionDetails?: Readonly<Record<string, EvalDecision>>;
}

export interface ResourceResult extends Details {
  readonly EvalResourceName: string;
  readonly EvalResourceDecision: EvalDecision;
}

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_EvaluationResult.html */
export interface ActionResult extends Details {
  readonly EvalActionName: string;
  readonly EvalResourceName: string;
  readonly EvalDecision: EvalDecision;
  readonly OrganizationsDecisionDetail?: { readonly AllowedByOrganizations: boolean };
  readonly ResourceSpecificResults?: readonly ResourceResult[];
}

/** One action on all resources: what is allowed on each is allowed, and one denial denies. */
export function simulateAction(simulation: Simulation, action: string): ActionResult {
  const { resources } = simulation;
  const results = resources.map((resource) => simulateOne(simulation, action, resource));
  const decision = worst(results.map(({ result }) => result.EvalResourceDecision));
  const deciding = results.filter(({ result }) => result.EvalResourceDecision === decision);
  const [first] = results;
  const named = resources.some((resource) => resource !== '*');
  const scps = results.flatMap(({ evaluation }) => present(evaluation, 'scp'));
  return {
    EvalActionName: action,
    EvalResourceName: results.length === 1 && first ? first.result.EvalResourceName : '*',
    EvalDecision: decision,
    MatchedStatements: unique(deciding.flatMap(({ result }) => result.MatchedStatements)),
    // With resources, they stand by each.
    MissingContextValues: named ? [] : (first?.result.MissingContextValues ?? []),
    ...(scps.length > 0 && {
      OrganizationsDecisionDetail: { AllowedByOrganizations: scps.every(allows) },
    }),
    ...(simulation.boundary && {
      PermissionsBoundaryDecisionDetail: {
        AllowedByPermissionsBoundary: results.every(
          ({ result }) => result.PermissionsBoundaryDecisionDetail?.AllowedByPermissionsBoundary,
        ),
      },
    }),
    ...(named && deciding[0]?.result.EvalDecisionDetails
      ? { EvalDecisionDetails: deciding[0].result.EvalDecisionDetails }
      : {}),
    ...(named && { ResourceSpecificResults: results.map(({ result }) => result) }),
  };
}

interface One {
  readonly evaluation: Evaluation;
  readonly result: ResourceResult;
}

function simulateOne(simulation: Simulation, action: string, resource: string): One {
  const { principal, identity, boundary, scps, resourcePolicy, context } = simulation;
  const owner = ownerOf(simulation, resource);
  const asked = resourcePolicyFor(simulation, action);
  const evaluation = evaluate(
    { ...NO_POLICIES, identity, boundary, scps, resource: asked ? [asked] : [] },
    {
      principal,
      action: isAction(action) ? action : `${action}:`,
      resource: isResource(resource) ? resource : '*',
      resourceAccount: resource === '*' ? null : owner,
      context,
      facts: { console: true, rootAccessAdministrator: true },
    },
  );
  const decision = decisionOf(evaluation.decision);
  const documents = [
    ...identity,
    ...(boundary ? [boundary] : []),
    ...(resourcePolicy ? [resourcePolicy] : []),
  ];
  const given = new Set(Object.keys(context).map((key) => key.toLowerCase()));
  const bound = present(evaluation, 'boundary');
  const details = detailsOf(evaluation, resource, owner !== principal.account);
  return {
    evaluation,
    result: {
      EvalResourceName: resource,
      EvalResourceDecision: decision,
      MatchedStatements: matchedStatements(evaluation),
      // All that the policies ask for, also in statements about other actions: so AWS answers.
      MissingContextValues: contextKeys(documents.map(({ document }) => document)).filter(
        (key) => !given.has(key.toLowerCase()),
      ),
      ...(bound[0] && {
        PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: allows(bound[0]) },
      }),
      ...(details && { EvalDecisionDetails: details }),
    },
  };
}

/** Without a resource policy nobody asks the side of the resource, so it does not matter whose it is. */
function ownerOf({ principal, resourcePolicy, owner }: Simulation, resource: string): AccountId {
  if (!resourcePolicy) return principal.account;
  const named = parseArn(resource)?.account ?? '';
  return isAccountId(named) ? named : owner;
}

/**
 * The simulator asks no trust policy, not even one that it is handed, and no key policy that it is not handed: roles and
 * keys count as if theirs left it to the account of the caller.
 */
function resourcePolicyFor({ principal, resourcePolicy }: Simulation, action: string): AppliedPolicy | null {
  const [service] = action.toLowerCase().split(':', 1);
  return service === 'sts' || (service === 'kms' && !resourcePolicy)
    ? delegation(principal.account)
    : resourcePolicy;
}

function delegation(account: AccountId): AppliedPolicy | null {
  const text = JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Principal: { AWS: account }, Action: '*', Resource: '*' },
  });
  const { document } = parsedPolicy(text);
  return document && { source: { id: DELEGATION, name: DELEGATION, kind: 'resource' }, document };
}

/** How each side has decided, across accounts; empty within one; absent for requests on no resource in particular. */
function detailsOf(
  evaluation: Evaluation,
  resource: string,
  acrossAccounts: boolean,
): Readonly<Record<string, EvalDecision>> | null {
  if (resource === '*') return null;
  if (!acrossAccounts) return {};
  if (present(evaluation, 'scp').some((scp) => !allows(scp))) return null;
  const bound = present(evaluation, 'boundary').map(({ effect }) => EFFECTS[effect]);
  return {
    'IAM Policy': layerDecision(evaluation, 'identity'),
    ...(bound[0] && { 'Permissions Boundary Policy': bound[0] }),
    'Resource Policy': layerDecision(evaluation, 'resource'),
  };
}

const EFFECTS: Readonly<Record<LayerResult['effect'], EvalDecision>> = {
  allow: 'allowed',
  deny: 'explicitDeny',
  silent: 'implicitDeny',
  absent: 'implicitDeny',
  unknown: 'implicitDeny',
};

const layerDecision = ({ layers }: Evaluation, layer: Layer): EvalDecision =>
  EFFECTS[layers.find((one) => one.layer === layer)?.effect ?? 'absent'];

const present = ({ layers }: Evaluation, layer: Layer): LayerResult[] =>
  layers.filter((one) => one.layer === layer && one.effect !== 'absent');

const allows = ({ effect }: LayerResult): boolean => effect === 'allow';

/** What a simulation is not told is absent, so nothing is left to depend on. */
function decisionOf({ outcome }: Decision): EvalDecision {
  return outcome === 'allow' ? 'allowed' : outcome === 'explicitDeny' ? 'explicitDeny' : 'implicitDeny';
}

const WORST_FIRST = ['explicitDeny', 'implicitDeny'] as const;

const worst = (decisions: readonly EvalDecision[]): EvalDecision =>
  WORST_FIRST.find((one) => decisions.includes(one)) ?? 'allowed';

const unique = (statements: readonly MatchedStatement[]): MatchedStatement[] => [
  ...new Map(statements.map((statement) => [JSON.stringify(statement), statement])).values(),
];

const isAction = (text: string): text is ActionName => text.includes(':');
const isResource = (text: string): text is Arn => text.startsWith('arn:');
