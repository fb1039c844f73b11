// service-rules: what some services decide otherwise than the rest, each rule with its page.
import { parseArn, type AccountId } from '../aws/arn.ts';
import { askedAction } from './action.ts';
import { isUnknown, type Context } from './context.ts';
import type { VoidReason } from './evaluation.ts';
import type { Request } from './request.ts';
import { isForObjectOwner } from './s3/object-owner.ts';
import type { Truth } from './truth.ts';

const actionOf = (request: Request): string => askedAction(request.action).text;
const serviceOf = (request: Request): string => askedAction(request.action).service;

/** Whether the request is for the owner of an object to allow, in a bucket that belongs to somebody else. */
export const isForeignObject = ({ facts, action, resourceAccount }: Request): boolean =>
  facts?.objectOwner !== undefined && facts.objectOwner !== resourceAccount && isForObjectOwner(action);

/** The account that owns the resource; null for a resource without an owner. */
const ownerOf = (request: Request): AccountId | null =>
  isForeignObject(request) ? (request.facts?.objectOwner ?? null) : request.resourceAccount;

/** Whether the caller belongs to the account that owns the resource. A resource without an owner is the caller's. */
export function isSameAccount(request: Request): boolean {
  const owner = ownerOf(request);
  return owner === null || ('account' in request.principal && request.principal.account === owner);
}

/**
 * Calls that need no permission, and that no policy can forbid.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html
 */
export function needsNoPermission(request: Request): boolean {
  if (serviceOf(request) !== 'sts') return false;
  const { kind } = request.principal;
  switch (actionOf(request)) {
    case 'sts:getcalleridentity':
      return kind === 'user' || kind === 'root' || kind === 'roleSession' || kind === 'federatedUser';
    case 'sts:getsessiontoken':
      return kind === 'user' || kind === 'root';
    default:
      return false;
  }
}

const POLICY_WRITES: ReadonlySet<string> = new Set(
  `createpolicyversion deletepolicy deletepolicyversion setdefaultpolicyversion tagpolicy untagpolicy`.split(
    /\s+/,
  ),
);

/**
 * Changes to what AWS itself keeps: AWS managed policies. The roles that it keeps in an account, those of services and of
 * Identity Center, are not among them: whoever may change roles may ask, and IAM answers `UnmodifiableEntity`.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html#aws-managed-policies
 */
export function isKeptByAws(request: Request): boolean {
  if (serviceOf(request) !== 'iam') return false;
  const arn = parseArn(request.resource);
  return (
    arn?.service === 'iam' &&
    arn.account === 'aws' &&
    arn.resource.startsWith('policy/') &&
    POLICY_WRITES.has(askedAction(request.action).name)
  );
}

/** AssumeRoot names the root user of a member account, which has no resource-based policy to ask. */
export const reachesAcrossAccounts = (request: Request): boolean => actionOf(request) === 'sts:assumeroot';

/**
 * Roles and KMS keys: their own policy must allow or delegate, even within one account.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
 */
export function needsResourcePolicy(request: Request): boolean {
  const service = serviceOf(request);
  if (service !== 'sts' && service !== 'kms') return false;
  const arn = parseArn(request.resource);
  if (arn === null) return false;
  return service === 'sts'
    ? arn.service === 'iam' && arn.resource.startsWith('role/')
    : arn.service === 'kms' && arn.resource.startsWith('key/');
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

/** Why an Allow in the resource-based policy grants this caller nothing; null where it counts. */
export function grantVoidReason(request: Request): VoidReason | null {
  const { text, service, name } = askedAction(request.action);
  switch (service) {
    case 'kms':
      // Who may retire a grant is written in the grant; a key policy can only forbid it.
      if (text === 'kms:retiregrant') return 'retiredThroughGrants';
      return isFromElsewhere(request) && !KMS_ACROSS_ACCOUNTS.has(name) ? 'notAcrossAccounts' : null;
    case 'sqs':
      return isFromElsewhere(request) && SQS_WITHIN_ACCOUNT.has(name) ? 'notAcrossAccounts' : null;
    case 'iam':
      // Roles of another account cannot be passed, and nothing in IAM but a role has a policy of its own.
      return isFromElsewhere(request) ? 'notAcrossAccounts' : null;
    default:
      return null;
  }
}

const isFromElsewhere = (request: Request): boolean =>
  'account' in request.principal && !isSameAccount(request);

const RECOVERY_CALLS: ReadonlySet<string> = new Set([
  's3:getbucketpolicy',
  's3:putbucketpolicy',
  's3:deletebucketpolicy',
  'sqs:getqueueattributes',
  'sqs:setqueueattributes',
]);

/**
 * The way back in: the root user of the account that owns a bucket or queue may read, replace and delete its policy even
 * where that policy denies it. For queues AWS names the task and not the calls: these two are how a policy is read and
 * written.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketPolicy.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html#root-user-tasks
 */
export const isRootRecovery = (request: Request): boolean =>
  request.principal.kind === 'root' && isSameAccount(request) && RECOVERY_CALLS.has(actionOf(request));

/** Endpoints of these services are gateways unless the request says otherwise. */
export const hasGatewayEndpoint = (request: Request): boolean =>
  ['s3', 'dynamodb'].includes(serviceOf(request));

/** A federated user of the root user has all that the root user has, within its session policy. */
export const isRootFederation = ({ principal }: Request): boolean =>
  principal.kind === 'federatedUser' && principal.issuer?.endsWith(':root') === true;

const SERVICE_LINKED_ROLE = /^arn:[^:]*:iam::\d*:role\/aws-service-role\//;

/** A service that assumes its own role, which resource control policies cannot keep it from. */
export const takesServiceLinkedRole = ({ principal, resource }: Request): boolean =>
  principal.kind === 'service' && SERVICE_LINKED_ROLE.test(resource);

/**
 * Whether the caller is a session of a service-linked role: known by the path of the role, which the ARN of the session
 * does not hold. What is not known is the key that would say so.
 */
export function isServiceLinked({ principal }: Request, context: Context): Truth {
  if (principal.kind !== 'roleSession') return false;
  if (principal.roleArn !== undefined) return SERVICE_LINKED_ROLE.test(principal.roleArn);
  const entry = context.get('aws:principalarn');
  if (entry !== undefined && isUnknown(entry.value)) return { on: [entry.key] };
  return typeof entry?.value === 'string' && SERVICE_LINKED_ROLE.test(entry.value);
}
