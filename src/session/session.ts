// Session: what follows from the facts of a sign-in. Facts in, facts out; whether they still hold is judged at use.
import type { TemporaryKey } from '../account/caller.ts';
import { addSeconds, epochMillis, hasPassed, type Instant } from '../aws/instant.ts';
import type { Identity } from './claim.ts';
import { CONSOLE_SESSION_SECONDS, SIGNED_OUT, type ConsoleCaller, type SessionFacts } from './facts.ts';

/** Starts a console session; `accessKeyId` is new and begins with `ASIA`, as those of temporary credentials do. */
export function openSession(identity: Identity, now: Instant, accessKeyId: string): SessionFacts {
  const credentials: TemporaryKey<'console'> = {
    kind: 'console',
    accessKeyId,
    issued: now,
    expires: addSeconds(now, CONSOLE_SESSION_SECONDS),
    mfa: null,
  };
  return { kind: 'signedIn', caller: { ...identity, credentials } };
}

/** The facts after signing out. The credentials are gone; nothing else of the world changes. */
export const signOut = (_facts: SessionFacts): SessionFacts => SIGNED_OUT;

export const callerOf = (facts: SessionFacts): ConsoleCaller | null =>
  facts.kind === 'signedIn' ? facts.caller : null;

/** True from the second the credentials name on. Nobody signed in: nothing can expire. */
export const isExpired = (facts: SessionFacts, now: Instant): boolean =>
  facts.kind === 'signedIn' && hasPassed(facts.caller.credentials.expires, now);

/** Whole seconds until the credentials expire, never below 0; null when nobody is signed in. */
export function secondsLeft(facts: SessionFacts, now: Instant): number | null {
  if (facts.kind === 'signedOut') return null;
  const left = epochMillis(facts.caller.credentials.expires) - epochMillis(now);
  return Math.max(0, Math.floor(left / 1000));
}
