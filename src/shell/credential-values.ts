// Credential values: what commands of one's own would sign with, for `aws configure list` and `export-credentials`.
import { expiryOf, type SigningCaller } from '../account/caller.ts';
import type { CredentialValues } from '../api/credentials.ts';
import type { Globals } from '../api/command-line/globals.ts';
import { hashOf } from '../api/operations/iam/ids.ts';
import { sessionToken } from '../api/session-token.ts';
import type { Instant } from '../aws/instant.ts';
import { err, ok, type Result } from '../aws/result.ts';
import { planOf } from '../session/profiles.ts';
import type { Host } from './host.ts';
import type { Ask, Chunk } from './run.ts';
import { faultOf, signingWith, type Unsigned } from './signer.ts';

export interface Found {
  readonly values: CredentialValues;
  /** As the library of the CLI calls the way they were found. */
  readonly method: 'env' | 'shared-credentials-file' | 'assume-role' | 'login';
  /** Of credentials that the CLI would renew; null: of others. */
  readonly expires: Instant | null;
}

/** Keys that are written down are not looked up: whether AWS knows them is told by the first call. */
export function* credentialValues(
  shell: Host,
  { profile }: Pick<Globals, 'profile'>,
  own: ReadonlyMap<string, string>,
): Generator<Chunk | Ask, Result<Found, Unsigned>, string | undefined> {
  const { around } = shell;
  const plan = planOf({
    profiles: around.profiles(),
    profile,
    environment: Object.fromEntries(shell.environment(own)),
  });
  if (!plan.ok) {
    const caller = around.caller();
    return plan.error.name === 'NoCredentialsError' &&
      profile === null &&
      caller &&
      caller.kind !== 'anonymous'
      ? ok({ values: consoleValues(caller), method: 'login', expires: expiryOf(caller) })
      : err(faultOf(plan.error));
  }
  const { base, hops, profile: name } = plan.value;
  if (hops.length === 0)
    return ok({ values: base, method: name === null ? 'env' : 'shared-credentials-file', expires: null });
  const signing = yield* signingWith(shell, plan.value);
  if (!signing.ok) return signing;
  const { caller, values } = signing.value;
  return ok({ values, method: 'assume-role', expires: expiryOf(caller) });
}

/**
 * What `aws login` gets for a session of the console. AWS draws the secret by lot; here it follows from the id of the key, so
 * that it is the same whenever it is asked for. It is worth nothing without the token that goes with it.
 */
function consoleValues(caller: SigningCaller): CredentialValues {
  const { accessKeyId } = caller.credentials;
  const secretAccessKey = hashOf(`secret of ${accessKeyId}`).slice(0, 40);
  return { accessKeyId, secretAccessKey, sessionToken: sessionToken(caller, secretAccessKey) };
}
