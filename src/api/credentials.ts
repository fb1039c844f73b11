// Credentials: from the values that a program is configured with to the caller whose they are.
import { accessKeyOwner } from '../account/access-key-owner.ts';
import type { SigningCaller } from '../account/caller.ts';
import type { World } from '../account/world.ts';
import { err, ok, type Result } from '../aws/result.ts';
import type { AwsError } from './aws-error.ts';
import { hashOf } from './operations/iam/ids.ts';
import { unknownKeyError, wrongSecretError } from './services.ts';
import { sessionFacts } from './session-token.ts';

/** As in `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`. */
export interface CredentialValues {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Only of temporary credentials. */
  readonly sessionToken?: string;
}

/**
 * Who signs with these values, or why AWS does not know. Whether temporary credentials have ended, and whether whoever
 * they were made for is still there, is judged when a call is made with them.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
 */
export function callerWithCredentials(
  world: World,
  { accessKeyId, secretAccessKey, sessionToken }: CredentialValues,
): Result<SigningCaller, AwsError> {
  if (sessionToken !== undefined) {
    const facts = sessionFacts(sessionToken);
    if (facts?.caller.credentials.accessKeyId !== accessKeyId) return err(unknownKey());
    return facts.secretHash === hashOf(secretAccessKey) ? ok(facts.caller) : err(wrongSecret());
  }
  const owner = accessKeyOwner(world, accessKeyId);
  if (owner?.key.status !== 'Active') return err(unknownKey());
  const { account, user, key } = owner;
  if (key.secretHash !== null && key.secretHash !== hashOf(secretAccessKey)) return err(wrongSecret());
  const credentials = { kind: 'accessKey', accessKeyId } as const;
  return ok(
    user
      ? { kind: 'user', account: account.id, name: user.name, id: user.id, credentials }
      : { kind: 'root', account: account.id, credentials },
  );
}

/** In the words of STS. */
const unknownKey = (): AwsError => unknownKeyError('sts');
const wrongSecret = (): AwsError => wrongSecretError('sts');
