// Workspace: what every place may see and do. The app makes it; places get it by `useWorkspace`.
import { getContext, setContext } from 'svelte';
import type { Caller } from '../../account/caller.ts';
import type { Directories, ProviderKey } from '../../account/directories.ts';
import type { MfaDevice, World } from '../../account/world.ts';
import type { ApiEvent } from '../../account/event.ts';
import type { Journal } from '../../account/journal.ts';
import type { ApiCall, ApiOutcome, OperationName } from '../../api/call.ts';
import type { Env } from '../../api/env.ts';
import type { ClockOf } from '../../api/mfa-clock.ts';
import type { RootPassword, RootPasswordOutcome } from '../../api/root-password.ts';
import type { Claims } from '../../api/web-identity-token.ts';
import type { Descriptions, Vocabulary } from '../../aws/vocabulary.ts';
import type { Instant } from '../../aws/instant.ts';
import type { Evaluation } from '../../evaluation/evaluation.ts';
import type { HandoutEntry, Scenario, ScenarioError } from '../../scenario/scenario.ts';
import type { Link, RecentRole, SessionFacts } from '../../session/facts.ts';
import type { PhoneDevice, TerminalFacts } from '../../session/keyring.ts';
import type { Profile } from '../../session/profiles.ts';
import type { Step } from '../../session/sessions.ts';
import type { SignInActor } from '../../session/sign-in.ts';
import type { SignInStep } from '../../session/sign-in-steps.ts';
import type { Judge } from './judging.ts';

/** Whether what is on the screen is safe on disk. */
export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** Nothing is lost on screen; `message` says what to do. */
  | { readonly kind: 'failed'; readonly message: string };

/** What a reader is told about a workspace. */
export type About = Pick<Scenario, 'title' | 'story'>;

/** One line of the activity list. AWS knows no undo: what was taken back, or made again after that, is no event of it. */
export type Activity =
  | { readonly kind: 'event'; readonly event: ApiEvent }
  | {
      readonly kind: 'undo' | 'redo';
      readonly id: string;
      readonly time: Instant;
      /** The call that was taken back or made again: `CreateUser`. */
      readonly eventName: string;
      readonly eventID: string;
    };

export interface WorkspaceSummary {
  readonly id: string;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly changed: number;
  readonly events: number;
}

/** Where a call is sent to, what sends it, and the VPC endpoint that it comes through. */
export type Sent = Partial<Pick<Env, 'region' | 'userAgent' | 'vpcEndpoint'>>;

/** The open workspace. All fields are reactive and read-only; writes go through the methods. */
export interface Workspace {
  readonly id: string;
  readonly title: string;
  readonly story: string;
  /** Empty where a password was changed since, or is no more. */
  readonly handout: readonly HandoutEntry[];
  /** The identity providers outside of AWS. */
  readonly directories: Directories;
  readonly world: World;
  /** Everybody who is signed in, side by side. */
  readonly session: SessionFacts;
  /** Who acts: the last link of the active session; null while nobody does. */
  readonly caller: Caller | null;
  /** What the session machine was told in this tab, and what came of it; the newest last. */
  readonly steps: readonly Step[];
  /** What sign-in machines did in this tab, without passwords and codes; the newest last. */
  readonly signInSteps: readonly SignInStep[];
  /** The credentials of the session have expired: every request will be turned away. */
  readonly sessionEnded: boolean;
  /** Newest first. */
  readonly events: readonly ApiEvent[];
  /** The events again, newest first, and between them what was undone and redone. */
  readonly activity: readonly Activity[];
  /** Whether all of it is here: what is long ago is read a moment later. */
  readonly complete: boolean;
  readonly save: SaveState;
  /** What was found damaged when it was opened, in sentences; null when nothing was, or when it was `noticed`. */
  readonly loss: string | null;
  /** The call that `undo` would take back, such as `CreateUser`; null when there is none. */
  readonly canUndo: string | null;
  /** The call that `redo` would make again. */
  readonly canRedo: string | null;

