// Drafts: texts that were changed and not saved, kept while their writer looks elsewhere in the app or signs in as another.
import { getContext, setContext } from 'svelte';
import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import { newPast, type Past } from '../editor/past.ts';
import type { Workspace } from '../shared/workspace.ts';

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

/** Where texts of policies outlive the page. */
export type Home = Pick<Workspace, 'id' | 'drafts' | 'keepDraft' | 'keepDraftAtOnce'>;

/** Milliseconds of rest after typing before a text is kept. */
const REST = 400;

export class Drafts {
  #texts = new SvelteMap<string, string>();
  #objects = new SvelteMap<number, ObjectDraft>();
  #slots = 0;
  /** Texts that are in this page only: they wait for a rest, or could not be kept. */
  #unkept = new SvelteSet<string>();
  #waiting = new SvelteMap<
    string,
    { readonly timer: ReturnType<typeof setTimeout>; readonly keep: () => void }
  >();
  /** Keeps at once what is not in the database yet: what waits for a rest, is being written, or could not be. */
  #unwritten = new SvelteMap<string, () => void>();
  /** What was typed in this page is newer than what comes from elsewhere. */
  #typed = new SvelteSet<string>();
  /** What can be undone in texts that no editor has yet. */
  #pasts = new SvelteMap<string, unknown>();
  #home: () => Home | null = () => null;

  /** From now on texts of policies are kept in the workspace that is open; null where nothing outlives the page. */
  keepIn(home: () => Home | null): void {
    this.#home = home;
  }

  /** Takes over what was kept of a workspace, but for texts that were typed here. */
  restore({ id, drafts }: Pick<Home, 'id' | 'drafts'>): void {
    for (const [name, text] of Object.entries(drafts)) {
      const key = keyOf(id, name);
      if (!this.#typed.has(key) && this.#texts.get(key) !== text) this.#texts.set(key, text);
    }
    for (const key of this.#texts.keys())
      if (key.startsWith(keyOf(id, '')) && !this.#typed.has(key) && !(nameIn(key, id) in drafts))
        this.#texts.delete(key);
  }

  /**
   * Keeps at once what is not written yet, as when the page is about to be left: a writing of the database that begins then
   * may never end.
   */
  flush(): void {
    for (const keep of this.#unwritten.values()) keep();
    for (const { timer, keep } of this.#waiting.values()) {
      clearTimeout(timer);
      keep();
    }
  }

  /** The unsaved text of a policy. Undefined when nothing unsaved is kept under this key. */
  get(workspace: string, name: string): string | undefined {
    return this.#texts.get(keyOf(workspace, name));
  }

  /** Whether the text is where it outlives the page. */
  isKept(workspace: string, name: string): boolean {
    return !this.#unkept.has(keyOf(workspace, name));
  }

  /** Null forgets the draft. */
  set(workspace: string, name: string, text: string | null): void {
    const key = keyOf(workspace, name);
    if (text === null) this.#texts.delete(key);
    else this.#texts.set(key, text);
    this.#typed.add(key);
    if (text === null) this.#unkept.delete(key);
    else this.#unkept.add(key);
    const home = this.#home();
    if (home?.id === workspace) this.#keepSoon(home, name, key, text);
  }

  #keepSoon(home: Home, name: string, key: string, text: string | null): void {
    clearTimeout(this.#waiting.get(key)?.timer);
    const keepAtOnce = (): void => {
      if (home.keepDraftAtOnce(name, text)) this.#unkept.delete(key);
    };
    const keep = (): void => {
      this.#waiting.delete(key);
      home.keepDraft(name, text).then(
        () => {
          // Since then another text may have been typed.
          if (this.#unwritten.get(key) !== keepAtOnce) return;
          this.#unwritten.delete(key);
          this.#unkept.delete(key);
        },
        // It stays in the page, and the browser asks before that is left.
        () => undefined,
      );
    };
    this.#unwritten.set(key, keepAtOnce);
    this.#waiting.set(key, { keep, timer: setTimeout(keep, REST) });
  }

  /** Hands over what can be undone in a text, when what it is of is called otherwise from now on. */
  handOver(workspace: string, { read }: Past, name: string): void {
    if (read) this.#pasts.set(keyOf(workspace, name), read());
  }

  /** For the editor of a text: once, for from then on the editor knows what can be undone. */
  takePast(workspace: string, name: string): Past {
    const key = keyOf(workspace, name);
    const before = this.#pasts.get(key);
    this.#pasts.delete(key);
    return { ...newPast(), before };
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

  /** How much would be gone with the page. */
  get size(): number {
    return this.#unkept.size + this.#objects.size;
  }
}

const keyOf = (workspace: string, name: string): string => `${workspace} ${name}`;
const nameIn = (key: string, workspace: string): string => key.slice(workspace.length + 1);

const KEY = Symbol('drafts');

/** Called once, above all places, so that drafts outlive the place they were written in. */
export const provideDrafts = (): Drafts => setContext(KEY, guarded());

/** Without a provider, drafts live as long as the place. */
export const useDrafts = (): Drafts => getContext<Drafts | undefined>(KEY) ?? guarded();

/** While anything is in the page only, the browser asks before it closes or reloads it. Needs an effect's scope. */
export function guardUnload(drafts: Drafts): void {
  $effect(() => {
    const flush = () => drafts.flush();
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
    };
  });
  $effect(() => {
    if (drafts.size === 0) return;
    const ask = (event: BeforeUnloadEvent) => {
      drafts.flush();
      if (drafts.size > 0) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  });
}

function guarded(): Drafts {
  const drafts = new Drafts();
  guardUnload(drafts);
  return drafts;
}
