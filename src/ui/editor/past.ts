// The past of a text: what can be undone in it, handed from the editor in which it was written to the next.

export interface Past {
  /** As `read` gave it, of another editor; null where the text begins here. */
  before: unknown;
  /** What can be undone now, for as long as an editor has the text. */
  read: (() => unknown) | null;
}

export const newPast = (): Past => ({ before: null, read: null });
