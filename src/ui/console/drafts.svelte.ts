// Drafts: policy texts that were changed and not saved, kept while their writer looks elsewhere in the app or signs in as another.
import { getContext, setContext } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';

export class Drafts {
  #texts = new SvelteMap<string, string>();

  /** Undefined when nothing unsaved is kept under this key. */
  get(key: string): string | undefined {
    return this.#texts.get(key);
  }

  /** Null forgets the draft. */
  set(key: string, text: string | null): void {
    if (text === null) this.#texts.delete(key);
    else this.#texts.set(key, text);
  }

  get size(): number {
    return this.#texts.size;
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
