// The password of the root user: how the console changes it, which no call can do and no policy speaks about.
import type { Caller } from '../account/caller.ts';
import { expiryOf } from '../account/caller.ts';
import type { Change } from '../account/change.ts';
import type { ApiEvent } from '../account/event.ts';
import { findAccount } from '../account/find.ts';
import type { World } from '../account/world.ts';
import { hasPassed } from '../aws/instant.ts';
import { err, ok, type Result } from '../aws/result.ts';
import type { AwsError } from './aws-error.ts';
import type { Env } from './env.ts';
import { awsError } from './errors.ts';
import { passwordUpdatedEvent } from './event.ts';
import { loginSet } from './operations/iam/login.ts';
import { passwordHistory, rootPasswordViolation } from './operations/iam/password-rules.ts';
import { hashPassword, isPassword } from './password.ts';
import { expiredError } from './services.ts';

export interface RootPassword {
  readonly oldPassword: string;
  readonly newPassword: string;
}

/** What came of it, and the record: AWS keeps one of the sign-in service, for IAM has no part in it. */
export interface RootPasswordOutcome {
  readonly result: Result<null, AwsError>;
  readonly event: ApiEvent;
  readonly changes: readonly Change[];
}

/** Signed in to the console as the root user itself: neither with a key nor for a task in another account. */
export const isRootInConsole = (caller: Caller): boolean =>
  caller.kind === 'root' && caller.credentials.kind === 'console';

/**
 * The world is not changed: the changes are in the outcome. Sessions that are open stay so, and access keys are not touched.
 * AWS's words for a wrong old password are not known; these are those of `iam:ChangePassword`.
 * @throws For anybody but the root user in the console, to whom AWS shows no such page.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-password.html
 */
export function changeRootPassword(
  world: World,
  caller: Caller,
  asked: RootPassword,
  env: Env,
): RootPasswordOutcome {
  if (!isRootInConsole(caller)) throw new Error('Only the root user in the console has this page.');
  const { account } = caller;
  const changed = changesOf(world, caller, asked, env);
  return {
    result: changed.ok ? ok(null) : changed,
    event: passwordUpdatedEvent(
      world,
      { kind: 'root', account },
      changed.ok ? null : changed.error.message,
      env,
    ),
    changes: changed.ok ? changed.value : [],
  };
}

function changesOf(
  world: World,
  caller: Caller,
  { oldPassword, newPassword }: RootPassword,
  env: Env,
): Result<readonly Change[], AwsError> {
  const expires = expiryOf(caller);
  if (expires !== null && hasPassed(expires, env.now)) return err(expiredError('iam'));
  const account = findAccount(world, caller.account);
  const before = account?.root.login;
  if (!account || !before || !isPassword(oldPassword, before.hash, env))
    return err(awsError('AccessDenied', 'The old password was incorrect.'));
  const refused = rootPasswordViolation(account, newPassword);
  if (refused) return err(refused);
  const login = {
    ...before,
    hash: hashPassword(newPassword, env, before.hash),
    changed: env.now,
    previous: passwordHistory(before),
  };
  return ok([loginSet({ account, user: null }, login)]);
}
