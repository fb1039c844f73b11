// sts:AssumeRoot: a short session of the root user of a member account, for one task.
import type { RootCaller } from '../../../account/caller.ts';
import { lookup } from '../../../account/table.ts';
import type { World } from '../../../account/world.ts';
import { isAccountId, parseArn, rootArn, type AccountId, type Arn } from '../../../aws/arn.ts';
import { err, ok } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { callerArn } from '../../caller.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { ROOT_DURATION, TARGET_PRINCIPAL, TASK_POLICY_ARN } from './parameters.ts';
import { handedOut } from './session-credentials.ts';
import { temporaryKey } from './temporary-key.ts';

/**
 * The managed policies of AWS that name a task each.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-privileged-task.html
 */
export const ROOT_TASKS: readonly Arn[] = [
  'IAMAuditRootUserCredentials',
  'IAMCreateRootUserPassword',
  'IAMDeleteRootUserCredentials',
  'S3UnlockBucketPolicy',
  'SQSUnlockQueuePolicy',
].map((name) => `arn:aws:iam::aws:policy/root-task/${name}` as const);

/** Seconds; it is also the longest that there is. */
const DURATION = 900;

/**
 * For the management account, or a delegated administrator of IAM, once root sessions are enabled. AWS answers this at
 * the endpoints of Regions only; here a call does not tell by which endpoint it comes, and every one is taken.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoot.html
 */
export const AssumeRoot = operation({
  name: 'sts:AssumeRoot',
  readOnly: true,
  cli: 'sts assume-root',
  parameters: {
    TargetPrincipal: TARGET_PRINCIPAL,
    TaskPolicyArn: TASK_POLICY_ARN,
    DurationSeconds: ROOT_DURATION,
  },
  validate: ({ TargetPrincipal, TaskPolicyArn }) =>
    targetOf(TargetPrincipal) === null
      ? invalid(TargetPrincipal)
      : ROOT_TASKS.includes(TaskPolicyArn.arn)
        ? null
        : invalid(TaskPolicyArn.arn),
  authorization: (_world, _caller, { TargetPrincipal, TaskPolicyArn }) => [
    {
      action: 'sts:AssumeRoot',
      resource: rootArn(targetOf(TargetPrincipal) ?? ''),
      context: { 'sts:TaskPolicyArn': TaskPolicyArn.arn },
    },
  ],
  perform: ({ world, caller, env }, { TargetPrincipal, TaskPolicyArn, DurationSeconds = DURATION }) => {
    const account = targetOf(TargetPrincipal) ?? '';
    if (!isOpen(world, account))
      return err(
        awsError(
          'AccessDenied',
          `User: ${callerArn(world, caller)} is not authorized to perform: sts:AssumeRoot on resource: ${rootArn(account)}`,
        ),
      );
    const session: RootCaller & { readonly credentials: { readonly kind: 'assumeRoot' } } = {
      kind: 'root',
      account,
      credentials: temporaryKey('assumeRoot', account, env, DurationSeconds, null),
      task: TaskPolicyArn.arn,
    };
    const sourceIdentity = caller.kind === 'roleSession' ? caller.sourceIdentity : null;
    return ok({
      output: {
        Credentials: handedOut(session, env),
        ...(sourceIdentity !== null && { SourceIdentity: sourceIdentity }),
      },
      changes: [],
    });
  },
});

/** The words are those for a malformed role in AssumeRole. */
const invalid = (value: string): AwsError => awsError('ValidationError', `${value} is invalid`);

/** An account is named by its id or by the ARN of its root user. */
function targetOf(principal: string): AccountId | null {
  if (isAccountId(principal)) return principal;
  const account = parseArn(principal)?.account ?? '';
  return isAccountId(account) && principal === rootArn(account) ? account : null;
}

/** Whether root sessions are to be had for an account: of its own the management account has none. */
const isOpen = ({ organization }: World, account: AccountId): boolean =>
  organization !== null &&
  organization.rootFeatures.includes('RootSessions') &&
  lookup(organization.trustedServices, 'iam.amazonaws.com') !== undefined &&
  lookup(organization.members, account) !== undefined &&
  account !== organization.managementAccount;
