// sts:GetSessionToken: temporary credentials for the user who asks, with MFA if a code is given.
import type { SigningCaller } from '../../../account/caller.ts';
import { findAccount } from '../../../account/find.ts';
import { userBehind } from '../../../account/principal.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation, type Scene } from '../../operation.ts';
import { mfaError } from './mfa.ts';
import { MFA, USER_DURATION } from './parameters.ts';
import { handedOut } from './session-credentials.ts';
import { temporaryKey } from './temporary-key.ts';
import { userSessionDuration } from './user-session.ts';

/**
 * No policy is asked, and none can forbid it; only long-term credentials may call.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
 */
export const GetSessionToken = operation({
  name: 'sts:GetSessionToken',
  readOnly: true,
  cli: 'sts get-session-token',
  parameters: { DurationSeconds: USER_DURATION, ...MFA },
  validate: mfaError,
  authorization: () => [{ action: 'sts:GetSessionToken', resource: '*' }],
  perform: (scene, { DurationSeconds, TokenCode }) => {
    const { caller, env } = scene;
    const session = sessionOf(
      scene,
      temporaryKey(
        'sessionToken',
        caller.account,
        env,
        userSessionDuration(caller, DurationSeconds),
        TokenCode === undefined ? null : env.now,
      ),
    );
    return session
      ? ok({ output: { Credentials: handedOut(session, env) }, changes: [] })
      : err(awsError('AccessDenied', 'Cannot call GetSessionToken with session credentials'));
  },
});

type Key = ReturnType<typeof temporaryKey<'sessionToken'>>;

/** The same user under the new key, known by its id from now on. */
function sessionOf(
  { world, caller }: Scene,
  credentials: Key,
): (SigningCaller & { readonly credentials: Key }) | null {
  if (caller.kind === 'root') return { kind: 'root', account: caller.account, credentials };
  const account = findAccount(world, caller.account);
  const user = account && caller.kind === 'user' ? userBehind(account, caller) : null;
  return user && { kind: 'user', account: caller.account, name: user.name, id: user.id, credentials };
}