  /** Asks the simulated AWS as whoever acts, writes what came of it, and saves. Throws when nobody does. */
  request<Name extends OperationName>(call: ApiCall<Name>): ApiOutcome<Name>;
  /** The same as somebody else: who signs with a key, shows a token, or is still being signed in. */
  requestAs<Name extends OperationName>(
    caller: Caller,
    call: ApiCall<Name>,
    /** Left out: as the console sends it. */
    sent?: Sent,
  ): ApiOutcome<Name>;
  /**
   * The same for calls that take passwords, which are hashed and checked first while the page goes on. Nothing is kept of
   * them. Reject as `request` throws.
   */
  requestWithPasswords<Name extends OperationName>(call: ApiCall<Name>): Promise<ApiOutcome<Name>>;
  requestAsWithPasswords<Name extends OperationName>(
    caller: Caller,
    call: ApiCall<Name>,
    sent?: Sent,
  ): Promise<ApiOutcome<Name>>;
  /**
   * Registers a passkey, as only the console can: for a user, or for the root user when no name is given. Decided, recorded
   * and saved as a call is. Throws when nobody acts.
   */
  registerPasskey(asked: {
    readonly UserName?: string;
    readonly name: string;
  }): ApiOutcome<'iam:EnableMFADevice'>;
  /**
   * Changes the password of the root user, as only the console can: no policy is asked. Recorded and saved. Rejects unless the
   * root user acts in the console.
   */
  changeRootPassword(asked: RootPassword): Promise<RootPasswordOutcome>;
  /** The moment it is in the simulated AWS: the real one, or as far ahead of it as the clock was moved. */
  now(): Instant;
  /** The moment, as it was looked at last: each minute, and each second when the session of who acts is about to end. */
  readonly moment: Instant;
  /** `moment` follows the clock each second, until what is returned is called. */
  watchClock(): () => void;
  /** Seconds by which its clock is ahead. */
  readonly ahead: number;
  /** Moves the clock forward; it never goes back, since what happened has happened. Throws on anything but whole seconds. */
  advance(seconds: number): void;
  /** Decides without acting or recording: for lessons and what-if questions. */
  env(): Env;
  /**
   * Takes back what the last call changed that stands, whoever made it; redo makes it again. Both are changes like any
   * other: they are in the activity list and saved, and nothing of the history is lost. What a script of the terminal
   * called is one step. Throw when there is nothing to take back, or it cannot be.
   */
  undo(): void;
  redo(): void;
  /** How often they were called here: what was asked for is out of date by then, and is asked for again. */
  readonly stepped: number;
  /** The world as an event found it; null where the history does not reach that far back. */
  worldAt(eventID: string): World | null;
  /** `loss` has been read. */
  noticed(): void;
  /**
   * The full decision on a recorded request by the policies as they were `then`; where the history does not reach that far
   * back, by the policies as they are `now`. Null where the request never got to a decision.
   */
  trace(event: ApiEvent): { readonly evaluation: Evaluation; readonly asOf: 'then' | 'now' } | null;
  /**
   * The sign-in that is under way in this tab, or else a new one, started. On success the workspace takes the session and
   * records the event. It goes on while other places are shown, until somebody signs in or out, and ends where one is begun
   * `anew`. The machine is loaded when it is first asked for.
   */
  signIn(anew?: boolean): Promise<SignInActor>;
  /** A sign-in is under way: whoever comes to the sign-in page goes on with it. */
  readonly signInRuns: boolean;
  /** One more session beside the others, which acts from now on; who was here already begins anew. Nothing when five are held. */
  open(link: Link): void;
  /** Who acts becomes somebody else, and can go back. */
  become(link: Link): void;
  /** Back to the link of that number, counted from 1. */
  back(depth: number): void;
  /** Another of the sessions acts. */
  activate(id: string): void;
  /** A role that was switched to is offered again. */
  remember(role: RecentRole): void;
  /** Ends a session, the one that acts unless another is named. */
  signOut(id?: string): void;
  signOutOfAll(): void;
  /** Profiles with their secrets, kept in this browser only: no link, file or backup takes them. */
  readonly profiles: readonly Profile[];
  /**
   * Keeps a profile, in place of the one named `replaced` or of its own name. Rejects with a sentence when it cannot be
   * kept.
   */
  saveProfile(profile: Profile, replaced?: string): Promise<void>;
  deleteProfile(name: string): Promise<void>;
  /** All of them at once, as the files of the command line have them. Rejects as `saveProfile`. */
  replaceProfiles(profiles: readonly Profile[]): Promise<void>;
  /** What was typed in the terminal, and its files: kept as profiles are. */
  readonly terminal: TerminalFacts;
  /** Rejects with a sentence when it cannot be kept. */
  keepTerminal(terminal: TerminalFacts): Promise<void>;
  /** Texts of policies that were changed and not saved, by what the policy is called: kept as profiles are. */
  readonly drafts: Readonly<Record<string, string>>;
  /** Null forgets one. Rejects like `keepProfile`. */
  keepDraft(key: string, text: string | null): Promise<void>;
  /** As `keepDraft`, for when the page is about to be left: answers at once whether it is kept. */
  keepDraftAtOnce(key: string, text: string | null): boolean;
  /** The MFA devices on the simulated phone of those who sit here. */
  readonly phone: readonly PhoneDevice[];
  /** The phone reads the QR code of a virtual device, or forgets a device: then it is as good as lost. */
  keepOnPhone(device: Pick<MfaDevice, 'serial' | 'created'>, kept: boolean): Promise<void>;
  /** Seconds by which the clock of the phone is ahead; negative when it is behind. */
  readonly phoneAhead: number;
  /** What AWS knows of the clock of an MFA device, and of the codes that it has taken. */
  readonly clockOf: ClockOf;
  /** Sets the clock of the phone, by whole steps of half a minute: its codes are those of that time. */
  setPhoneAhead(seconds: number): Promise<void>;
  /** Names the workspace and says what it is about: what others read when it is shared. Throws when that cannot be kept. */
  describe(about: About): void;
  /**
   * Directs the directories: replaces all that is outside of AWS. That is no call: it is saved, but neither in the activity
   * list nor taken back by `undo`. Throws when that cannot be kept, in a sentence that says where.
   */
  direct(directories: Directories): void;
  /** A new key for a web identity provider. Rejects where the browser offers no cryptography. */
  newProviderKey(): Promise<ProviderKey>;
  /** A web identity token with exactly these claims. Rejects as `newProviderKey` does. */
  signToken(claims: Claims, key: ProviderKey): Promise<string>;
}

