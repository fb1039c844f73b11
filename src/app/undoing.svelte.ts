// Undoing: takes back what calls changed, and makes it again, one call or all those of a script at a time.
import {
  eventOf,
  redoable,
  stepEntry,
  undoable,
  type CallEntry,
  type StepEntry,
} from '../account/journal.ts';
import { scriptIn } from '../api/user-agent.ts';
import { SCRIPT } from '../shell/script-step.ts';
import { replayed } from '../storage/reading.ts';
import { calledIn } from './activity.ts';
import { newId } from './ids.ts';
import type { Stored } from './stored.svelte.ts';

export class Undoing {
  readonly #stored: Stored;
  readonly #undoable = $derived.by(() => undoable(this.#stored.journal));
  readonly #redoable = $derived.by(() => redoable(this.#stored.journal));
  #stepped = $state(0);

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

  #nameOf(entry: CallEntry | StepEntry): string {
    return this.#scriptOf(entry) === null ? calledIn(entry) : SCRIPT;
  }

  /** The script of the terminal that a call was made by. */
  #scriptOf(entry: CallEntry | StepEntry): string | null {
    const event =
      entry.kind === 'call'
        ? entry.event
        : this.#stored.journal.map(eventOf).findLast((one) => one?.eventID === entry.eventID);
    return event ? scriptIn(event.userAgent) : null;
  }

  /** Takes back or makes again one call, or all of a script, one after the other. */
  #stepAll(next: () => CallEntry | StepEntry | null): void {
    const first = next();
    this.#takeBack(first);
    const script = first && this.#scriptOf(first);
    for (let entry = next(); script && entry && this.#scriptOf(entry) === script; entry = next())
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
