// SessionFacts: who is signed in, as plain data. Facts are saved, machine snapshots are not.
import type { Caller } from '../api/signer.ts';

export type SessionFacts =
  { readonly kind: 'signedOut' } | { readonly kind: 'signedIn'; readonly caller: Caller };

export const SIGNED_OUT: SessionFacts = { kind: 'signedOut' };

/** A console session of an IAM user or root user lasts twelve hours. */
export const CONSOLE_SESSION_SECONDS = 12 * 60 * 60;
