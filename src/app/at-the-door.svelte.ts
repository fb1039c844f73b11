// AtTheDoor: the sign-in that is under way in this tab, kept while other places are looked at.
import type { SignInActor } from '../session/sign-in.ts';

export class AtTheDoor {
  #kept: Promise<SignInActor> | null = null;
  /** Whoever comes to the sign-in page goes on with it. */
  #running = $state(false);
  readonly #begin: () => Promise<SignInActor>;

  /** `begin` makes a sign-in that is not started. */
  constructor(begin: () => Promise<SignInActor>) {
    this.#begin = begin;
  }

  get running(): boolean {
    return this.#running;
  }

  /** The one that is under way, or else a new one; `anew`: a new one in any case, and the other ends. */
  come(anew: boolean): Promise<SignInActor> {
    if (anew) this.end();
    if (this.#kept) return this.#kept;
    const coming = this.#begin().then((actor) => {
      const isKept = (): boolean => this.#kept === coming;
      if (isKept()) this.#running = true;
      actor.subscribe({ complete: () => isKept() && this.leave() });
      actor.start();
      return actor;
    });
    // What could not be loaded may be asked for again.
    coming.catch(() => this.#kept === coming && this.leave());
    this.#kept = coming;
    return coming;
  }

  /** Nobody goes on with it any more. A page that still shows it may bring it to its end. */
  leave(): void {
    this.#kept = null;
    this.#running = false;
  }

  end(): void {
    this.#kept?.then(
      (actor) => actor.stop(),
      () => {},
    );
    this.leave();
  }
}
