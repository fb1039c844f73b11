// rule: the rule behind a decision, in two sentences.
import type { Decision, Evaluation, Layer } from '../evaluation.ts';
import { limitOn } from '../limits.ts';
import type { Principal } from '../request.ts';
import { limitWords } from './limit-words.ts';
import { VOID_WORDS } from './void-words.ts';
import {
  isRootFederation,
  isRootRecovery,
  isSameAccount,
  needsNoPermission,
  needsResourcePolicy,
} from '../service-rules.ts';
import { mendedKind, resourcePolicyName } from './names.ts';
import { otherWay } from './other-way.ts';

const MISSING: Readonly<Record<Exclude<Layer, 'resource' | 'identity'>, string>> = {
  rcp: 'Resource control policies grant nothing; they set the limit for the resources of an account. Every level from the root to the account must allow the request.',
  scp: 'Service control policies grant nothing; they set the limit for everyone in an account. Every level from the root to the account must allow the request.',
  vpce: 'A request that comes through a VPC endpoint must be allowed by the policy of the endpoint. That policy grants nothing by itself.',
  boundary:
    'A permissions boundary grants nothing; it is the most that identity-based policies can grant. What it does not allow is denied, even if another policy allows it.',
  session:
    'A session policy grants nothing; it is the most that the session can do. What it does not allow is denied, even if the identity-based policies allow it.',
};

export function ruleOf(evaluation: Evaluation): string {
  const { request, decision } = evaluation;
  switch (decision.outcome) {
    case 'explicitDeny':
      return 'A Deny that matches always wins. No Allow in any policy can outweigh it.';
    case 'depends':
      return 'What is not known may turn the decision. State it, and the decision follows.';
    case 'implicitDeny':
      switch (decision.by) {
        case 'none':
          return limitRule({ request });
        case 'resource':
          return missingGrantRule(evaluation);
        case 'identity':
          return `What no policy allows is denied: that is an implicit deny. ${remedy(evaluation, decision.also)}`;
        case 'session':
          return hasPolicies(evaluation, 'session')
            ? MISSING.session
            : 'A session of GetFederationToken or AssumeRoot can do only what the policy passed with it allows. None was passed, so only a resource-based policy that names the session could let it in.';
        default:
          return MISSING[decision.by];
      }
    case 'allow':
      return allowRule({ request, decision });
  }
}

type Asked = Pick<Evaluation, 'request'>;

/** Where an Allow would help this caller, in one sentence. */
function remedy(evaluation: Evaluation, also: readonly Layer[]): string {
  const own = `an identity-based policy ${ownerOf(evaluation.request.principal)}`;
  return also.length === 0
    ? `An Allow in ${own}${alternative(evaluation)} would lift it.`
    : `It lacks an Allow in ${own}, and further gates refuse it too.`;
}

/** Whose identity-based policies a caller has. */
function ownerOf({ kind }: Principal): string {
  switch (kind) {
    case 'roleSession':
      return 'of the role';
    case 'federatedUser':
      return 'of the user behind the federated user';
    default:
      return 'of the user or of one of its groups';
  }
}

function alternative(evaluation: Evaluation): string {
  const name = resourcePolicyName(evaluation.request);
  switch (otherWay(evaluation)) {
    case 'silent':
      return `, or in the ${name},`;
    case 'absent':
      return `, or in a ${name},`;
    case 'delegated':
      return `, or one in the ${name} that names the caller,`;
    case null:
      return '';
  }
}

function limitRule({ request }: Asked): string {
  const limit = limitOn(request);
  return limit === null
    ? 'AWS managed policies and the roles of AWS services belong to AWS. No permission lets a customer change them.'
    : limitWords(limit, request).rule;
}

const hasPolicies = ({ layers }: Evaluation, name: Layer): boolean =>
  layers.some(({ layer, statements }) => layer === name && statements.length > 0);

function missingGrantRule({ request, layers }: Evaluation): string {
  const reasons = layers.flatMap(({ statements }) =>
    statements.flatMap(({ match }) => (match.matched === true ? (match.void ?? []) : [])),
  );
  const [reason] = reasons;
  if (reason !== undefined)
    return `An Allow matches and grants nothing, because ${VOID_WORDS[reason]}. No other Allow lets the caller in.`;
  if (/^iam:passrole$/i.test(request.action))
    return 'Roles can be passed only within their own account. No policy can open it to another one.';
  if (!('account' in request.principal)) {
    return 'A caller from outside IAM has no policies of its own. Only a resource-based policy can let it in.';
  }
  if (!isSameAccount(request)) {
    return 'Access to another account needs an Allow on both sides. The resource-based policy of the other account does not give one.';
  }
  return 'Roles and KMS keys are ruled by their own policy, even within one account. It must name the caller, or leave the choice to the account.';
}

function allowRule({
  request,
  decision,
}: Asked & { readonly decision: Extract<Decision, { outcome: 'allow' }> }): string {
  if (decision.by === 'resource') return grantRule({ request, decision });
  if (decision.by === 'identity') {
    if (!isSameAccount(request)) {
      return 'Access to another account needs an Allow on both sides, and both gave one. No Deny matched.';
    }
    return needsResourcePolicy(request)
      ? 'The policy of the resource leaves the choice to the account, and an identity-based policy allows it. No Deny matched.'
      : 'Within one account an Allow in an identity-based policy is enough. No Deny matched, and every limit that applies allows it too.';
  }
  if (needsNoPermission(request)) {
    return /^sts:getsessiontoken$/i.test(request.action)
      ? 'IAM users and the root user may make this call with their long-term credentials. Policies are not asked.'
      : 'Everyone with valid credentials may make this call. Policies are not asked.';
  }
  if (isRootFederation(request))
    return 'A federated user of the root user may do what the root user may, within its session policy. That policy allows it, and no Deny matched.';
  if (isRootRecovery(request)) {
    return `The root user of the account that owns a ${mendedKind(request)} can always read, replace and delete its policy. So nobody can lock the owner out for good.`;
  }
  return 'The root user needs no Allow in its own account. Only a Deny in a resource-based policy or a limit of the organization can refuse it.';
}

/** What an Allow in the resource-based policy was worth to this caller. */
function grantRule({
  request,
  decision,
}: Asked & { readonly decision: Extract<Decision, { outcome: 'allow' }> }): string {
  if (!('account' in request.principal))
    return 'A caller from outside IAM has no policies of its own, and the resource-based policy lets it in. Only a Deny, or a limit of the organization, could still refuse.';
  if (!isSameAccount(request))
    return 'The root user of another account has no identity-based policies, and the resource-based policy lets it in. Only a Deny, or a limit of an organization, could still refuse.';
  const worth = decision.statements.map(({ match }) => ('grant' in match ? match.grant : undefined));
  return worth.includes('role') || worth.includes('federatedParent')
    ? 'A resource-based policy that names the role or the user behind a session needs no Allow in its identity-based policies. Boundary and session policy still set the limit, and a Deny still wins.'
    : 'A resource-based policy that names the caller itself, or everyone, needs no other Allow within one account. Only a Deny, or a limit of the organization, could still refuse.';
}
