// What is kept beside a workspace: its keyring as this tab and the others leave it, always in step with the database.
import type { MfaClock } from '../api/mfa-clock.ts';
import { EMPTY_KEYRING, withClock, withDraft, withTerminal, type Keyring } from '../session/keyring.ts';
import type { Store } from '../storage/workspaces.ts';
import { forgetLastDrafts, keepLastDraft, lastDrafts } from './last-drafts.ts';

export class Kept {
  #keyring = $state.raw<Keyring>(EMPTY_KEYRING);
  readonly #workspace: string;
  readonly #store: Store;
  #cleaning: 'due' | 'running' | 'done' = 'due';
  /** Milliseconds until cleaning that has failed is tried again. */
  #pause = FIRST_PAUSE;
  #again: ReturnType<typeof setTimeout> | undefined;
  #closed = false;
  /** What was typed last before the page was left, until it is in the database. */
  #last: ReturnType<typeof lastDrafts>;
  readonly #unfollow: () => void;

  constructor(workspace: string, store: Store) {
    this.#workspace = workspace;
    this.#store = store;
    this.#last = lastDrafts(workspace);
    this.#unfollow = store.followKeyring(workspace, (keyring) => {
      this.#keyring = withDrafts(keyring, this.#last);
      void this.#clean();
    });
    void this.#takeOver().catch(() => undefined);
  }

  /** Where that cannot be written it is shown all the same, and waits for the next time. */
  async #takeOver(): Promise<void> {
    const last = this.#last;
    if (Object.keys(last).length === 0) return;
    await this.change((keyring) => withDrafts(keyring, last));
    this.#last = {};
    forgetLastDrafts(this.#workspace, last);
  }

  /** Ends the following of other tabs. */
  close(): void {
    this.#closed = true;
    this.#unfollow();
    clearTimeout(this.#again);
  }

  /**
   * Histories of the terminal that older builds have stored hold what was typed, secrets and all. Where it cannot be written
   * nothing is lost: it is tried again after a while, and as soon as anything was written.
   */
  async #clean(): Promise<void> {
    if (this.#cleaning !== 'due' || this.#closed || this.#keyring.terminal.history.length === 0) return;
    clearTimeout(this.#again);
    this.#cleaning = 'running';
    try {
      await this.#cleanHistory();
      this.#cleaning = 'done';
    } catch {
      this.#cleaning = 'due';
      if (this.#closed) return;
      this.#again = setTimeout(() => void this.#clean(), this.#pause);
      this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
    }
  }

  async #cleanHistory(): Promise<void> {
    const { keptHistory } = await import('../shell/kept-history.ts');
    const { history } = this.#keyring.terminal;
    const kept = keptHistory(history);
    if (kept.length === history.length && kept.every((line, at) => line === history[at])) return;
    await this.change((keyring) =>
      withTerminal(keyring, { ...keyring.terminal, history: keptHistory(keyring.terminal.history) }),
    );
  }

  get keyring(): Keyring {
    return this.#keyring;
  }

  /** AWS has taken codes of a device. Where that cannot be kept, it is forgotten with the tab. */
  learn(clock: MfaClock | null): void {
    if (!clock) return;
    // At once: the next call may come before it is written.
    this.#keyring = withClock(this.#keyring, clock);
    void this.change((keyring) => withClock(keyring, clock)).catch(() => undefined);
  }

  /** Null forgets the draft. Rejects as `change`. */
  async keepDraft(key: string, text: string | null): Promise<void> {
    await this.change((keyring) => withDraft(keyring, key, text));
    forgetLastDrafts(this.#workspace, { [key]: text });
  }

  /** Before the page is left: at once, and only until it is in the keyring. Answers whether it is kept. */
  keepDraftAtOnce(key: string, text: string | null): boolean {
    return keepLastDraft(this.#workspace, key, text);
  }

  /** Rejects with a sentence when it could not be written. */
  async change(change: (keyring: Keyring) => Keyring): Promise<void> {
    const changed = await this.#store.changeKeyring(this.#workspace, change);
    if (!changed.ok) throw new Error(changed.error.message);
    this.#keyring = changed.value;
  }
}

const withDrafts = (keyring: Keyring, drafts: ReturnType<typeof lastDrafts>): Keyring =>
  Object.entries(drafts).reduce((all, [name, text]) => withDraft(all, name, text), keyring);

/** In milliseconds: after each failure twice as long as before. */
const FIRST_PAUSE = 10_000;
const LONGEST_PAUSE = 600_000;
