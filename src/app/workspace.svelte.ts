// The open workspace: what every place sees and does, put together of its parts.
import type { Caller } from '../account/caller.ts';
import type { Directories, ProviderKey } from '../account/directories.ts';
import type { Change } from '../account/change.ts';
import type { ApiEvent } from '../account/event.ts';
import { callEntry, type Journal } from '../account/journal.ts';
import type { MfaDevice, World } from '../account/world.ts';
import type { ApiCall, ApiOutcome, OperationName } from '../api/call.ts';
import type { Env, Passwords } from '../api/env.ts';
import type { Claims } from '../api/web-identity-token.ts';
import { clockLearned } from '../api/clock-learned.ts';
import { execute } from '../api/execute.ts';
import { clockIn, type ClockOf } from '../api/mfa-clock.ts';
import { registerPasskey } from '../api/passkey.ts';
import { changeRootPassword, type RootPassword, type RootPasswordOutcome } from '../api/root-password.ts';
import { switchEvent, type Switch } from '../api/switch-event.ts';
import type { ManagedPolicies } from '../aws/catalogue.ts';
import type { Instant } from '../aws/instant.ts';
import { decisiveOf } from '../evaluation/call.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import type { HandoutEntry, Scenario } from '../scenario/scenario.ts';
import { activeOf, callerOf, canOpen } from '../session/session.ts';
import type { Step } from '../session/sessions.ts';
import type { Link, RecentRole, SessionFacts } from '../session/facts.ts';
import {
  phoneDevices,
  withOnPhone,
  withPhoneAhead,
  withoutProfile,
  withProfile,
  withProfiles,
  withDraft,
  withTerminal,
  type TerminalFacts,
  type PhoneDevice,
} from '../session/keyring.ts';
import type { Profile } from '../session/profiles.ts';
import { wayOut } from '../session/way-out.ts';
import type { SignInActor } from '../session/sign-in.ts';
import type { SignInStep } from '../session/sign-in-steps.ts';
import type { LoadedWorkspace } from '../storage/loading.ts';
import type { Store } from '../storage/workspaces.ts';
import type { About, Activity, SaveState, Sent, Workspace } from '../ui/shared/workspace.ts';
import { activityOf } from './activity.ts';
import { AtTheDoor } from './at-the-door.svelte.ts';
import { environment } from './environment.ts';
import { newId } from './ids.ts';
import { HandedOut } from './handed-out.svelte.ts';
import { Kept } from './kept.svelte.ts';
import { withPasswords } from './passwords.ts';
import { Past } from './past.svelte.ts';
import { SessionWatch } from './session-watch.svelte.ts';
import { signingIn } from './signing-in.ts';
import { Stored } from './stored.svelte.ts';
import { Undoing } from './undoing.svelte.ts';

/** Calls whose answer is credentials. */
const ISSUES = /^sts:(Assume|GetSessionToken$|GetFederationToken$)/;

export class OpenWorkspace implements Workspace {
  readonly id: string;
  readonly #stored: Stored;
  readonly #watch: SessionWatch;
  readonly #undoing: Undoing;
  readonly #past: Past;
  readonly #kept: Kept;
  readonly #managed: ManagedPolicies;
  readonly #handedOut = new HandedOut();
  readonly #door = new AtTheDoor(() => this.#newSignIn());
  readonly #handout = $derived.by(() => this.#handedOut.shown(this.scenario));
  readonly #activity = $derived.by(() => activityOf(this.#stored.journal));
  readonly #events = $derived(this.#activity.flatMap((item) => (item.kind === 'event' ? [item.event] : [])));
  readonly #caller = $derived.by(() => callerOf(this.#stored.session));
  readonly #phone = $derived.by(() => phoneDevices(this.world, this.#kept.keyring));

  constructor(loaded: LoadedWorkspace, store: Store, managed: ManagedPolicies) {
    this.id = loaded.id;
    this.#stored = new Stored(loaded, store, () => this.#watch.begin());
    this.#kept = new Kept(this.id, store);
    this.#managed = managed;
    this.#watch = new SessionWatch(this.#stored, () => this.env());
    this.#undoing = new Undoing(this.#stored);
    this.#past = new Past(this.#stored, managed);
  }

  /** Ends what the workspace does on its own: timers, and following other tabs. */
  close(): void {
    this.#door.end();
    this.#stored.close();
    this.#watch.close();
    this.#kept.close();
  }

