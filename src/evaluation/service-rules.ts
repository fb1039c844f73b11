// service-rules: what some services decide otherwise than the rest, each rule with its page.
import { parseArn } from '../aws/arn.ts';
import { serviceOf } from './action.ts';
import type { Request } from './request.ts';

const actionOf = (request: Request): string => request.action.toLowerCase();

/** Whether the caller belongs to the account that owns the resource. A resource without an owner is the caller's. */
export function isSameAccount({ principal, resourceAccount }: Request): boolean {
  return resourceAccount === null || ('account' in principal && principal.account === resourceAccount);
}

/**
 * Calls that need no permission, and that no policy can forbid.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html
 */
export function needsNoPermission(request: Request): boolean {
  const { kind } = request.principal;
  const isUser = kind === 'user' || kind === 'root';
  switch (actionOf(request)) {
    case 'sts:getcalleridentity':
      return isUser || kind === 'roleSession' || kind === 'federatedUser';
    case 'sts:getsessiontoken':
      return isUser;
    default:
      return false;
  }
}

/**
 * Calls that the caller's kind of credentials cannot make, whatever the policies say. Credentials of GetSessionToken have
 * limits too, but a request does not tell them from other credentials of an IAM user.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export function isBeyondCredentials(request: Request): boolean {
  const action = actionOf(request);
  switch (request.principal.kind) {
    case 'roleSession':
      return action === 'sts:getfederationtoken' || action === 'sts:getsessiontoken';
    case 'federatedUser':
      return serviceOf(action) === 'sts' && action !== 'sts:getcalleridentity';
    case 'root':
      return action === 'sts:assumerole';
    default:
      return false;
  }
}

const POLICY_WRITES: ReadonlySet<string> = new Set(
  `createpolicyversion deletepolicy deletepolicyversion setdefaultpolicyversion tagpolicy untagpolicy`.split(
    /\s+/,
  ),
);

const ROLE_WRITES: ReadonlySet<string> = new Set(
  `attachrolepolicy deleterole deleterolepermissionsboundary deleterolepolicy detachrolepolicy
  putrolepermissionsboundary putrolepolicy updateassumerolepolicy`.split(/\s+/),
);

/**
 * Changes to what AWS itself keeps in an account: AWS managed policies, and the roles of services and of Identity Center.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html#aws-managed-policies
 */
export function isKeptByAws(request: Request): boolean {
  const arn = parseArn(request.resource);
  const [service, name = ''] = actionOf(request).split(':');
  if (arn?.service !== 'iam' || service !== 'iam') return false;
  if (arn.account === 'aws') return arn.resource.startsWith('policy/') && POLICY_WRITES.has(name);
  return /^role\/aws-(?:service-role|reserved)\//.test(arn.resource) && ROLE_WRITES.has(name);
}

/** What the decision turns on and the request does not say, in words; null for nearly every request. */
export function unstatedFact(request: Request): string | null {
  if (actionOf(request) === 'sts:assumeroot') {
    return "whether the caller's account is the management account or a delegated administrator";
  }
  if (request.principal.kind === 'federatedUser' && serviceOf(request.action) === 'iam') {
    return 'whether the call comes from a console session: outside the console, federated users cannot call IAM';
  }
  return null;
}

/** AssumeRoot names the root user of a member account, which has no resource-based policy to ask. */
export const reachesAcrossAccounts = (request: Request): boolean => actionOf(request) === 'sts:assumeroot';

/**
 * Roles and KMS keys: their own policy must allow or delegate, even within one account.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
 */
export function needsResourcePolicy(request: Request): boolean {
  const arn = parseArn(request.resource);
  if (arn === null) return false;
  switch (serviceOf(request.action)) {
    case 'sts':
      return arn.service === 'iam' && arn.resource.startsWith('role/');
    case 'kms':
      return arn.service === 'kms' && arn.resource.startsWith('key/');
    default:
      return false;
  }
}

/** @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html */
const KMS_ACROSS_ACCOUNTS: ReadonlySet<string> = new Set(
  `creategrant decrypt derivesharedsecret describekey encrypt generatedatakey generatedatakeypair
  generatedatakeypairwithoutplaintext generatedatakeywithoutplaintext generatemac getkeyrotationstatus getpublickey
  listgrants reencryptfrom reencryptto retiregrant revokegrant sign verify verifymac`.split(/\s+/),
);

/** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-limitations-of-custom-policies.html */
const SQS_WITHIN_ACCOUNT: ReadonlySet<string> = new Set(
  `addpermission cancelmessagemovetask createqueue deletequeue listmessagemovetasks listqueues listqueuetags
  removepermission setqueueattributes startmessagemovetask tagqueue untagqueue`.split(/\s+/),
);

/** Actions for which an Allow in the resource-based policy grants this caller nothing. */
export function isGrantVoid(request: Request): boolean {
  const action = actionOf(request);
  // Who may retire a grant is written in the grant; a key policy can only forbid it.
  if (action === 'kms:retiregrant') return true;
  if (!('account' in request.principal) || isSameAccount(request)) return false;
  const name = action.slice(action.indexOf(':') + 1);
  switch (serviceOf(action)) {
    case 'kms':
      return !KMS_ACROSS_ACCOUNTS.has(name);
    case 'sqs':
      return SQS_WITHIN_ACCOUNT.has(name);
    default:
      return false;
  }
}

const BUCKET_POLICY_CALLS: ReadonlySet<string> = new Set([
  's3:getbucketpolicy',
  's3:putbucketpolicy',
  's3:deletebucketpolicy',
]);

/**
 * The way back in: the root user of the account that owns a bucket may read, replace and delete its policy even where
 * that policy denies it.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketPolicy.html
 */
export const isRootRecovery = (request: Request): boolean =>
  request.principal.kind === 'root' && isSameAccount(request) && BUCKET_POLICY_CALLS.has(actionOf(request));

/** Endpoints of these services are gateways unless the request says otherwise. */
export const hasGatewayEndpoint = (request: Request): boolean =>
  ['s3', 'dynamodb'].includes(serviceOf(request.action) ?? '');
