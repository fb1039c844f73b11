// The keys of undo and redo, and where they mean the text under the caret instead.

/** What of a key press is looked at. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'defaultPrevented' | 'target'
>;

/**
 * Ctrl+Z or Cmd+Z; with Shift, or Ctrl+Y, for redo. Null where it is another key, and in fields, editors and dialogs: they
 * have an undo of their own, or cover what would change.
 */
export function undoKey(press: KeyPress): 'undo' | 'redo' | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey, defaultPrevented, target } = press;
  if (defaultPrevented || altKey || ctrlKey === metaKey) return null;
  if (target instanceof Element && target.closest(OWN_UNDO)) return null;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && ctrlKey && !shiftKey ? 'redo' : null;
}

const OWN_UNDO =
  'input, textarea, select, [contenteditable]:not([contenteditable="false"]), dialog, [role="dialog"], [role="menu"]';
