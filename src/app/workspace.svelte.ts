// The open workspace: the one mutable value of the app, and the single gate through which everything is written.
import { SvelteMap } from 'svelte/reactivity';
import { applicablePolicies } from '../account/applicable.ts';
import { applyChanges } from '../account/apply-change.ts';
import type { Change } from '../account/change.ts';
import type { ApiEvent } from '../account/event.ts';
import { rebaseChanges } from '../account/rebase.ts';
import { activityOf, withEvent } from '../account/activity-of-events.ts';
import type { Activity } from '../account/activity.ts';
import type { PrincipalName } from '../account/principal.ts';
import { DEFAULT_REGION } from '../account/resource.ts';
import type { World } from '../account/world.ts';
import type { ApiCall, ApiOutcome, OperationName } from '../api/call.ts';
import type { Env } from '../api/env.ts';
import { signInEvent } from '../api/event.ts';
import { execute } from '../api/execute.ts';
import type { ManagedPolicies } from '../aws/catalogue.ts';
import { decisiveOf } from '../evaluation/call.ts';
import { evaluate } from '../evaluation/evaluate.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import { plainScenario } from '../scenario/print.ts';
import { parseScenario } from '../scenario/parse.ts';
import type { HandoutEntry, Scenario } from '../scenario/scenario.ts';
import { callerOf, isExpired, secondsLeft, signOut } from '../session/session.ts';
import type { SessionFacts } from '../session/facts.ts';
import type { SignInActor } from '../session/sign-in.ts';
import { storageError } from '../storage/errors.ts';
import type { LoadedWorkspace, Store } from '../storage/workspaces.ts';
import type { About, SaveState, Workspace } from '../ui/shared/workspace.ts';
import { now } from './clock.ts';
import { newId, newTemporaryKeyId, randomBytes } from './ids.ts';
import { verifyPassword } from './passwords.ts';

/** An address reserved for documentation (RFC 5737): nothing about the real network is known here, nor asked. */
const SOURCE_IP = '203.0.113.10';
const USER_AGENT = 'Rolecall console';

export class OpenWorkspace implements Workspace {
  readonly id: string;
  #scenario: Scenario;
  #session: SessionFacts;
  #events: readonly ApiEvent[];
  /** What the events tell of the use of credentials; kept beside them, so that no call reads them all. */
  #activity: Activity;
  #save = $state.raw<SaveState>({ kind: 'saved' });
  #revision: number;
  /** What this tab saw decided, by event. Traces are not stored: they are large and can be made again. */
  readonly #seen = new SvelteMap<string, Evaluation>();
  /** What has not reached the database yet. */
  #unsaved: Unsaved = NOTHING;
  /** Each save starts when the one before has ended, and takes everything that has come since. */
  #saving: Promise<void> | null = null;
  /** The newest revision that is known to be in the database. */
  #newest: number;
  #sessionEnded = $state(false);
  #sessionTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #unfollow: () => void;
  readonly #store: Store;
  readonly #managed: ManagedPolicies;

  constructor(loaded: LoadedWorkspace, store: Store, managed: ManagedPolicies) {
    this.id = loaded.id;
    this.#scenario = $state.raw(loaded.scenario);
    this.#session = $state.raw(loaded.session);
    this.#events = $state.raw(loaded.events.toReversed());
    this.#activity = activityOf(loaded.events);
    this.#revision = loaded.revision;
    this.#newest = loaded.revision;
    this.#store = store;
    this.#managed = managed;
    this.#watchSession();
    this.#unfollow = store.follow(this.id, (revision) => this.#heardOf(revision));
  }

