// Drafts: texts that were changed and not saved, kept while their writer looks elsewhere in the app or signs in as another.
import { getContext, setContext } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';

/** The text of an object that is not written yet. */
export interface ObjectDraft {
  /** Of the workspace it was written in. */
  readonly workspace: string;
  readonly bucket: string;
  /** As typed so far. */
  readonly key: string;
  readonly text: string;
  /** `edit`: of an object that is there already. */
  readonly mode: 'edit' | 'write';
  /** Of the object that is there already. */
  readonly contentType?: string | undefined;
}

export class Drafts {
  #texts = new SvelteMap<string, string>();
  #objects = new SvelteMap<number, ObjectDraft>();
  #slots = 0;

  /** The unsaved text of a policy. Undefined when nothing unsaved is kept under this key. */
  get(key: string): string | undefined {
    return this.#texts.get(key);
  }

  /** Null forgets the draft. */
  set(key: string, text: string | null): void {
    if (text === null) this.#texts.delete(key);
    else this.#texts.set(key, text);
  }

  /** A number under which the text of one object can be kept, never given before: its key may change while it is typed. */
  newSlot(): number {
    return ++this.#slots;
  }

  /** Null forgets the draft. */
  setObject(slot: number, draft: ObjectDraft | null): void {
    if (draft === null) this.#objects.delete(slot);
    else this.#objects.set(slot, draft);
  }

  /** The oldest first. */
  objectsIn(workspace: string, bucket: string): readonly { slot: number; draft: ObjectDraft }[] {
    return [...this.#objects]
      .filter(([, draft]) => draft.workspace === workspace && draft.bucket === bucket)
      .map(([slot, draft]) => ({ slot, draft }));
  }

  /** Forgets a text that has been written elsewhere, as by trying the request again. */
  forgetWritten(written: Pick<ObjectDraft, 'workspace' | 'bucket' | 'key' | 'text'>): void {
    for (const { slot, draft } of this.objectsIn(written.workspace, written.bucket))
      if (draft.key === written.key && draft.text === written.text) this.#objects.delete(slot);
  }

  get size(): number {
    return this.#texts.size + this.#objects.size;
  }
}

const KEY = Symbol('drafts');

/** Called once, above all places, so that drafts outlive the place they were written in. */
export const provideDrafts = (): Drafts => setContext(KEY, guarded());

/** Without a provider, drafts live as long as the place. */
export const useDrafts = (): Drafts => getContext<Drafts | undefined>(KEY) ?? guarded();

/** While anything is unsaved, the browser asks before it closes or reloads the page. Needs an effect's scope. */
export function guardUnload(drafts: Drafts): void {
  $effect(() => {
    if (drafts.size === 0) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  });
}

function guarded(): Drafts {
  const drafts = new Drafts();
  guardUnload(drafts);
  return drafts;
}
