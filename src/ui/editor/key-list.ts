// The keys of the editor, as its help lists them.

export interface KeyHelp {
  /** Alternatives, each as a keyboard shows it. */
  readonly keys: readonly string[];
  readonly does: string;
}

/** In the order of use. */
export const KEY_LIST: readonly KeyHelp[] = [
  { keys: ['Ctrl+Space'], does: 'suggest what may stand here' },
  { keys: ['Enter', 'Tab'], does: 'take the suggestion that is selected' },
  { keys: ['Ctrl+Shift+Space'], does: 'explain the word under the cursor' },
  { keys: ['F8', 'Shift+F8'], does: 'go to the next or previous fault' },
  { keys: ['Ctrl+.'], does: 'mend the fault under the cursor' },
  { keys: ['Shift+Alt+F'], does: 'lay the text out' },
  { keys: ['Ctrl+Shift+[', 'Ctrl+Shift+]'], does: 'fold and unfold' },
  { keys: ['Ctrl+]', 'Ctrl+['], does: 'indent more or less' },
  { keys: ['Ctrl+F'], does: 'search in the text' },
  { keys: ['Ctrl+Z', 'Ctrl+Shift+Z'], does: 'undo and redo' },
  { keys: ['Escape'], does: 'close what is open over the text' },
  { keys: ['Tab'], does: 'leave the editor, when no suggestions are open' },
];

/** The same on a Mac, where Command stands for most of them. */
export const onMac = ({ keys, does }: KeyHelp): KeyHelp => ({
  keys: keys.map((key) =>
    /Space/.test(key)
      ? key
      : key.replace('Ctrl+Shift+', 'Cmd+Option+').replace('Ctrl', 'Cmd').replace('Alt', 'Option'),
  ),
  does,
});
