// What is kept beside a workspace: its keyring as this tab and the others leave it, always in step with the database.
import type { MfaClock } from '../api/mfa-clock.ts';
import { EMPTY_KEYRING, withClock, withTerminal, type Keyring } from '../session/keyring.ts';
import type { Store } from '../storage/workspaces.ts';

export class Kept {
  #keyring = $state.raw<Keyring>(EMPTY_KEYRING);
  readonly #workspace: string;
  readonly #store: Store;
  #cleaned = false;
  /** Ends the following of other tabs. */
  readonly close: () => void;

  constructor(workspace: string, store: Store) {
    this.#workspace = workspace;
    this.#store = store;
    this.close = store.followKeyring(workspace, (keyring) => {
      this.#keyring = keyring;
      if (this.#cleaned || keyring.terminal.history.length === 0) return;
      this.#cleaned = true;
      // Where it cannot be written, nothing is lost: it is tried again when the workspace is next opened.
      void this.#clean().catch(() => undefined);
    });
  }

  /** Histories of the terminal that older builds have stored hold what was typed, secrets and all. */
  async #clean(): Promise<void> {
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

  /** Rejects with a sentence when it could not be written. */
  async change(change: (keyring: Keyring) => Keyring): Promise<void> {
    const changed = await this.#store.changeKeyring(this.#workspace, change);
    if (!changed.ok) throw new Error(changed.error.message);
    this.#keyring = changed.value;
  }
}
