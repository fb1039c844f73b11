// The shelf: the workspaces on this device, the one that is open, and what arrives by link or file.
import type { Journal } from '../account/journal.ts';
import { loadDescriptions, loadManagedPolicies, loadVocabulary } from '../aws/catalogue.ts';
import { bookshop } from '../lessons/bookshop/lesson.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { backupFile, readFile } from '../storage/backup.ts';
import { scenarioFile } from '../storage/file.ts';
import { decodeLink, encodeLink, LINK_LIMIT } from '../storage/link.ts';
import type { SetAside } from '../storage/set-aside.ts';
import type { Store } from '../storage/workspaces.ts';
import type { Opened, Shelf, WorkspaceSummary } from '../ui/shared/workspace.ts';
import { loadOpenParts } from '../ui/shell/open-parts.ts';
import type { Judge } from '../ui/shared/judging.ts';
import { offerFile } from '../ui/shared/offer-file.ts';
import type { OpenWorkspace } from './workspace.svelte.ts';

export class AppShelf implements Shelf {
  #workspaces = $state.raw<readonly WorkspaceSummary[]>([]);
  #current = $state.raw<OpenWorkspace | null>(null);
  #opened = $state.raw<Opened | null>(null);
  #setAside = $state.raw<readonly SetAside[]>([]);
  readonly #store: Store;
  readonly #onAnswered: (accepted: boolean) => void;

  readonly kept: boolean;

  /** `onAnswered` is told when what a link brought was taken or declined. */
  constructor(store: Store, onAnswered: (accepted: boolean) => void, kept: boolean) {
    this.#store = store;
    this.#onAnswered = onAnswered;
    this.kept = kept;
  }

  get workspaces(): readonly WorkspaceSummary[] {
    const open = this.#current;
    // What is open is known better than the list on disk knows it.
    return this.#workspaces.map((one) =>
      one.id === open?.id ? { ...one, title: open.title, events: open.events.length } : one,
    );
  }
  get current(): OpenWorkspace | null {
    return this.#current;
  }
  get opened(): Opened | null {
    return this.#opened;
  }
  get setAside(): readonly SetAside[] {
    return this.#setAside;
  }

  /** Opens what was open last, if anything was. */
  async start(): Promise<void> {
    await this.#refresh();
    const last = await this.#store.lastOpen();
    if (!last.ok || last.value === null) return;
    try {
      await this.openWorkspace(last.value);
    } catch {
      // The start page shows what was set aside; what is there can be opened from it, and then says why it cannot.
    }
  }

  /** Whether closing or reloading the tab now would lose something. */
  get wouldLose(): boolean {
    const open = this.#current;
    return open !== null && (open.unsaved || (!this.kept && open.activity.length > 0));
  }

  async openPlayground(): Promise<void> {
    await this.openScenario(await bookshop());
  }

  async openScenario(scenario: Scenario): Promise<void> {
    await this.#openNew(scenario, []);
  }

  async #openNew(scenario: Scenario, history: Journal): Promise<void> {
    const named = { ...scenario, title: this.#freeTitle(scenario.title) };
    const created = await this.#store.create(named, history);
    if (!created.ok) throw new Error(created.error.message);
    await this.openWorkspace(created.value.id);
  }

  async openWorkspace(id: string): Promise<void> {
    await this.#current?.settled();
    // What is damaged of it goes aside now; the workspace follows what is there.
    await this.#store.keyring(id);
    const [loaded, managed, { OpenWorkspace }] = await Promise.all([
      this.#store.load(id),
      loadManagedPolicies(),
      import('./workspace.svelte.ts'),
      // So that the shell is whole when the workspace is there.
      loadOpenParts(),
    ]);
    if (loaded.ok) {
      this.#current?.close();
      const opened = new OpenWorkspace(loaded.value, this.#store, managed);
      this.#current = opened;
      // What is long ago may be damaged as well; that is found a moment later.
      void opened.wholeJournal().then(() => (opened.loss === null ? undefined : this.#refresh()));
      await this.#store.setLastOpen(id);
    }
    await this.#refresh();
    // What could not be read has been set aside; what was open stays open.
    if (!loaded.ok) throw new Error(loaded.error.message);
  }

  async deleteWorkspace(id: string): Promise<void> {
    if (this.#current?.id === id) {
      await this.#current.settled();
      this.#current.close();
      this.#current = null;
    }
    const removed = await this.#store.remove(id);
    if (!removed.ok) throw new Error(removed.error.message);
    await this.#refresh();
  }

  /** A link as it stands in the address. */
  async openLink(fragment: string): Promise<Opened> {
    const decoded = await decodeLink(fragment);
    const opened: Opened = decoded.ok
      ? { from: 'link', kind: 'scenario', scenario: decoded.value, history: null, bytes: fragment.length }
      : { from: 'link', kind: 'refused', error: decoded.error };
    this.#opened = opened;
    return opened;
  }

  async openFile(file: File): Promise<void> {
    const read = await readFile(file);
    this.#opened = read.ok
      ? { from: 'file', kind: 'scenario', ...read.value, bytes: file.size }
      : { from: 'file', kind: 'refused', error: read.error };
  }

  async takeOpened(): Promise<void> {
    if (this.#opened?.kind !== 'scenario') return;
    await this.#openNew(this.#opened.scenario, this.#opened.history ?? []);
    this.#opened = null;
    this.#onAnswered(true);
  }

  dismissOpened(): void {
    this.#opened = null;
    this.#onAnswered(false);
  }

  async shareLink(): Promise<{
    readonly url: string;
    readonly characters: number;
    readonly tooLong: boolean;
  }> {
    const fragment = await encodeLink(await this.#open().shared());
    const url = `${location.href.split('#', 1)[0]}${fragment}`;
    return { url, characters: url.length, tooLong: url.length > LINK_LIMIT };
  }

  async downloadScenario(): Promise<void> {
    const { name, blob } = scenarioFile(await this.#open().shared());
    offerFile(name, blob);
  }

  async downloadBackup(): Promise<void> {
    const workspace = this.#open();
    const entries = await workspace.wholeJournal();
    const { name, blob } = backupFile({ scenario: workspace.scenario, entries });
    offerFile(name, blob);
  }

  async downloadSetAside(id: string): Promise<void> {
    const found = await this.#store.downloadSetAside(id);
    if (!found.ok) throw new Error(found.error.message);
    offerFile(found.value.name, found.value.blob);
  }

  readonly vocabulary = loadVocabulary;
  readonly descriptions = loadDescriptions;

  async newJudge(): Promise<Judge> {
    return (await import('./judging.ts')).newJudge();
  }

  #open(): OpenWorkspace {
    if (!this.#current) throw new Error('No workspace is open.');
    return this.#current;
  }

  async #refresh(): Promise<void> {
    const [listed, aside] = await Promise.all([this.#store.list(), this.#store.setAsideRecords()]);
    if (listed.ok) this.#workspaces = listed.value;
    if (aside.ok) this.#setAside = aside.value;
  }

  /** Two workspaces of one title could not be told apart: the second is called `… (2)`. */
  #freeTitle(title: string): string {
    const taken = this.#workspaces.map((workspace) => workspace.title);
    let free = title;
    for (let n = 2; taken.includes(free); n++) free = `${title} (${n})`;
    return free;
  }
}
