// The open workspace: the one mutable value of the app, and the single gate through which everything is written.
import { SvelteMap } from 'svelte/reactivity';
import { applicablePolicies } from '../account/applicable.ts';
import type { Caller } from '../account/caller.ts';
import type { Directories, ProviderKey } from '../account/directories.ts';
import type { Change } from '../account/change.ts';
import type { ApiEvent } from '../account/event.ts';
import {
  callEntry,
  eventOf,
  rebase,
  redoable,
  stepEntry,
  undoable,
  type CallEntry,
  type Journal,
  type StepEntry,
} from '../account/journal.ts';
import type { MfaDevice, World } from '../account/world.ts';
import type { ApiCall, ApiOutcome, OperationName } from '../api/call.ts';
import type { Env } from '../api/env.ts';
import type { Claims } from '../api/web-identity-token.ts';
import { checkMfaEvent, passwordUpdatedEvent, signInEvent } from '../api/event.ts';
import { execute } from '../api/execute.ts';
import { registerPasskey } from '../api/passkey.ts';
import { switchEvent, type Switch } from '../api/switch-event.ts';
import { scriptIn } from '../api/user-agent.ts';
import type { ManagedPolicies } from '../aws/catalogue.ts';
import { addSeconds, type Instant } from '../aws/instant.ts';
import { decisiveOf } from '../evaluation/call.ts';
import { evaluate } from '../evaluation/evaluate.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import { plainScenario } from '../scenario/print.ts';
import { parseScenario } from '../scenario/parse.ts';
import type { HandoutEntry, Scenario } from '../scenario/scenario.ts';
import { activeOf, callerOf, canOpen, isExpired, secondsLeft } from '../session/session.ts';
import { ENDING_SECONDS, step, type SessionEvent, type Step } from '../session/sessions.ts';
import type { Link, RecentRole, SessionFacts } from '../session/facts.ts';
import {
  phoneDevices,
  withOnPhone,
  withoutProfile,
  withProfile,
  withProfiles,
  withTerminal,
  type TerminalFacts,
  type PhoneDevice,
} from '../session/keyring.ts';
import type { Profile } from '../session/profiles.ts';
import type { SignInActor } from '../session/sign-in.ts';
import type { ChangeInput, Refusal } from '../session/sign-in-context.ts';
import { storageError } from '../storage/errors.ts';
import type { LoadedWorkspace } from '../storage/loading.ts';
import { replayed, steppedBack } from '../storage/reading.ts';
import type { Store } from '../storage/workspaces.ts';
import type { About, Activity, SaveState, Sent, Workspace } from '../ui/shared/workspace.ts';
import { activityOf, calledIn } from './activity.ts';
import { now } from './clock.ts';
import { environment } from './environment.ts';
import { idle } from './idle.ts';
import { newId, newSixDigits, newTemporaryKeyId } from './ids.ts';
import { Kept } from './kept.svelte.ts';
import { verifyPassword } from './passwords.ts';
import { Usage } from './usage.ts';
import { NOTHING, together, type Unsaved } from './unsaved.ts';