/** What was found in a link or file. */
export type Opened = { readonly from: 'link' | 'file' } & (
  | {
      readonly kind: 'scenario';
      readonly scenario: Scenario;
      /** What was done in it, when it is a backup; otherwise null. */
      readonly history: Journal | null;
      readonly bytes: number;
    }
  | { readonly kind: 'refused'; readonly error: ScenarioError }
);

/** Everything around the open workspace. */
export interface Shelf {
  /** Whether this browser keeps workspaces; otherwise they last as long as the tab. */
  readonly kept: boolean;
  /** Newest change first. */
  readonly workspaces: readonly WorkspaceSummary[];
  /** Null while none is open. */
  readonly current: Workspace | null;
  /** A link or file waiting for an answer: take it into a new workspace, or leave it. */
  readonly opened: Opened | null;
  /** Records that could not be read, set aside untouched for download. */
  readonly setAside: readonly { readonly id: string; readonly reason: string }[];
  openPlayground(): Promise<void>;
  /** Makes a new workspace of a scenario that is known to be good, such as a lesson's. */
  openScenario(scenario: Scenario): Promise<void>;
  openWorkspace(id: string): Promise<void>;
  deleteWorkspace(id: string): Promise<void>;
  /** Makes a new workspace of what was opened; never replaces one. */
  takeOpened(): Promise<void>;
  dismissOpened(): void;
  openFile(file: File): Promise<void>;
  /** The link that carries the whole account, and its length in characters. */
  shareLink(): Promise<{ readonly url: string; readonly characters: number; readonly tooLong: boolean }>;
  /** Offers the account as a file for download. */
  downloadScenario(): Promise<void>;
  /** Offers the whole workspace as a file, with all that was done in it; not who is signed in. */
  downloadBackup(): Promise<void>;
  downloadSetAside(id: string): Promise<void>;
  /** The services, actions, resource types and condition keys of AWS, loaded on first call. */
  vocabulary(): Promise<Vocabulary>;
  /** AWS's own words about them, loaded on first call. */
  descriptions(): Promise<Descriptions>;
  /** A judge for one editor, for as long as that is open. */
  newJudge(): Promise<Judge>;
}

const KEY = Symbol('shelf');

export const provideShelf = (shelf: Shelf): Shelf => setContext(KEY, shelf);

export const useShelf = (): Shelf => getContext<Shelf>(KEY);

/** The open workspace; only for places that the app shows while one is open. */
export function useWorkspace(): Workspace {
  const { current } = useShelf();
  if (!current) throw new Error('This place needs an open workspace.');
  return current;
}
