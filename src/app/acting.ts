// Acting: who acts in a workspace: signed in, become somebody else, back again, and out.
import type { Env } from '../api/env.ts';
import { clockIn } from '../api/mfa-clock.ts';
import { switchEvent, type Switch } from '../api/switch-event.ts';
import type { Link, RecentRole } from '../session/facts.ts';
import { activeOf, canOpen } from '../session/session.ts';
import type { SignInActor } from '../session/sign-in.ts';
import type { Asking } from './asking.ts';
import { AtTheDoor } from './at-the-door.svelte.ts';
import { newId } from './ids.ts';
import type { Kept } from './kept.svelte.ts';
import type { SessionWatch } from './session-watch.svelte.ts';
import { signingIn } from './signing-in.ts';
import type { Stored } from './stored.svelte.ts';

interface Parts {
  readonly stored: Stored;
  readonly watch: SessionWatch;
  readonly asking: Asking;
  readonly kept: Kept;
  readonly env: () => Env;
}

export class Acting {
  readonly #stored: Stored;
  readonly #watch: SessionWatch;
  readonly #asking: Asking;
  readonly #kept: Kept;
  readonly #env: () => Env;
  readonly #door = new AtTheDoor(() => this.#newSignIn());

  constructor({ stored, watch, asking, kept, env }: Parts) {
    this.#stored = stored;
    this.#watch = watch;
    this.#asking = asking;
    this.#kept = kept;
    this.#env = env;
  }

  /** Ends the sign-in that is under way. */
  close(): void {
    this.#door.end();
  }

  signIn(anew: boolean): Promise<SignInActor> {
    return this.#door.come(anew);
  }

  get signInRuns(): boolean {
    return this.#door.running;
  }

  open(link: Link): void {
    this.#door.leave();
    this.#watch.step({ type: 'open', link, id: newId(), now: this.#stored.now() });
  }

  become(link: Link): void {
    const before = activeOf(this.#stored.session)?.links;
    if (!this.#watch.step({ type: 'become', link, now: this.#stored.now() })) return;
    if (link.way === 'switchRole') this.#recordSwitch('SwitchRole', link, before);
  }

  back(depth: number): void {
    const before = activeOf(this.#stored.session)?.links ?? [];
    if (!this.#watch.step({ type: 'back', depth, now: this.#stored.now() })) return;
    const left = before.slice(depth).find(({ way }) => way === 'switchRole');
    if (left) this.#recordSwitch('ExitRole', left, before);
  }

  activate(id: string): void {
    this.#watch.step({ type: 'activate', id, now: this.#stored.now() });
  }

  remember(role: RecentRole): void {
    this.#watch.step({ type: 'remember', role, now: this.#stored.now() });
  }

  /** Null: nobody acts. */
  signOut(id: string | null): void {
    this.#door.leave();
    if (id !== null) this.#watch.step({ type: 'close', id, now: this.#stored.now() });
  }

  signOutOfAll(): void {
    this.#door.leave();
    this.#watch.step({ type: 'closeAll', now: this.#stored.now() });
  }

  #newSignIn(): Promise<SignInActor> {
    const stored = this.#stored;
    return signingIn({
      get world() {
        return stored.world;
      },
      now: () => stored.now(),
      env: this.#env,
      clockOf: (device) => clockIn(this.#kept.keyring.clock.known)(device),
      learn: (clock) => this.#kept.learn(clock),
      hasRoom: (link) => canOpen(stored.session, link),
      record: (event) => this.#asking.record(event),
      note: (step) => this.#watch.noteSignIn(step),
      open: (link) => this.open(link),
      requestWithPasswords: (caller, call) => this.#asking.requestAsWithPasswords(caller, call),
    });
  }

  #recordSwitch(name: Switch['name'], link: Link, before: readonly Link[] = []): void {
    const home = before[0]?.caller;
    const from = before.at(-1)?.caller;
    const { caller: role } = link;
    if (!home || !from || role.kind !== 'roleSession') return;
    this.#asking.record(switchEvent(this.#stored.world, { name, home, role, from }, this.#env()));
  }
}