export class OpenWorkspace implements Workspace {
  readonly id: string;
  #scenario: Scenario;
  #session: SessionFacts;
  #ahead: number;
  /** Oldest first; those that are not in the database yet come last. */
  #journal: Journal;
  readonly #activity = $derived.by(() => activityOf(this.#journal));
  readonly #events = $derived(this.#activity.flatMap((item) => (item.kind === 'event' ? [item.event] : [])));
  readonly #undoable = $derived.by(() => undoable(this.#journal));
  readonly #redoable = $derived.by(() => redoable(this.#journal));
  #stepped = $state(0);
  #complete: boolean;
  #loss: string | null;
  #save = $state.raw<SaveState>({ kind: 'saved' });
  /** What this tab saw decided, by event. Traces are not stored: they are large and can be made again. */
  readonly #seen = new SvelteMap<string, Evaluation>();
  /** The world that an event found, as it was made again last. */
  #past: { readonly eventID: string; readonly world: World } | null = null;
  /** The scenario and the revision that are in the database, as far as this tab knows. */
  #base: Scenario;
  #revision: number;
  /** The newest revision that is known to be there. */
  #newest: number;
  /** What has not reached the database yet. */
  #unsaved: Unsaved = NOTHING;
  /** One thing at a time: each save takes everything that has come since the one before. */
  #working: Promise<void> | null = null;
  #closed = false;
  /** Which reading of earlier entries is under way. */
  #reading: object | null = null;
  #readingEarlier: Promise<void>;
  readonly #caller = $derived.by(() => callerOf(this.#session));
  #sessionEnded = $state(false);
  /** Follows the clock while the end of a session is to be told. */
  #moment = $state.raw<Instant>(now());
  /** What the machine over the sessions was told in this tab, and what came of it. */
  #steps = $state.raw<readonly Step[]>([]);
  #sessionTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #kept: Kept;
  readonly #phone = $derived.by(() => phoneDevices(this.world, this.#kept.keyring));
  readonly #usage = new Usage();
  readonly #unfollow: () => void;
  readonly #store: Store;
  readonly #managed: ManagedPolicies;

  constructor(loaded: LoadedWorkspace, store: Store, managed: ManagedPolicies) {
    this.id = loaded.id;
    this.#scenario = $state.raw(loaded.scenario);
    this.#session = $state.raw(loaded.session);
    this.#ahead = $state(loaded.ahead);
    this.#journal = $state.raw(loaded.entries);
    this.#complete = $state(false);
    this.#loss = $state(loaded.loss);
    this.#base = loaded.scenario;
    this.#revision = loaded.revision;
    this.#newest = loaded.revision;
    this.#store = store;
    this.#managed = managed;
    this.#moment = this.now();
    this.#watchSession();
    this.#readingEarlier = this.#readEarlier(loaded.from);
    this.#kept = new Kept(this.id, store);
    this.#unfollow = store.follow(this.id, (revision) => this.#heardOf(revision));
  }

