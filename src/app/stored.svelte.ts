// A stored workspace as this tab has it: in step with the database and with other tabs. The single gate for writes.
import type { Activity } from '../account/activity.ts';
import type { Directories } from '../account/directories.ts';
import { rebase, type Journal } from '../account/journal.ts';
import type { World } from '../account/world.ts';
import { addSeconds, type Instant } from '../aws/instant.ts';
import { plainScenario } from '../scenario/print.ts';
import { parseScenario } from '../scenario/parse.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { SessionFacts } from '../session/facts.ts';
import { storageError } from '../storage/errors.ts';
import type { LoadedWorkspace } from '../storage/loading.ts';
import type { Store } from '../storage/workspaces.ts';
import type { About, SaveState } from '../ui/shared/workspace.ts';
import { now } from './clock.ts';
import { idle } from './idle.ts';
import { Usage } from './usage.ts';
import { NOTHING, together, type Unsaved } from './unsaved.ts';

export class Stored {
  readonly id: string;
  #scenario: Scenario;
  #session: SessionFacts;
  #ahead: number;
  /** Oldest first; those that are not in the database yet come last. */
  #journal: Journal;
  #complete: boolean;
  #loss: string | null;
  #save = $state.raw<SaveState>({ kind: 'saved' });
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
  #usage: Usage;
  readonly #unfollow: () => void;
  readonly #store: Store;
  readonly #onSession: () => void;

  /** `onSession` is told when who acts has been replaced, here or by another tab. */
  constructor(loaded: LoadedWorkspace, store: Store, onSession: () => void) {
    this.id = loaded.id;
    this.#scenario = $state.raw(loaded.scenario);
    this.#session = $state.raw(loaded.session);
    this.#ahead = $state(loaded.ahead);
    this.#journal = $state.raw(loaded.entries);
    this.#complete = $state(false);
    this.#loss = $state(loaded.loss);
    this.#usage = new Usage(loaded.activity, loaded.entries);
    this.#base = loaded.scenario;
    this.#revision = loaded.revision;
    this.#newest = loaded.revision;
    this.#store = store;
    this.#onSession = onSession;
    this.#readingEarlier = this.#readEarlier(loaded.from);
    this.#unfollow = store.follow(this.id, (revision) => this.#heardOf(revision));
  }

  /** Ends following other tabs, and reading. */
  close(): void {
    this.#closed = true;
    this.#unfollow();
  }

  get scenario(): Scenario {
    return this.#scenario;
  }
  get world(): World {
    return this.#scenario.world;
  }
  get session(): SessionFacts {
    return this.#session;
  }
  get journal(): Journal {
    return this.#journal;
  }
  /** What all that was done tells of the use of credentials, also where the journal has not been read whole yet. */
  get used(): Activity {
    return this.#usage.of(this.#journal);
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

  now(): Instant {
    return addSeconds(now(), this.#ahead);
  }

  get ahead(): number {
    return this.#ahead;
  }

  advance(seconds: number): void {
    if (!Number.isSafeInteger(seconds) || seconds < 1 || this.#ahead + seconds > MOST_AHEAD)
      throw new Error('The clock goes forward only, by whole seconds, and not further than a hundred years.');
    this.#ahead += seconds;
    this.commit({ ahead: this.#ahead });
  }

  describe(about: About): void {
    this.#soundly({ ...this.#scenario, ...about });
    this.commit({ about });
  }

  direct(directories: Directories): void {
    // As they will be read back: fields in the order of the schema.
    this.commit({ directories: this.#soundly({ ...this.#scenario, directories }).directories });
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

  /** The single gate for writes: the screen changes at once, the database follows. */
  commit(changed: Partial<Unsaved>, world = this.world): void {
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
    if (news.kind === 'whole') this.#usage = new Usage(news.activity, news.entries);
    this.#journal = [...before, ...entries];
    if (this.#unsaved !== NOTHING) this.#unsaved = { ...this.#unsaved, entries };
    // Two tabs that move the clock move it to the later moment.
    this.#ahead = Math.max(ahead ?? 0, news.ahead);
    this.#replaceSession(chosen ?? news.session);
    if (news.kind === 'whole') {
      this.#loss ??= news.loss;
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
    this.#onSession();
  }
}

/** A hundred years, in seconds. */
const MOST_AHEAD = 100 * 365 * 24 * 60 * 60;

/** How often in a row another tab may come first before this one gives up and says so. */
const MOST_CONFLICTS = 5;
