// Who else: the questions of the decision panel, whom the policies of today would let make the same request or undo it.
import { findAccount } from '../../account/find.ts';
import type { World } from '../../account/world.ts';
import { whoCan, type PrincipalAnswer } from '../../analysis/who-can.ts';
import type { Env } from '../../api/env.ts';
import { bucketArn, type Arn } from '../../aws/arn.ts';
import type { Evaluation } from '../../evaluation/evaluation.ts';
import type { Request } from '../../evaluation/request.ts';

/** Context keys that belong to the call and not to who makes it. */
const OF_THE_CALL = new Set(['s3:prefix', 's3:delimiter', 's3:max-keys']);

/**
 * The root user and users who would be allowed what was asked, others than the caller: of the caller's account, or, for
 * whoever is in none, of that of the resource. Null where there is no account to ask.
 */
export function othersWhoCan(world: World, request: Request, env: Env): readonly PrincipalAnswer[] | null {
  const { principal, action, resource } = request;
  const home = 'account' in principal ? principal.account : request.resourceAccount;
  const account = home === null ? null : findAccount(world, home);
  if (!account) return null;
  const context = Object.fromEntries(
    Object.entries(request.context).filter(([key]) => OF_THE_CALL.has(key.toLowerCase())),
  );
  return whoCan(world, account, { action, resource, context }, env).filter(
    (answer) =>
      answer.principal.arn !== ('arn' in principal ? principal.arn : null) &&
      answer.evaluation.decision.outcome === 'allow',
  );
}

/** What is said where there is nobody. The root user is no other where it was the one that asked. */
export function noOtherText(principal: Request['principal']): string {
  if (!('account' in principal)) return 'No user of the account of the resource, nor its root user.';
  return principal.kind === 'root'
    ? 'No other user of this account.'
    : 'No other user of this account, nor its root user.';
}

/**
 * Whether a request that a bucket policy forbids can be set right by the root user of the account, who may replace that
 * policy even where it denies that too.
 */
export function rootCanMend(world: World, { request, decision }: Evaluation, env: Env): boolean {
  if (decision.outcome !== 'explicitDeny' || decision.by !== 'resource') return false;
  const bucket = bucketOf(request.resource);
  const account = request.resourceAccount === null ? null : findAccount(world, request.resourceAccount);
  if (bucket === null || !account) return false;
  const change = { action: 's3:PutBucketPolicy', resource: bucket, context: {} } as const;
  return whoCan(world, account, change, env).some(
    ({ kind, evaluation }) => kind === 'root' && evaluation.decision.outcome === 'allow',
  );
}

/** The ARN of the bucket that a resource is or is in; null for what is none of S3. */
function bucketOf(resource: Request['resource']): Arn | null {
  const [, bucket] = /^arn:aws:s3:::([^/]+)/.exec(resource) ?? [];
  return bucket === undefined ? null : bucketArn(bucket);
}
