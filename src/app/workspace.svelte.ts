// The open workspace: what every place sees and does, put together of its parts.
import type { Caller } from '../account/caller.ts';
import type { Directories, ProviderKey } from '../account/directories.ts';
import type { ApiEvent } from '../account/event.ts';
import type { Journal } from '../account/journal.ts';
import type { MfaDevice, World } from '../account/world.ts';
import type { ApiCall, ApiOutcome, OperationName } from '../api/call.ts';
import type { Env } from '../api/env.ts';
import type { Claims } from '../api/web-identity-token.ts';
import { clockIn, type ClockOf } from '../api/mfa-clock.ts';
import type { RootPassword, RootPasswordOutcome } from '../api/root-password.ts';
import type { ManagedPolicies } from '../aws/catalogue.ts';
import type { Instant } from '../aws/instant.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import type { HandoutEntry, Scenario } from '../scenario/scenario.ts';
import { callerOf } from '../session/session.ts';
import type { Step } from '../session/sessions.ts';
import type { Link, RecentRole, SessionFacts } from '../session/facts.ts';
import {
  phoneDevices,
  withOnPhone,
  withPhoneAhead,
  withoutProfile,
  withProfile,
  withProfiles,
  withTerminal,
  type TerminalFacts,
  type PhoneDevice,
} from '../session/keyring.ts';
import type { Profile } from '../session/profiles.ts';
import type { SignInActor } from '../session/sign-in.ts';
import type { SignInStep } from '../session/sign-in-steps.ts';
import type { LoadedWorkspace } from '../storage/loading.ts';
import type { Store } from '../storage/workspaces.ts';
import type { About, Activity, SaveState, Sent, Workspace } from '../ui/shared/workspace.ts';
import { Acting } from './acting.ts';
import { activityOf } from './activity.ts';
import { Asking } from './asking.ts';
import { environment } from './environment.ts';
import { HandedOut } from './handed-out.svelte.ts';
import { Kept } from './kept.svelte.ts';
import { Past } from './past.svelte.ts';
import { SessionWatch } from './session-watch.svelte.ts';
import { Stored } from './stored.svelte.ts';
import { Undoing } from './undoing.svelte.ts';

export class OpenWorkspace implements Workspace {
  readonly id: string;
  readonly #stored: Stored;
  readonly #watch: SessionWatch;
  readonly #undoing: Undoing;
  readonly #past: Past;
  readonly #kept: Kept;
  readonly #managed: ManagedPolicies;
  readonly #handedOut = new HandedOut();
  readonly #asking: Asking;
  readonly #acting: Acting;
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
    const parts = { stored: this.#stored, watch: this.#watch, kept: this.#kept, env: () => this.env() };
    this.#asking = new Asking({ ...parts, past: this.#past });
    this.#acting = new Acting({ ...parts, asking: this.#asking });
  }

  /** Ends what the workspace does on its own: timers, and following other tabs. */
  close(): void {
    this.#acting.close();
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
    return this.#asking.request(call);
  }

  requestAs<Name extends OperationName>(caller: Caller, call: ApiCall<Name>, sent?: Sent): ApiOutcome<Name> {
    return this.#asking.requestAs(caller, call, sent);
  }

  requestWithPasswords<Name extends OperationName>(call: ApiCall<Name>): Promise<ApiOutcome<Name>> {
    return this.#asking.requestWithPasswords(call);
  }

  requestAsWithPasswords<Name extends OperationName>(
    caller: Caller,
    call: ApiCall<Name>,
    sent?: Sent,
  ): Promise<ApiOutcome<Name>> {
    return this.#asking.requestAsWithPasswords(caller, call, sent);
  }

  registerPasskey(asked: {
    readonly UserName?: string;
    readonly name: string;
  }): ApiOutcome<'iam:EnableMFADevice'> {
    return this.#asking.registerPasskey(asked);
  }

  changeRootPassword(asked: RootPassword): Promise<RootPasswordOutcome> {
    return this.#asking.changeRootPassword(asked);
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
    return this.#acting.signIn(anew);
  }

  get signInRuns(): boolean {
    return this.#acting.signInRuns;
  }

  open(link: Link): void {
    this.#acting.open(link);
  }

  become(link: Link): void {
    this.#acting.become(link);
  }

  back(depth: number): void {
    this.#acting.back(depth);
  }

  activate(id: string): void {
    this.#acting.activate(id);
  }

  remember(role: RecentRole): void {
    this.#acting.remember(role);
  }

  signOut(id = this.session.active): void {
    this.#acting.signOut(id);
  }

  signOutOfAll(): void {
    this.#acting.signOutOfAll();
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
    return this.#kept.keepDraft(key, text);
  }

  keepDraftAtOnce(key: string, text: string | null): boolean {
    return this.#kept.keepDraftAtOnce(key, text);
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
}
