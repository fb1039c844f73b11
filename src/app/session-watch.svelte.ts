// SessionWatch: tells the machine over the sessions what happens, and the screen how much of a session is left.
import { untrack } from 'svelte';
import type { Instant } from '../aws/instant.ts';
import type { Env } from '../api/env.ts';
import { renewalDue } from '../session/renewal.ts';
import { isExpired, secondsLeft } from '../session/session.ts';
import { ENDING_SECONDS, step, type SessionEvent, type Step } from '../session/sessions.ts';
import type { SignInStep } from '../session/sign-in-steps.ts';
import { now } from './clock.ts';
import type { Stored } from './stored.svelte.ts';

export class SessionWatch {
  #ended = $state(false);
  /** Follows the clock while the end of a session is to be told. */
  #moment = $state.raw<Instant>(now());
  /** What the machine was told in this tab, and what came of it. */
  #steps = $state.raw<readonly Step[]>([]);
  /** What sign-in machines did in this tab. */
  #signInSteps = $state.raw<readonly SignInStep[]>([]);
  /** So many look on, second by second. */
  #watchers = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #stored: Stored;
  readonly #env: () => Env;

  constructor(stored: Stored, env: () => Env) {
    this.#stored = stored;
    this.#env = env;
    this.begin();
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  get ended(): boolean {
    return this.#ended;
  }
  get moment(): Instant {
    return this.#moment;
  }
  get steps(): readonly Step[] {
    return this.#steps;
  }
  get signInSteps(): readonly SignInStep[] {
    return this.#signInSteps;
  }

  /** Machines start while pages are put up: what is noted here is nothing that those follow. */
  noteSignIn(made: SignInStep): void {
    this.#signInSteps = [...untrack(() => this.#signInSteps), made].slice(-MOST_STEPS);
  }

  /** Who acts changes as the machine has it; what a guard refuses changes nothing, and can be seen in `steps`. */
  step(event: SessionEvent): boolean {
    const made = step(this.#stored.session, event);
    this.#note(made);
    if (made.refused === null) this.#stored.commit({ session: made.facts });
    return made.refused === null;
  }

  /** Who acts has been replaced: what is over of them by now was over before. */
  begin(): void {
    this.#moment = this.#stored.now();
    this.look();
  }

  /** The moment follows the clock each second, until what is returned is called. */
  watchClock(): () => void {
    this.#watchers += 1;
    untrack(() => this.look());
    return () => {
      this.#watchers -= 1;
    };
  }

  /** What has expired is judged at use; this only lets the screen say in time how much is left. */
  look(): void {
    clearTimeout(this.#timer);
    const { session } = this.#stored;
    const moment = this.#stored.now();
    const due = renewalDue(this.#stored.world, session, this.#env());
    if (due && this.step({ type: 'renew', ...due, now: moment })) return; // Looked at anew: who acts was replaced.
    const left = secondsLeft(session, moment);
    const looked = step(session, { type: 'look', now: moment }, this.#moment);
    if (looked.from !== looked.to) this.#note(looked);
    this.#moment = moment;
    this.#ended = isExpired(session, moment);
    const ends = left !== null && left > 0;
    if (ends || this.#watchers > 0)
      this.#timer = setTimeout(
        () => this.look(),
        (this.#watchers > 0 || !ends ? 1 : secondsToNextLook(left)) * 1000,
      );
  }

  #note(made: Step): void {
    this.#steps = [...this.#steps, made].slice(-MOST_STEPS);
  }
}

/** Every minute, and every second when the end is near. */
const secondsToNextLook = (left: number): number =>
  left > ENDING_SECONDS ? Math.min(60, left - ENDING_SECONDS) : 1;

/** So many steps of each machine are kept for who looks. */
const MOST_STEPS = 50;