  get scenario(): Scenario {
    return this.#stored.scenario;
  }
  get title(): string {
    return this.scenario.title;
  }
  get story(): string {
    return this.scenario.story;
  }
  get handout(): readonly HandoutEntry[] {
    return this.#handout;
  }
  get directories(): Directories {
    return this.scenario.directories;
  }
  get world(): World {
    return this.scenario.world;
  }
  get session(): SessionFacts {
    return this.#stored.session;
  }
  get caller(): Caller | null {
    return this.#caller;
  }
  get steps(): readonly Step[] {
    return this.#watch.steps;
  }
  get signInSteps(): readonly SignInStep[] {
    return this.#watch.signInSteps;
  }
  get events(): readonly ApiEvent[] {
    return this.#events;
  }
  get activity(): readonly Activity[] {
    return this.#activity;
  }
  get complete(): boolean {
    return this.#stored.complete;
  }
  get loss(): string | null {
    return this.#stored.loss;
  }
  get save(): SaveState {
    return this.#stored.save;
  }
  /** Whether something on the screen is not in the database, and may never come there. */
  get unsaved(): boolean {
    return this.#stored.unsaved;
  }
  get sessionEnded(): boolean {
    return this.#watch.ended;
  }
  get stepped(): number {
    return this.#undoing.stepped;
  }
  get canUndo(): string | null {
    return this.#undoing.canUndo;
  }
  get canRedo(): string | null {
    return this.#undoing.canRedo;
  }

  env(): Env {
    return environment(
      this.now(),
      this.#managed,
      this.#stored.used,
      this.directories,
      this.#kept.keyring.clock.known,
    );
  }

  now(): Instant {
    return this.#stored.now();
  }

  get moment(): Instant {
    return this.#watch.moment;
  }

  watchClock(): () => void {
    return this.#watch.watchClock();
  }

  get ahead(): number {
    return this.#stored.ahead;
  }

  advance(seconds: number): void {
    this.#stored.advance(seconds);
    this.#watch.look();
  }

  request<Name extends OperationName>(call: ApiCall<Name>): ApiOutcome<Name> {
    const { caller } = this;
    if (!caller) throw new Error('Nobody is signed in, so nobody can ask.');
    return this.#watched(this.requestAs(caller, call));
  }

  requestAs<Name extends OperationName>(
    caller: Caller,
    call: ApiCall<Name>,
    sent: Sent = {},
  ): ApiOutcome<Name> {
    return this.#make(caller, call, sent);
  }

  async requestWithPasswords<Name extends OperationName>(call: ApiCall<Name>): Promise<ApiOutcome<Name>> {
    const { caller } = this;
    if (!caller) throw new Error('Nobody is signed in, so nobody can ask.');
    return this.#watched(await this.requestAsWithPasswords(caller, call));
  }

