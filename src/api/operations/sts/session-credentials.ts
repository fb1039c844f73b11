// Session credentials as calls of STS hand them out: a key, its secret, and the token with all that is known of the session.
import type { SigningCaller } from '../../../account/caller.ts';
import type { Instant } from '../../../aws/instant.ts';
import type { Env } from '../../env.ts';
import { sessionToken } from '../../session-token.ts';
import { secretAccessKey } from '../iam/ids.ts';
import type { temporaryKey } from './temporary-key.ts';

export interface Credentials {
  readonly AccessKeyId: string;
  readonly SecretAccessKey: string;
  readonly SessionToken: string;
  readonly Expiration: Instant;
}

/** A caller with credentials that end. */
type Session = SigningCaller & { readonly credentials: ReturnType<typeof temporaryKey> };

/** Nothing of them is kept in the world. */
export function handedOut(session: Session, env: Env): Credentials {
  const secret = secretAccessKey(env);
  return {
    AccessKeyId: session.credentials.accessKeyId,
    SecretAccessKey: secret,
    SessionToken: sessionToken(session, secret),
    Expiration: session.credentials.expires,
  };
}