  /** Ends what the workspace does on its own: timers, and following other tabs. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#sessionTimer);
    this.#unfollow();
    this.#kept.close();
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
  get directories(): Directories {
    return this.#scenario.directories;
  }
  get world(): World {
    return this.#scenario.world;
  }
  get session(): SessionFacts {
    return this.#session;
  }
  get caller(): Caller | null {
    return this.#caller;
  }
  get steps(): readonly Step[] {
    return this.#steps;
  }
  get events(): readonly ApiEvent[] {
    return this.#events;
  }
  get activity(): readonly Activity[] {
    return this.#activity;
  }
  get complete(): boolean {
    return this.#complete;
  }
  get loss(): string | null {
    return this.#loss;
  }
  get save(): SaveState {
    return this.#save;
  }
  /** Whether something on the screen is not in the database, and may never come there. */
  get unsaved(): boolean {
    return this.#unsaved !== NOTHING || this.#save.kind === 'saving';
  }
  get sessionEnded(): boolean {
    return this.#sessionEnded;
  }
  get stepped(): number {
    return this.#stepped;
  }
  get canUndo(): string | null {
    return this.#undoable && this.#nameOf(this.#undoable);
  }
  #nameOf(entry: CallEntry | StepEntry): string {
    return this.#scriptOf(entry) === null ? calledIn(entry) : 'a script';
  }
  /** The script that a call was made by. */
  #scriptOf(entry: CallEntry | StepEntry): string | null {
    const event =
      entry.kind === 'call'
        ? entry.event
        : this.#journal.map(eventOf).findLast((one) => one?.eventID === entry.eventID);
    return event ? scriptIn(event.userAgent) : null;
  }

  get canRedo(): string | null {
    return this.#redoable && this.#nameOf(this.#redoable);
  }

  env(): Env {
    return environment(this.now(), this.#managed, this.#usage.of(this.#journal), this.directories);
  }

  now(): Instant {
    return addSeconds(now(), this.#ahead);
  }

  get moment(): Instant {
    return this.#moment;
  }

  get ahead(): number {
    return this.#ahead;
  }

  advance(seconds: number): void {
    if (!Number.isSafeInteger(seconds) || seconds < 1 || this.#ahead + seconds > MOST_AHEAD)
      throw new Error('The clock goes forward only, by whole seconds, and not further than a hundred years.');
    this.#ahead += seconds;
    this.#commit({ ahead: this.#ahead });
    this.#watchSession();
  }

  request<Name extends OperationName>(call: ApiCall<Name>): ApiOutcome<Name> {
    const { caller } = this;
    if (!caller) throw new Error('Nobody is signed in, so nobody can ask.');
    const outcome = this.requestAs(caller, call);
    if (!outcome.result.ok && /^ExpiredToken/.test(outcome.result.error.code)) this.#watchSession();
    return outcome;
  }

  requestAs<Name extends OperationName>(
    caller: Caller,
    call: ApiCall<Name>,
    sent: Sent = {},
  ): ApiOutcome<Name> {
    return this.#took(execute(this.world, caller, call, { ...this.env(), ...sent }));
  }

  registerPasskey(asked: {
    readonly UserName?: string;
    readonly name: string;
  }): ApiOutcome<'iam:EnableMFADevice'> {
    const { caller } = this;
    if (!caller) throw new Error('Nobody is signed in, so nobody can ask.');
    return this.#took(registerPasskey(this.world, caller, asked, this.env()));
  }

  /** Writes what came of a call. */
  #took<Name extends OperationName>(outcome: ApiOutcome<Name>): ApiOutcome<Name> {
    const decided = decisiveOf(outcome.evaluations);
    if (decided) this.#seen.set(outcome.event.eventID, decided);
    this.#record(outcome.event, outcome.changes);
    return outcome;
  }

  undo(): void {
    this.#stepAll(() => this.#undoable);
  }

  redo(): void {
    this.#stepAll(() => this.#redoable);
  }

  worldAt(eventID: string): World | null {
    if (this.#past?.eventID === eventID) return this.#past.world;
    const at = this.#journal.findIndex((entry) => eventOf(entry)?.eventID === eventID);
    if (at < 0) return null;
    const found = steppedBack(this.#scenario, this.#journal.slice(at));
    if (!found.ok) return null;
    this.#past = { eventID, world: found.value.world };
    return found.value.world;
  }

  trace(event: ApiEvent): { readonly evaluation: Evaluation; readonly asOf: 'then' | 'now' } | null {
    const seen = this.#seen.get(event.eventID);
    if (seen) return { evaluation: seen, asOf: 'then' };
    if (!event.request) return null;
    const then = this.worldAt(event.eventID);
    const policies = applicablePolicies(then ?? this.world, event.request, this.#managed, event.session);
    return { evaluation: evaluate(policies, event.request), asOf: then ? 'then' : 'now' };
  }

  async signIn(): Promise<SignInActor> {
    const { createSignIn } = await import('../session/sign-in.ts');
    const actor = createSignIn(
      {
        world: () => this.world,
        now: () => this.now(),
        newAccessKeyId: newTemporaryKeyId,
        newCode: newSixDigits,
        hasRoom: (link) => canOpen(this.#session, link),
      },
      { verifyPassword, changePassword: (input) => this.#changePassword(input) },
    );
    actor.on('asksForMfa', ({ who, kinds }) =>
      this.#record(checkMfaEvent(this.world, who, kinds, this.env())),
    );
    actor.on('turnedAway', ({ who, device }) =>
      this.#record(signInEvent(this.world, who, false, this.env(), device)),
    );
    actor.on('changesPassword', ({ who, refused }) =>
      this.#record(passwordUpdatedEvent(this.world, who, refused, this.env())),
    );
    actor.on('signedIn', ({ who, device, link }) => {
      this.#record(signInEvent(this.world, who, true, this.env(), device));
      this.open(link);
    });
    return actor;
  }

  open(link: Link): void {
    this.#step({ type: 'open', link, id: newId(), now: this.now() });
  }

  become(link: Link): void {
    const before = activeOf(this.#session)?.links;
    if (!this.#step({ type: 'become', link, now: this.now() })) return;
    if (link.way === 'switchRole') this.#recordSwitch('SwitchRole', link, before);
  }

  back(depth: number): void {
    const before = activeOf(this.#session)?.links ?? [];
    if (!this.#step({ type: 'back', depth, now: this.now() })) return;
    const left = before.slice(depth).find(({ way }) => way === 'switchRole');
    if (left) this.#recordSwitch('ExitRole', left, before);
  }

  activate(id: string): void {
    this.#step({ type: 'activate', id, now: this.now() });
  }

  remember(role: RecentRole): void {
    this.#step({ type: 'remember', role, now: this.now() });
  }

  signOut(id = this.#session.active): void {
    if (id !== null) this.#step({ type: 'close', id, now: this.now() });
  }

  signOutOfAll(): void {
    this.#step({ type: 'closeAll', now: this.now() });
  }

  get profiles(): readonly Profile[] {
    return this.#kept.keyring.profiles;
  }

  get terminal(): TerminalFacts {
    return this.#kept.keyring.terminal;
  }

  keepTerminal(terminal: TerminalFacts): Promise<void> {
    return this.#kept.change((keyring) => withTerminal(keyring, terminal));
  }

  get phone(): readonly PhoneDevice[] {
    return this.#phone;
  }

  saveProfile(profile: Profile, replaced?: string): Promise<void> {
    return this.#kept.change((keyring) => withProfile(keyring, profile, replaced));
  }

  deleteProfile(name: string): Promise<void> {
    return this.#kept.change((keyring) => withoutProfile(keyring, name));
  }

  replaceProfiles(profiles: readonly Profile[]): Promise<void> {
    return this.#kept.change((keyring) => withProfiles(keyring, profiles));
  }

  keepOnPhone(device: Pick<MfaDevice, 'serial' | 'created'>, kept: boolean): Promise<void> {
    return this.#kept.change((keyring) => withOnPhone(keyring, device, kept));
  }

  describe(about: About): void {
    this.#soundly({ ...this.#scenario, ...about });
    this.#commit({ about });
  }

  direct(directories: Directories): void {
    // As they will be read back: fields in the order of the schema.
    this.#commit({ directories: this.#soundly({ ...this.#scenario, directories }).directories });
  }

  async newProviderKey(): Promise<ProviderKey> {
    return (await import('./web-identity.ts')).newProviderKey();
  }

  async signToken(claims: Claims, key: ProviderKey): Promise<string> {
    return (await import('./web-identity.ts')).signToken(claims, key);
  }

  /** What could not be read back is not taken over in the first place. */
  #soundly(scenario: Scenario): Scenario {
    const parsed = parseScenario(plainScenario(scenario));
    if (!parsed.ok) throw new Error('detail' in parsed.error ? parsed.error.detail : parsed.error.kind);
    return parsed.value;
  }

  /** The whole journal, as soon as it has been read. */
  async wholeJournal(): Promise<Journal> {
    await this.#readingEarlier;
    return this.#journal;
  }

  noticed(): void {
    this.#loss = null;
  }

  /** Says that nothing more can be saved from here, before somebody works on in vain. */
  cannotSave(message: string): void {
    this.#save = { kind: 'failed', message };
  }

  /** Resolves when everything so far is on disk, or could not be put there. */
  async settled(): Promise<void> {
    while (this.#working) await this.#working;
  }

  /** With the session that is about to begin, so that its policies decide. */
  async #changePassword({ caller, oldPassword, newPassword }: ChangeInput): Promise<Refusal | null> {
    // Hashing keeps the page busy for a moment: it shall say so first.
    await new Promise((resolve) => setTimeout(resolve));
    if (!caller) throw new Error('Nobody has signed in, so nobody can change a password.');
    const { result, event } = this.requestAs(caller, {
      operation: 'iam:ChangePassword',
      input: { OldPassword: oldPassword, NewPassword: newPassword },
    });
    if (result.ok) return null;
    const { code, message } = result.error;
    return { code, message, eventID: event.eventID };
  }

  #record(event: ApiEvent, changes: readonly Change[] = []): void {
    const { world, entry } = callEntry(this.world, event, changes);
    this.#commit({ entries: [entry] }, world);
  }

  /** Who acts changes as the machine has it; what a guard refuses changes nothing, and can be seen in `steps`. */
  #step(event: SessionEvent): boolean {
    const made = step(this.#session, event);
    this.#steps = [...this.#steps, made].slice(-MOST_STEPS);
    if (made.refused === null) this.#commit({ session: made.facts });
    return made.refused === null;
  }

  #recordSwitch(name: Switch['name'], link: Link, before: readonly Link[] = []): void {
    const home = before[0]?.caller;
    const from = before.at(-1)?.caller;
    const { caller: role } = link;
    if (!home || !from || role.kind !== 'roleSession') return;
    this.#record(switchEvent(this.world, { name, home, role, from }, this.env()));
  }

  /** Takes back or makes again one call, or all of a group, one after the other. */
  #stepAll(next: () => CallEntry | StepEntry | null): void {
    const first = next();
    this.#takeBack(first);
    const script = first && this.#scriptOf(first);
    // What a script called is one step.
    for (let entry = next(); script && entry && this.#scriptOf(entry) === script; entry = next())
      this.#takeBack(entry);
  }

  #takeBack(done: CallEntry | StepEntry | null): void {
    if (!done) throw new Error('There is nothing to be taken back.');
    const { world, entry } = stepEntry(this.world, done, { id: newId(), time: this.now() });
    // What takes it back may have been damaged on the disk: then the world stays as it is.
    const checked = replayed(this.#scenario, [entry]);
    if (!checked.ok) throw new Error(`${calledIn(done)} cannot be taken back. ${checked.error}`);
    this.#commit({ entries: [entry] }, world);
    this.#stepped++;
  }

  /** The single gate for writes: the screen changes at once, the database follows. */
  #commit(changed: Partial<Unsaved>, world = this.world): void {
    const { session, entries = [], about, directories } = changed;
    if (world !== this.world || about || directories)
      this.#scenario = { ...this.#scenario, ...about, ...(directories && { directories }), world };
    if (session) this.#replaceSession(session);
    if (entries.length > 0) this.#journal = [...this.#journal, ...entries];
    this.#unsaved = together(this.#unsaved, changed);
    this.#save = { kind: 'saving' };
    this.#work();
  }

  #work(): void {
    this.#working ??= this.#drain().finally(() => {
      this.#working = null;
      // Something may have come in the moment between.
      const due = this.#unsaved !== NOTHING || this.#newest > this.#revision;
      if (due && this.#save.kind !== 'failed') this.#work();
    });
  }

  /** Writes what is not saved and takes over what other tabs wrote, until there is neither. */
  async #drain(): Promise<void> {
    let wrote = false;
    for (let conflicts = 0; ;) {
      if (this.#newest > this.#revision && !(await this.#catchUp())) this.#newest = this.#revision;
      const taken = this.#unsaved;
      if (taken === NOTHING) break;
      this.#unsaved = NOTHING;
      const scenario = this.#scenario;
      const written = await this.#store.commit({
        workspace: this.id,
        revision: this.#revision,
        scenario,
        session: this.#session,
        ahead: this.#ahead,
        entries: taken.entries,
      });
      if (written.ok) {
        this.#base = scenario;
        this.#revision = written.value.revision;
        wrote = true;
        continue;
      }
      // Kept, to be written with the next change.
      this.#unsaved = together(taken, this.#unsaved);
      const another =
        written.error.kind === 'conflict' && conflicts++ < MOST_CONFLICTS && (await this.#catchUp());
      if (another) continue;
      this.#save = { kind: 'failed', message: written.error.message };
      return;
    }
    if (wrote || this.#save.kind === 'saving') this.#save = { kind: 'saved' };
  }

  /** Another tab wrote. */
  #heardOf(revision: number | null): void {
    if (revision === null) {
      this.cannotSave(storageError('missing').message);
      return;
    }
    this.#newest = revision;
    if (revision > this.#revision) this.#work();
  }

  /** Takes over what other tabs have written, and makes on top of it what is not saved yet. False: there is nothing. */
  async #catchUp(): Promise<boolean> {
    const found = await this.#store.news({
      workspace: this.id,
      revision: this.#revision,
      scenario: this.#base,
    });
    if (!found.ok || found.value.revision <= this.#revision) return false;
    const news = found.value;
    const { entries: mine, session: chosen, about, directories, ahead } = this.#unsaved;
    const before =
      news.kind === 'whole'
        ? news.entries
        : [...this.#journal.slice(0, this.#journal.length - mine.length), ...news.entries];
    const { world, entries } = rebase(news.scenario.world, before, mine);
    this.#revision = news.revision;
    this.#newest = Math.max(this.#newest, news.revision);
    this.#base = news.scenario;
    this.#scenario =
      world === news.scenario.world && !about && !directories
        ? news.scenario
        : { ...news.scenario, ...about, ...(directories && { directories }), world };
    this.#journal = [...before, ...entries];
    if (this.#unsaved !== NOTHING) this.#unsaved = { ...this.#unsaved, entries };
    // Two tabs that move the clock move it to the later moment.
    this.#ahead = Math.max(ahead ?? 0, news.ahead);
    this.#replaceSession(chosen ?? news.session);
    if (news.kind === 'whole') {
      this.#loss ??= news.loss;
      this.#past = null;
      this.#readingEarlier = this.#readEarlier(news.from);
    }
    return true;
  }

  /** Reads on to the beginning of the journal, while the newest entries are on the screen already. */
  async #readEarlier(from: number): Promise<void> {
    const reading = {};
    this.#reading = reading;
    this.#complete = from <= 2;
    let entries: Journal = [];
    if (from > 2) await idle();
    for (let before = from; before > 2;) {
      const found = await this.#store.earlier(this.id, before);
      // Closed meanwhile, or another reading has begun, of a journal that was loaded anew.
      if (this.#reading !== reading || this.#closed) return;
      if (!found.ok) {
        entries = [{ kind: 'gap', event: null }, ...entries];
        break;
      }
      entries = [...found.value.entries, ...entries];
      before = found.value.from;
      this.#loss ??= found.value.loss;
    }
    // All at once: with every piece the list would be drawn again.
    if (entries.length > 0) this.#journal = [...entries, ...this.#journal];
    this.#complete = true;
  }

  #replaceSession(session: SessionFacts): void {
    this.#session = session;
    this.#moment = this.now();
    this.#watchSession();
  }

  /** What has expired is judged at use; this only lets the screen say in time how much is left. */
  #watchSession(): void {
    clearTimeout(this.#sessionTimer);
    const moment = this.now();
    const left = secondsLeft(this.#session, moment);
    const looked = step(this.#session, { type: 'look', now: moment }, this.#moment);
    if (looked.from !== looked.to) this.#steps = [...this.#steps, looked].slice(-MOST_STEPS);
    this.#moment = moment;
    this.#sessionEnded = isExpired(this.#session, moment);
    if (left !== null && left > 0)
      this.#sessionTimer = setTimeout(() => this.#watchSession(), secondsToNextLook(left) * 1000);
  }
}

/** Every minute, and every second when the end is near. */
const secondsToNextLook = (left: number): number =>
  left > ENDING_SECONDS ? Math.min(60, left - ENDING_SECONDS) : 1;

/** A hundred years. */
const MOST_AHEAD = 100 * 365 * 24 * 60 * 60;

/** So many steps of the session machine are kept for who looks. */
const MOST_STEPS = 50;

/** How often in a row another tab may come first before this one gives up and says so. */
const MOST_CONFLICTS = 5;