  /** Ends what the workspace does on its own: timers, and following other tabs. */
  close(): void {
    clearTimeout(this.#sessionTimer);
    this.#unfollow();
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
  get sessionEnded(): boolean {
    return this.#sessionEnded;
  }

  env(): Env {
    return {
      now: now(),
      newId,
      randomBytes,
      managedPolicies: this.#managed,
      activity: this.#activity,
      region: DEFAULT_REGION,
      sourceIp: SOURCE_IP,
      userAgent: USER_AGENT,
    };
  }

  request<Name extends OperationName>(call: ApiCall<Name>): ApiOutcome<Name> {
    const caller = callerOf(this.#session);
    if (!caller) throw new Error('Nobody is signed in, so nobody can ask.');
    const outcome = execute(this.world, caller, call, this.env());
    const decided = decisiveOf(outcome.evaluations);
    if (decided) this.#seen.set(outcome.event.eventID, decided);
    if (!outcome.result.ok && outcome.result.error.code === 'ExpiredToken') this.#sessionEnded = true;
    this.#commit({ changes: outcome.changes, events: [outcome.event] });
    return outcome;
  }

  trace(event: ApiEvent): { readonly evaluation: Evaluation; readonly asOf: 'then' | 'now' } | null {
    const seen = this.#seen.get(event.eventID);
    if (seen) return { evaluation: seen, asOf: 'then' };
    if (!event.request) return null;
    const policies = applicablePolicies(this.world, event.request, this.#managed, event.session);
    return { evaluation: evaluate(policies, event.request), asOf: 'now' };
  }

  async signIn(): Promise<SignInActor> {
    const { createSignIn } = await import('../session/sign-in.ts');
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

  describe(about: About): void {
    const parsed = parseScenario(plainScenario({ ...this.#scenario, ...about }));
    if (!parsed.ok) throw new Error('detail' in parsed.error ? parsed.error.detail : parsed.error.kind);
    this.#commit({ about });
  }

  /** Says that nothing more can be saved from here, before somebody works on in vain. */
  cannotSave(message: string): void {
    this.#save = { kind: 'failed', message };
  }

  /** Resolves when everything so far is on disk, or could not be put there. */
  async settled(): Promise<void> {
    while (this.#saving) await this.#saving;
  }

  #signInEvent(who: PrincipalName, succeeded: boolean): ApiEvent {
    return signInEvent(this.world, who, succeeded, this.env());
  }

  /** The single gate for writes: the screen changes at once, the database follows. */
  #commit({ changes = [], session, events = [], about }: Partial<Unsaved>): void {
    this.#replaceWorld(applyChanges(this.world, changes));
    if (about) this.#scenario = { ...this.#scenario, ...about };
    if (session) this.#replaceSession(session);
    this.#events = [...events.toReversed(), ...this.#events];
    this.#activity = events.reduce(withEvent, this.#activity);
    this.#unsaved = {
      changes: [...this.#unsaved.changes, ...changes],
      events: [...this.#unsaved.events, ...events],
      session: session ?? this.#unsaved.session,
      about: about ?? this.#unsaved.about,
    };
    this.#save = { kind: 'saving' };
    this.#saving ??= this.#drain();
  }

  async #drain(): Promise<void> {
    for (let conflicts = 0; this.#unsaved !== NOTHING;) {
      const taken = this.#unsaved;
      this.#unsaved = NOTHING;
      const written = await this.#store.commit({
        workspace: this.id,
        revision: this.#revision,
        scenario: this.#scenario,
        session: this.#session,
        events: taken.events,
      });
      if (written.ok) {
        this.#revision = written.value.revision;
        continue;
      }
      // Kept, to be written with the next change.
      this.#unsaved = {
        changes: [...taken.changes, ...this.#unsaved.changes],
        events: [...taken.events, ...this.#unsaved.events],
        session: this.#unsaved.session ?? taken.session,
        about: this.#unsaved.about ?? taken.about,
      };
      const another =
        written.error.kind === 'conflict' && conflicts++ < MOST_CONFLICTS && (await this.#catchUp());
      if (another) continue;
      this.#save = { kind: 'failed', message: written.error.message };
      this.#saving = null;
      return;
    }
    this.#save = { kind: 'saved' };
    this.#saving = null;
    if (this.#newest > this.#revision) void this.#catchUp();
  }

  /** Another tab wrote: while this one is writing itself, the conflict that it runs into will tell. */
  #heardOf(revision: number | null): void {
    if (revision === null) {
      this.cannotSave(storageError('missing').message);
      return;
    }
    this.#newest = revision;
    if (revision > this.#revision && !this.#saving) void this.#catchUp();
  }

  /** Takes over what other tabs have written, and makes on top of it the changes that are not saved yet. */
  async #catchUp(): Promise<boolean> {
    const loaded = await this.#store.load(this.id);
    if (!loaded.ok) return false;
    const { scenario, session, events, revision } = loaded.value;
    if (revision <= this.#revision) return false;
    const { changes, events: mine, session: chosen, about } = this.#unsaved;
    this.#revision = revision;
    this.#scenario = { ...scenario, ...about, world: rebaseChanges(scenario.world, changes) };
    this.#events = [...mine.toReversed(), ...events.toReversed()];
    this.#activity = activityOf([...events, ...mine]);
    this.#replaceSession(chosen ?? session);
    return true;
  }

  #replaceWorld(world: World): void {
    if (world !== this.world) this.#scenario = { ...this.#scenario, world };
  }

  #replaceSession(session: SessionFacts): void {
    this.#session = session;
    this.#watchSession();
  }

  /** What has expired is judged at use; this only lets the screen say so in time. */
  #watchSession(): void {
    clearTimeout(this.#sessionTimer);
    const moment = now();
    const left = secondsLeft(this.#session, moment);
    this.#sessionEnded = isExpired(this.#session, moment);
    if (left !== null && left > 0) this.#sessionTimer = setTimeout(() => this.#watchSession(), left * 1000);
  }
}

/** What is on the screen and not in the database; changes and events oldest first. */
interface Unsaved {
  readonly changes: readonly Change[];
  readonly events: readonly ApiEvent[];
  /** Null: as it was. */
  readonly session: SessionFacts | null;
  /** Null: as it was. */
  readonly about: About | null;
}

const NOTHING: Unsaved = { changes: [], events: [], session: null, about: null };

/** How often in a row another tab may come first before this one gives up and says so. */
const MOST_CONFLICTS = 5;
