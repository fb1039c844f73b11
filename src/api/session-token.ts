// Session tokens: everything that AWS knows of temporary credentials is in the token that comes with them.
import { safeParse } from 'valibot';
import type { SigningCaller } from '../account/caller.ts';
import { isPlainObject, jsonIn } from '../aws/json.ts';
import { seal, unseal } from '../aws/sealed.ts';
import { callerSchema } from './caller-schema.ts';
import { hashOf } from './operations/iam/ids.ts';

/**
 * The token that goes with a secret. No world keeps sessions: the token is all there is of one. It is not signed with a
 * secret of AWS, for a page that anybody can read has none: it cannot be guessed or altered by hand, and that is all.
 */
export const sessionToken = (caller: SigningCaller, secret: string): string =>
  seal('sessionToken', JSON.stringify({ secretHash: hashOf(secret), caller }));

export interface SessionFacts {
  readonly caller: SigningCaller;
  /** Of the secret that the token was handed out with. */
  readonly secretHash: string;
}

/** Null for a text that is no token, or was changed. */
export function sessionFacts(token: string): SessionFacts | null {
  const text = unseal('sessionToken', token);
  const facts = text === null ? null : jsonIn(text);
  if (!isPlainObject(facts) || typeof facts['secretHash'] !== 'string') return null;
  const caller = safeParse(callerSchema, facts['caller']);
  return caller.success ? { caller: caller.output, secretHash: facts['secretHash'] } : null;
}
