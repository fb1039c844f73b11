// The keys of undo and redo, and where they mean the text under the caret instead.

/** What of a key press is looked at. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'defaultPrevented' | 'target'
>;

/** As `pressedUndo`, but null in fields, editors and dialogs: they have an undo of their own, or cover what would change. */
export const undoKey = (press: KeyPress): 'undo' | 'redo' | null =>
  press.target instanceof Element && press.target.closest(OWN_UNDO) ? null : pressedUndo(press);

/** Ctrl+Z or Cmd+Z; with Shift, or Ctrl+Y, for redo. Null where it is another key, or somebody has answered it. */
export function pressedUndo(press: Omit<KeyPress, 'target'>): 'undo' | 'redo' | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey, defaultPrevented } = press;
  if (defaultPrevented || altKey || ctrlKey === metaKey) return null;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && ctrlKey && !shiftKey ? 'redo' : null;
}

const OWN_UNDO =
  'input, textarea, select, [contenteditable]:not([contenteditable="false"]), dialog, [role="dialog"], [role="menu"]';
