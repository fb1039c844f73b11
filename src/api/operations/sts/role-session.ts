// Role sessions: what all calls have in common that assume a role.
import type { RoleSession } from '../../../account/caller.ts';
import { sessionArn } from '../../../account/principal.ts';
import { roleOfArn } from '../../../account/resource-policy.ts';
import type { Arn } from '../../../aws/arn.ts';
import { epochMillis, type Instant } from '../../../aws/instant.ts';
import { err, ok, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { Scene } from '../../operation.ts';
import { handedOut, type Credentials } from './session-credentials.ts';
import { packed, shownSize, type PolicyInput } from './session-policies.ts';
import { temporaryKey } from './temporary-key.ts';

/** What the call has settled of the session; the rest follows from the role. */
export interface Assuming extends Pick<
  RoleSession,
  'sessionName' | 'origin' | 'chained' | 'sessionTags' | 'transitiveTags' | 'sourceIdentity'
> {
  readonly roleArn: Arn;
  /** Seconds; left out, one hour. */
  readonly duration?: number;
  /** The session cannot outlast it. */
  readonly until?: Instant | null;
  readonly policies: PolicyInput;
  readonly mfa: Instant | null;
  /** What is answered when the role is gone; it cannot be seen from outside whether it was ever there. */
  readonly refused: AwsError;
}

export interface AssumedRole {
  readonly Credentials: Credentials;
  readonly AssumedRoleUser: { readonly AssumedRoleId: string; readonly Arn: Arn };
  readonly PackedPolicySize?: number;
  readonly SourceIdentity?: string;
}

const HOUR = 3600;

/**
 * A new session of a role, once the policies have allowed it.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html
 */
export function assumed(scene: Scene, assuming: Assuming): Result<AssumedRole, AwsError> {
  const { env } = scene;
  const found = roleOfArn(scene.world, assuming.roleArn);
  if (!found) return err(assuming.refused);
  const { account, role } = found;
  const { sessionName, origin, chained, sessionTags, transitiveTags, sourceIdentity, mfa } = assuming;
  const { duration = HOUR } = assuming;
  const tooLong = durationError(duration, chained, role.maxSessionDuration);
  if (tooLong) return err(tooLong);
  const narrowed = packed(scene, account.id, assuming.policies, sessionTags);
  if (!narrowed.ok) return narrowed;
  const session: RoleSession = {
    kind: 'roleSession',
    account: account.id,
    roleName: role.name,
    roleId: role.id,
    roleArn: assuming.roleArn,
    sessionName,
    origin,
    chained,
    sessionTags,
    transitiveTags,
    sourceIdentity,
    policies: narrowed.value.policies,
    credentials: temporaryKey('role', account.id, env, secondsUntil(duration, assuming.until, env.now), mfa),
  };
  return ok({
    Credentials: handedOut(session, env),
    AssumedRoleUser: { AssumedRoleId: `${role.id}:${sessionName}`, Arn: sessionArn(session) },
    ...shownSize(narrowed.value.size),
    ...(sourceIdentity !== null && { SourceIdentity: sourceIdentity }),
  });
}

/** Nothing is clipped: who asks for too long gets no session at all. */
function durationError(seconds: number, chained: boolean, most: number): AwsError | null {
  if (chained && seconds > HOUR) return exceeds('1 hour session limit for roles assumed by role chaining.');
  return seconds > most ? exceeds('MaxSessionDuration set for this role.') : null;
}

const exceeds = (limit: string): AwsError =>
  awsError('ValidationError', `The requested DurationSeconds exceeds the ${limit}`);

const secondsUntil = (seconds: number, until: Instant | null | undefined, now: Instant): number =>
  until == null ? seconds : Math.min(seconds, Math.floor((epochMillis(until) - epochMillis(now)) / 1000));

/** Whether a text names a role at all. */
export const roleArnError = ({ RoleArn }: { readonly RoleArn: Arn }): AwsError | null =>
  /^arn:aws:iam::\d{12}:role\/(?:[!-~]+\/)?[\w+=,.@-]+$/.test(RoleArn)
    ? null
    : awsError('ValidationError', `${RoleArn} is invalid`);