  requestAsWithPasswords<Name extends OperationName>(
    caller: Caller,
    call: ApiCall<Name>,
    sent: Sent = {},
  ): Promise<ApiOutcome<Name>> {
    return withPasswords((passwords) => this.#make(caller, call, sent, passwords));
  }

  /** What comes of a call is taken only after it was decided: until then nothing has happened. */
  #make<Name extends OperationName>(
    caller: Caller,
    call: ApiCall<Name>,
    sent: Sent,
    passwords?: Passwords,
  ): ApiOutcome<Name> {
    const from = this.env();
    const vpcEndpoint = this.#wayOut(caller, call, sent.region ?? from.region);
    const env: Env = {
      ...from,
      ...(vpcEndpoint && { vpcEndpoint }),
      ...sent,
      ...(passwords && { passwords }),
    };
    const outcome = this.#took(execute(this.world, caller, call, env));
    const { clockOf } = this;
    this.#kept.learn(clockLearned(this.world, outcome, caller, { now: outcome.event.eventTime, clockOf }));
    // A program that is turned away was not about to change who acts here.
    if (!outcome.result.ok && sent.userAgent === undefined && ISSUES.test(call.operation))
      this.#watch.step({
        type: 'issue',
        operation: outcome.event.eventName,
        error: outcome.result.error.code,
        now: this.now(),
      });
    return outcome;
  }

  /** Whoever acts may be on an instance; anybody else who is asked for is not where they are. */
  #wayOut<Name extends OperationName>(
    caller: Caller,
    call: ApiCall<Name>,
    region: string,
  ): Env['vpcEndpoint'] | null {
    return caller === this.caller
      ? wayOut(this.world, activeOf(this.session)?.links ?? [], call, region)
      : null;
  }

  #watched<Name extends OperationName>(outcome: ApiOutcome<Name>): ApiOutcome<Name> {
    if (!outcome.result.ok && /^ExpiredToken/.test(outcome.result.error.code)) this.#watch.look();
    return outcome;
  }

  registerPasskey(asked: {
    readonly UserName?: string;
    readonly name: string;
  }): ApiOutcome<'iam:EnableMFADevice'> {
    const { caller } = this;
    if (!caller) throw new Error('Nobody is signed in, so nobody can ask.');
    return this.#took(registerPasskey(this.world, caller, asked, this.env()));
  }

  async changeRootPassword(asked: RootPassword): Promise<RootPasswordOutcome> {
    const { caller } = this;
    if (!caller) throw new Error('Nobody is signed in, so nobody can ask.');
    const outcome = await withPasswords((passwords) =>
      changeRootPassword(this.world, caller, asked, { ...this.env(), ...(passwords && { passwords }) }),
    );
    this.#record(outcome.event, outcome.changes);
    return outcome;
  }

  /** Writes what came of a call. */
  #took<Name extends OperationName>(outcome: ApiOutcome<Name>): ApiOutcome<Name> {
    const decided = decisiveOf(outcome.evaluations);
    if (decided) this.#past.saw(outcome.event.eventID, decided);
    this.#record(outcome.event, outcome.changes);
    return outcome;
  }

  undo(): void {
    this.#undoing.undo();
  }

  redo(): void {
    this.#undoing.redo();
  }

  worldAt(eventID: string): World | null {
    return this.#past.worldAt(eventID);
  }

  trace(event: ApiEvent): { readonly evaluation: Evaluation; readonly asOf: 'then' | 'now' } | null {
    return this.#past.trace(event);
  }

  signIn(anew = false): Promise<SignInActor> {
    return this.#door.come(anew);
  }

  get signInRuns(): boolean {
    return this.#door.running;
  }

  #newSignIn(): Promise<SignInActor> {
    const world = (): World => this.world;
    return signingIn({
      get world() {
        return world();
      },
      now: () => this.now(),
      env: () => this.env(),
      clockOf: (device) => this.clockOf(device),
      learn: (clock) => this.#kept.learn(clock),
      hasRoom: (link) => canOpen(this.session, link),
      record: (event) => this.#record(event),
      note: (step) => this.#watch.noteSignIn(step),
      open: (link) => this.open(link),
      requestWithPasswords: (caller, call) => this.requestAsWithPasswords(caller, call),
    });
  }

  open(link: Link): void {
    this.#door.leave();
    this.#watch.step({ type: 'open', link, id: newId(), now: this.now() });
  }

  become(link: Link): void {
    const before = activeOf(this.session)?.links;
    if (!this.#watch.step({ type: 'become', link, now: this.now() })) return;
    if (link.way === 'switchRole') this.#recordSwitch('SwitchRole', link, before);
  }

  back(depth: number): void {
    const before = activeOf(this.session)?.links ?? [];
    if (!this.#watch.step({ type: 'back', depth, now: this.now() })) return;
    const left = before.slice(depth).find(({ way }) => way === 'switchRole');
    if (left) this.#recordSwitch('ExitRole', left, before);
  }

  activate(id: string): void {
    this.#watch.step({ type: 'activate', id, now: this.now() });
  }

  remember(role: RecentRole): void {
    this.#watch.step({ type: 'remember', role, now: this.now() });
  }

  signOut(id = this.session.active): void {
    this.#door.leave();
    if (id !== null) this.#watch.step({ type: 'close', id, now: this.now() });
  }

  signOutOfAll(): void {
    this.#door.leave();
    this.#watch.step({ type: 'closeAll', now: this.now() });
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

  get drafts(): Readonly<Record<string, string>> {
    return this.#kept.keyring.drafts;
  }

  keepDraft(key: string, text: string | null): Promise<void> {
    return this.#kept.change((keyring) => withDraft(keyring, key, text));
  }

  get phone(): readonly PhoneDevice[] {
    return this.#phone;
  }

  get phoneAhead(): number {
    return this.#kept.keyring.clock.ahead;
  }

  get clockOf(): ClockOf {
    return clockIn(this.#kept.keyring.clock.known);
  }

  setPhoneAhead(seconds: number): Promise<void> {
    return this.#kept.change((keyring) => withPhoneAhead(keyring, seconds));
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
    this.#stored.describe(about);
  }

  direct(directories: Directories): void {
    this.#stored.direct(directories);
  }

  async newProviderKey(): Promise<ProviderKey> {
    return (await import('./web-identity.ts')).newProviderKey();
  }

  async signToken(claims: Claims, key: ProviderKey): Promise<string> {
    return (await import('./web-identity.ts')).signToken(claims, key);
  }

  /** The scenario as others get it. */
  shared(): Promise<Scenario> {
    return this.#handedOut.shared(this.scenario);
  }

  /** The whole journal, as soon as it has been read. */
  wholeJournal(): Promise<Journal> {
    return this.#stored.wholeJournal();
  }

  noticed(): void {
    this.#stored.noticed();
  }

  /** Says that nothing more can be saved from here, before somebody works on in vain. */
  cannotSave(message: string): void {
    this.#stored.cannotSave(message);
  }

  /** Resolves when everything so far is on disk, or could not be put there. */
  settled(): Promise<void> {
    return this.#stored.settled();
  }

  #record(event: ApiEvent, changes: readonly Change[] = []): void {
    const { world, entry } = callEntry(this.world, event, changes);
    this.#stored.commit({ entries: [entry] }, world);
  }

  #recordSwitch(name: Switch['name'], link: Link, before: readonly Link[] = []): void {
    const home = before[0]?.caller;
    const from = before.at(-1)?.caller;
    const { caller: role } = link;
    if (!home || !from || role.kind !== 'roleSession') return;
    this.#record(switchEvent(this.world, { name, home, role, from }, this.env()));
  }
}
