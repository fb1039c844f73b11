// Last drafts: what was typed just before the page was left. The database is too slow for that; this is written at once.

type Texts = Readonly<Record<string, string | null>>;

/** The name of what is kept of a workspace; its id is nobody else's. */
const keyOf = (workspace: string): string => `rolecall.drafts.${workspace}`;

/** The drafts that were typed last in a workspace and may not be in its keyring; null stands for one that was forgotten. */
export function lastDrafts(workspace: string): Texts {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(keyOf(workspace)) ?? '{}');
    if (typeof read !== 'object' || read === null) return {};
    const texts = Object.entries(read).filter(([, text]) => text === null || typeof text === 'string');
    return Object.fromEntries(texts);
  } catch {
    // Storage is switched off, or what stands there is not ours.
    return {};
  }
}

/** Whether it is kept: false where the browser lets us keep nothing, or no more. */
export function keepLastDraft(workspace: string, name: string, text: string | null): boolean {
  return write(workspace, { ...lastDrafts(workspace), [name]: text });
}

/** Forgets drafts that are in the keyring by now, but for those that were typed anew. */
export function forgetLastDrafts(workspace: string, kept: Texts): void {
  const last = Object.entries(lastDrafts(workspace));
  const left = last.filter(([name, text]) => !Object.hasOwn(kept, name) || kept[name] !== text);
  if (left.length < last.length) write(workspace, Object.fromEntries(left));
}

function write(workspace: string, texts: Texts): boolean {
  try {
    if (Object.keys(texts).length === 0) localStorage.removeItem(keyOf(workspace));
    else localStorage.setItem(keyOf(workspace), JSON.stringify(texts));
    return true;
  } catch {
    return false;
  }
}
