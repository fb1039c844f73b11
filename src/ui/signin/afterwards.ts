// Afterwards: what comes of a password that was still being checked, or changed, when somebody left the sign-in page.
import type { SignInActor, SignInSnapshot } from '../../session/sign-in.ts';
import { identityName } from '../shared/identity.ts';

const isWorking = (snapshot: SignInSnapshot): boolean =>
  snapshot.matches('checking') || snapshot.matches('changing');

/** Those that are followed, each with what ends that. */
const followed = new WeakMap<SignInActor, () => void>();

/** Says in one sentence what comes of it, unless nothing is being worked out or the page is come back to first. */
export function sayAfterwards(actor: SignInActor, say: (sentence: string) => void): void {
  if (!isWorking(actor.getSnapshot())) return;
  const subscription = actor.subscribe((snapshot) => {
    if (isWorking(snapshot)) return;
    comeBack(actor);
    say(sentenceOf(snapshot));
  });
  followed.set(actor, () => subscription.unsubscribe());
}

/** The page itself shows what comes of it. */
export function comeBack(actor: SignInActor): void {
  followed.get(actor)?.();
  followed.delete(actor);
}

function sentenceOf(snapshot: SignInSnapshot): string {
  const { link, message } = snapshot.context;
  if (snapshot.matches('signedIn') && link) return `Signed in as ${identityName(link.caller)}`;
  if (snapshot.matches('enteringNewPassword') && message !== null)
    return 'The password was not changed. The sign-in page says why.';
  if (snapshot.matches('refused') || snapshot.matches('failed'))
    return `You are not signed in. ${message ?? ''}`.trim();
  return 'The password was right. Go back to the sign-in page for what it asks next.';
}
