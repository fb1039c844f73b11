// The caller as the places of the console need it: who signs, and whether that changed.
import type { ConsoleCaller, SessionFacts } from '../../session/facts.ts';

/** Null while nobody is signed in. */
export const callerOf = (session: SessionFacts): ConsoleCaller | null =>
  session.kind === 'signedIn' ? session.caller : null;

/** Another value for every session, also when the same user signs in again. */
export const visitKey = (session: SessionFacts): string | null =>
  callerOf(session)?.credentials.accessKeyId ?? null;
