// Workspace: what every place may see and do. The app makes it; places get it by `useWorkspace`.
import { getContext, setContext } from 'svelte';
import type { World } from '../../account/world.ts';
import type { ApiEvent } from '../../account/event.ts';
import type { ApiCall, ApiOutcome, OperationName } from '../../api/call.ts';
import type { Env } from '../../api/env.ts';
import type { Actions } from '../../aws/catalogue.ts';
import type { Evaluation } from '../../evaluation/evaluation.ts';
import type { HandoutEntry, Scenario, ScenarioError } from '../../scenario/scenario.ts';
import type { SessionFacts } from '../../session/facts.ts';
import type { SignInActor } from '../../session/sign-in.ts';

/** Whether what is on the screen is safe on disk. */
export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** Nothing is lost on screen; `message` says what to do. */
  | { readonly kind: 'failed'; readonly message: string };

/** What a reader is told about a workspace. */
export type About = Pick<Scenario, 'title' | 'story'>;

export interface WorkspaceSummary {
  readonly id: string;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly changed: number;
  readonly events: number;
}

/** The open workspace. All fields are reactive and read-only; writes go through the methods. */
export interface Workspace {
  readonly id: string;
  readonly title: string;
  readonly story: string;
  readonly handout: readonly HandoutEntry[];
  readonly world: World;
  readonly session: SessionFacts;
  /** The credentials of the session have expired: every request will be turned away. */
  readonly sessionEnded: boolean;
  /** Newest first. */
  readonly events: readonly ApiEvent[];
  readonly save: SaveState;

  /** Asks the simulated AWS as whoever is signed in, writes what came of it, and saves. Throws when signed out. */
  request<Name extends OperationName>(call: ApiCall<Name>): ApiOutcome<Name>;
  /** Decides without acting or recording: for lessons and what-if questions. */
  env(): Env;
  /**
   * The full decision on a recorded request: `then` while this tab still remembers it, otherwise judged again by the
   * policies as they are `now`. Null where the request never got to a decision.
   */
  trace(event: ApiEvent): { readonly evaluation: Evaluation; readonly asOf: 'then' | 'now' } | null;
  /**
   * A fresh sign-in machine that knows this world, not started yet. On success the workspace takes the session and records
   * the event. The machine is loaded when it is first asked for.
   */
  signIn(): Promise<SignInActor>;
  signOut(): void;
  /** Names the workspace and says what it is about: what others read when it is shared. Throws when that cannot be kept. */
  describe(about: About): void;
}

/** What was found in a link or file. */
export type Opened = { readonly from: 'link' | 'file' } & (
  | { readonly kind: 'scenario'; readonly scenario: Scenario; readonly bytes: number }
  | { readonly kind: 'refused'; readonly error: ScenarioError }
);

/** Everything around the open workspace. */
export interface Shelf {
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
  downloadScenario(): void;
  downloadSetAside(id: string): Promise<void>;
  /** The vocabulary of AWS, loaded on first call. */
  actions(): Promise<Actions>;
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
