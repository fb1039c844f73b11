// Undoing: takes back what calls changed, and makes it again, one call or a group of them at a time.
import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import { redoable, stepEntry, undoable, type CallEntry, type StepEntry } from '../account/journal.ts';
import { replayed } from '../storage/reading.ts';
import { calledIn } from './activity.ts';
import { newId } from './ids.ts';
import type { Stored } from './stored.svelte.ts';

export class Undoing {
  readonly #stored: Stored;
  readonly #undoable = $derived.by(() => undoable(this.#stored.journal));
  readonly #redoable = $derived.by(() => redoable(this.#stored.journal));
  #stepped = $state(0);
  /** Calls that are taken back together, by event. */
  readonly #groups = new SvelteMap<string, { readonly name: string; readonly events: ReadonlySet<string> }>();

  constructor(stored: Stored) {
    this.#stored = stored;
  }

  get stepped(): number {
    return this.#stepped;
  }
  get canUndo(): string | null {
    return this.#undoable && this.#nameOf(this.#undoable);
  }
  get canRedo(): string | null {
    return this.#redoable && this.#nameOf(this.#redoable);
  }

  undo(): void {
    this.#stepAll(() => this.#undoable);
  }

  redo(): void {
    this.#stepAll(() => this.#redoable);
  }

  asOne(name: string, events: readonly string[]): void {
    const group = { name, events: new SvelteSet(events) };
    for (const event of events) this.#groups.set(event, group);
  }

  #nameOf(entry: CallEntry | StepEntry): string {
    return this.#groups.get(idOf(entry))?.name ?? calledIn(entry);
  }

  /** Takes back or makes again one call, or all of a group, one after the other. */
  #stepAll(next: () => CallEntry | StepEntry | null): void {
    const first = next();
    this.#takeBack(first);
    const group = first && this.#groups.get(idOf(first));
    for (let entry = next(); group && entry && group.events.has(idOf(entry)); entry = next())
      this.#takeBack(entry);
  }

  #takeBack(done: CallEntry | StepEntry | null): void {
    if (!done) throw new Error('There is nothing to be taken back.');
    const { world, entry } = stepEntry(this.#stored.world, done, { id: newId(), time: this.#stored.now() });
    // What takes it back may have been damaged on the disk: then the world stays as it is.
    const checked = replayed(this.#stored.scenario, [entry]);
    if (!checked.ok) throw new Error(`${calledIn(done)} cannot be taken back. ${checked.error}`);
    this.#stored.commit({ entries: [entry] }, world);
    this.#stepped++;
  }
}

const idOf = (entry: CallEntry | StepEntry): string =>
  entry.kind === 'call' ? entry.event.eventID : entry.eventID;
