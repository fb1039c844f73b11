// message: what AWS itself would answer, word for word.
import type { ActionName, Arn } from '../../aws/arn.ts';
import type { PolicySource } from '../applicable.ts';
import { serviceOf } from '../action.ts';
import { contextOf, textOf } from '../context.ts';
import type { Decision, Evaluation, Layer, LayerResult } from '../evaluation.ts';
import type { Principal, Request } from '../request.ts';
import { limitOn } from '../limits.ts';
import { isSameAccount, needsResourcePolicy } from '../service-rules.ts';
import { encodedFailure } from './authorization-failure.ts';
import { iamResourceText } from './iam-resource.ts';
import { limitWords } from './limit-words.ts';
import { unnamedResourceText } from './unnamed-resource.ts';

/**
 * AWS's message for a refusal; the empty text when the request is allowed, and when it cannot be told.
 * @param answering The service that was called, which may have asked for a permission of another: to pass a role.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function denialMessage(
  evaluation: Evaluation,
  answering: string | null = serviceOf(evaluation.request.action),
): string {
  const { request, decision } = evaluation;
  if (decision.outcome === 'allow' || decision.outcome === 'depends') return '';
  const fixed = fixedMessage(request, decision);
  if (fixed !== null) return fixed;
  const subject = `User: ${callerName(request.principal)} is not authorized to perform: ${actionText(request.action)}`;
  const service = serviceOf(request.action);
  if (service === 's3' && isStranger(request)) return 'Access Denied';
  if (service === 'kms' && isStranger(request))
    return `${subject} on ${unnamedKey(request.action)} ${NO_KEY_FOR_STRANGERS}`;
  const message = [subject, ...objectOf(request), ...contextText(evaluation)].join(' ');
  return answering === 'ec2'
    ? `You are not authorized to perform this operation. ${message}. Encoded authorization failure message: ${encodedFailure(evaluation)}`
    : message;
}

/** Refusals for which AWS has sentences of their own. */
function fixedMessage(request: Request, decision: Decision): string | null {
  if (request.principal.kind === 'federatedIdentity') return `Not authorized to perform ${request.action}`;
  if (decision.outcome !== 'implicitDeny' || decision.by !== 'none') return null;
  const limit = limitOn(request);
  return limit === null ? null : limitWords(limit, request).message;
}

/** "User" stands before every kind of principal. */
function callerName(principal: Principal): string {
  switch (principal.kind) {
    case 'service':
      return principal.service;
    case 'federatedIdentity':
      return principal.provider;
    case 'anonymous':
      return 'anonymous';
    default:
      return principal.arn;
  }
}

/** S3 puts the resource in quotes, and IAM names it in words. */
function objectOf(request: Request): readonly string[] {
  const { action, resource, principal, resourceAccount } = request;
  if (resource !== '*') return [`on resource: ${resourceText(action, resource)}`];
  const account = resourceAccount ?? ('account' in principal ? principal.account : null);
  const text = unnamedResourceText(action, account, textOf(contextOf(request), 'aws:RequestedRegion'));
  return text === null ? [] : [`on resource: ${text}`];
}

function resourceText(action: ActionName, resource: Arn): string {
  switch (serviceOf(action)) {
    case 's3':
      return `"${resource}"`;
    case 'iam':
      return iamResourceText(action, resource);
    default:
      return resource;
  }
}

/** Callers of neither the same account nor the same organization learn no more than that they were refused. */
const isStranger = (request: Request): boolean => !isSameAccount(request) && !isSameOrganization(request);

/**
 * KMS does not tell strangers which keys there are.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/policy-evaluation.html
 */
const NO_KEY_FOR_STRANGERS =
  'because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access';

const unnamedKey = (action: ActionName): string =>
  /:(decrypt|reencryptfrom)$/i.test(action)
    ? 'the resource associated with this ciphertext'
    : 'this resource';

function contextText({ request, decision, layers }: Evaluation): readonly string[] {
  if (isStranger(request)) return [];
  if (decision.outcome === 'explicitDeny') {
    const arn = decision.statements
      .map(({ policy }) => disclosedArn(decision.by, policy.source))
      .find(Boolean);
    return [
      `with an explicit deny in ${explicitPlace(decision.by, request)}${arn === undefined ? '' : `: ${arn}`}`,
    ];
  }
  // AWS has no words for a missing Allow in a resource control policy: one that allows everything is always attached.
  if (decision.outcome !== 'implicitDeny' || decision.by === 'none' || decision.by === 'rcp') return [];
  // S3 says of RestrictPublicBuckets that the bucket policy denies.
  if (decision.by === 'resource' && layers.some(isRestricted))
    return [`with an explicit deny in ${explicitPlace('resource', request)}`];
  return [`because no ${implicitName(decision.by, request)} allows the ${actionText(request.action)} action`];
}

const isRestricted = ({ statements }: LayerResult): boolean =>
  statements.some(({ match }) => match.matched === true && match.void === 'publicBucketRestricted');

/** SQS writes the names of actions in small letters, and SNS the service in capitals; observed in answers of AWS. */
function actionText(action: ActionName): string {
  switch (serviceOf(action)) {
    case 'sqs':
      return action.toLowerCase();
    case 'sns':
      return `SNS:${action.slice(action.indexOf(':') + 1)}`;
    default:
      return action;
  }
}

function isSameOrganization(request: Request): boolean {
  const context = contextOf(request);
  const organization = textOf(context, 'aws:PrincipalOrgID');
  return organization !== null && organization === textOf(context, 'aws:ResourceOrgID');
}

/** Managed policies are named, inline and resource-based policies never. */
const disclosedArn = (layer: Layer, source: PolicySource): string | undefined =>
  layer === 'resource' || layer === 'vpce' ? undefined : source.arn;

function explicitPlace(layer: Layer, request: Request): string {
  if (layer === 'resource' && isTrustPolicy(request)) return 'the role trust policy';
  const name = layerName(layer);
  return `${layer === 'identity' ? 'an' : 'a'} ${name}`;
}

const implicitName = (layer: Layer, request: Request): string =>
  layer === 'resource' && isTrustPolicy(request) ? 'role trust policy' : layerName(layer);

const isTrustPolicy = (request: Request): boolean =>
  serviceOf(request.action) === 'sts' && needsResourcePolicy(request);

function layerName(layer: Layer): string {
  switch (layer) {
    case 'rcp':
      return 'resource control policy';
    case 'scp':
      return 'service control policy';
    case 'vpce':
      return 'VPC endpoint policy';
    case 'resource':
      return 'resource-based policy';
    case 'identity':
      return 'identity-based policy';
    case 'boundary':
      return 'permissions boundary';
    case 'session':
      return 'session policy';
  }
}
