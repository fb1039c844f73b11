// The open workspace: the one mutable value of the app, and the single gate through which everything is written.
import { SvelteMap } from 'svelte/reactivity';
import { applicablePolicies } from '../account/applicable.ts';
import { applyChanges } from '../account/apply-change.ts';
import type { ApiEvent } from '../account/event.ts';
import type { World } from '../account/world.ts';
import type { ApiCall, ApiOutcome, Caller, Env, OperationName } from '../api/call.ts';
import { signInEvent } from '../api/event.ts';
import { execute } from '../api/execute.ts';
import type { ManagedPolicies } from '../aws/catalogue.ts';
import { evaluate } from '../evaluation/evaluate.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import type { HandoutEntry, Scenario } from '../scenario/scenario.ts';
import { callerOf, signOut } from '../session/session.ts';
import type { SessionFacts } from '../session/facts.ts';
import { createSignIn, type SignInActor } from '../session/sign-in.ts';
import type { LoadedWorkspace, Store } from '../storage/workspaces.ts';
import type { SaveState, Workspace } from '../ui/shared/workspace.ts';
import { now } from './clock.ts';
import { newId, newTemporaryKeyId } from './ids.ts';
import { verifyPassword } from './passwords.ts';

/** An address reserved for documentation (RFC 5737): nothing about the real network is known here, nor asked. */
const SOURCE_IP = '203.0.113.10';
const USER_AGENT = 'Rolecall console';

export class OpenWorkspace implements Workspace {
  readonly id: string;
  #scenario: Scenario;
  #session: SessionFacts;
  #events: readonly ApiEvent[];
  #save = $state.raw<SaveState>({ kind: 'saved' });
  #latest = $state.raw<ApiOutcome | null>(null);
  #revision: number;
  /** What this tab saw decided, by event. Traces are not stored: they are large and can be made again. */
  readonly #seen = new SvelteMap<string, Evaluation>();
  /** Events that have not reached the database yet, oldest first. */
  #unsaved: ApiEvent[] = [];
  /** Each save starts when the one before has ended, and takes everything that has come since. */
  #saving: Promise<void> | null = null;
  readonly #store: Store;
  readonly #managed: ManagedPolicies;

  constructor(loaded: LoadedWorkspace, store: Store, managed: ManagedPolicies) {
    this.id = loaded.id;
    this.#scenario = $state.raw(loaded.scenario);
    this.#session = $state.raw(loaded.session);
    this.#events = $state.raw(loaded.events.toReversed());
    this.#revision = loaded.revision;
    this.#store = store;
    this.#managed = managed;
  }

  get scenario(): Scenario {
    return this.#scenario;
  }
  get title(): string {
    return this.#scenario.title;
  }
  get story(): string {
    return this.#scenario.story;
  }
  get handout(): readonly HandoutEntry[] {
    return this.#scenario.handout;
  }
  get world(): World {
    return this.#scenario.world;
  }
  get session(): SessionFacts {
    return this.#session;
  }
  get events(): readonly ApiEvent[] {
    return this.#events;
  }
  get save(): SaveState {
    return this.#save;
  }
  get latest(): ApiOutcome | null {
    return this.#latest;
  }

  env(): Env {
    return { now: now(), newId, managedPolicies: this.#managed, sourceIp: SOURCE_IP, userAgent: USER_AGENT };
  }

  request<Name extends OperationName>(call: ApiCall<Name>): ApiOutcome<Name> {
    const caller = callerOf(this.#session);
    if (!caller) throw new Error('Nobody is signed in, so nobody can ask.');
    const outcome = execute(this.world, caller, call, this.env());
    const decided = outcome.evaluations.at(-1);
    if (decided) this.#seen.set(outcome.event.eventID, decided);
    this.#latest = outcome;
    this.#commit({ world: applyChanges(this.world, outcome.changes), events: [outcome.event] });
    return outcome;
  }

  trace(event: ApiEvent): { readonly evaluation: Evaluation; readonly asOf: 'then' | 'now' } | null {
    const seen = this.#seen.get(event.eventID);
    if (seen) return { evaluation: seen, asOf: 'then' };
    if (!event.request) return null;
    const policies = applicablePolicies(this.world, event.request, this.#managed);
    return { evaluation: evaluate(policies, event.request), asOf: 'now' };
  }

  signIn(): SignInActor {
    const actor = createSignIn({ world: this.world, now, newAccessKeyId: newTemporaryKeyId }, verifyPassword);
    actor.subscribe((snapshot) => {
      const { attempt, facts } = snapshot.context;
      if (snapshot.matches('signedIn') && facts.kind === 'signedIn') {
        this.#commit({ session: facts, events: [this.#signInEvent(facts.caller, true)] });
      } else if (snapshot.matches('refused') && attempt && attempt.account !== null) {
        const { claim, account } = attempt;
        const named = claim.kind === 'root' ? ({ kind: 'root', account } as const) : { ...claim, account };
        this.#commit({ events: [this.#signInEvent(named, false)] });
      }
    });
    return actor;
  }

  signOut(): void {
    this.#commit({ session: signOut(this.#session) });
  }

  /** Says that nothing more can be saved from here, before somebody works on in vain. */
  cannotSave(message: string): void {
    this.#save = { kind: 'failed', message };
  }

  /** Resolves when everything so far is on disk, or could not be put there. */
  async settled(): Promise<void> {
    while (this.#saving) await this.#saving;
  }

  #signInEvent(
    who: Caller | { kind: 'root'; account: string } | { kind: 'user'; account: string; name: string },
    succeeded: boolean,
  ): ApiEvent {
    return signInEvent(this.world, who, succeeded, this.env());
  }

  /** The single gate for writes: the screen changes at once, the database follows. */
  #commit(change: { world?: World; session?: SessionFacts; events?: readonly ApiEvent[] }): void {
    const { world, session, events = [] } = change;
    if (world && world !== this.world) this.#scenario = { ...this.#scenario, world };
    if (session) this.#session = session;
    if (events.length > 0) this.#events = [...events.toReversed(), ...this.#events];
    this.#unsaved.push(...events);
    this.#save = { kind: 'saving' };
    this.#saving ??= this.#drain();
  }

  async #drain(): Promise<void> {
    for (;;) {
      const events = this.#unsaved;
      const scenario = this.#scenario;
      const session = this.#session;
      this.#unsaved = [];
      const written = await this.#store.commit({
        workspace: this.id,
        revision: this.#revision,
        scenario,
        session,
        events,
      });
      if (!written.ok) {
        // Kept, to be written with the next change.
        this.#unsaved = [...events, ...this.#unsaved];
        this.#save = { kind: 'failed', message: written.error.message };
        break;
      }
      this.#revision = written.value.revision;
      const more = this.#unsaved.length > 0 || scenario !== this.#scenario || session !== this.#session;
      if (!more) {
        this.#save = { kind: 'saved' };
        break;
      }
    }
    this.#saving = null;
  }
}
