// The keys of the editor, as its help lists them.

export interface KeyHelp {
  /** Alternatives, each as a keyboard shows it. */
  readonly keys: readonly string[];
  readonly does: string;
}

/** In the order of use. */
const KEYS: readonly KeyHelp[] = [
  { keys: ['Ctrl+Space'], does: 'suggest what may stand here' },
  { keys: ['Enter', 'Tab'], does: 'take the suggestion that is selected' },
  { keys: ['Ctrl+Shift+Space'], does: 'explain the word under the cursor' },
  { keys: ['F8', 'Shift+F8'], does: 'go to the next or previous fault' },
  { keys: ['Ctrl+.'], does: 'mend the fault under the cursor' },
  { keys: ['Ctrl+Shift+.'], does: 'mend all faults like the one under the cursor' },
  { keys: ['Shift+Alt+F'], does: 'lay the text out' },
  { keys: ['Ctrl+Shift+[', 'Ctrl+Shift+]'], does: 'fold and unfold' },
  { keys: ['Ctrl+]', 'Ctrl+['], does: 'indent more or less' },
  { keys: ['Ctrl+F'], does: 'search in the text' },
  { keys: ['Ctrl+Z', 'Ctrl+Shift+Z'], does: 'undo and redo, in the form as well' },
  { keys: ['Escape'], does: 'close what is open over the text' },
  { keys: ['Tab'], does: 'leave the editor, when no suggestions are open' },
];

/** As the keyboard of a Mac has it, where Command stands for most of them, and folding takes Option. */
export const onMac = (key: string): string =>
  /Space/.test(key)
    ? key
    : key
        .replace(/^Ctrl\+Shift\+(?=[[\]])/, 'Cmd+Option+')
        .replace('Ctrl', 'Cmd')
        .replace('Alt', 'Option');

/** As a screen reader says it: `Control Shift period`. */
export const spoken = (key: string): string =>
  key.replaceAll('+', ' ').replace('Ctrl', 'Control').replace('Cmd', 'Command').replace(/\.$/, 'period');

const isMac = navigator.platform.startsWith('Mac');

/** As the keyboard at hand has it. */
export const keyHere = (key: string): string => (isMac ? onMac(key) : key);

export const KEY_LIST: readonly KeyHelp[] = KEYS.map(({ keys, does }) => ({ keys: keys.map(keyHere), does }));

export const MEND = keyHere('Ctrl+.');
export const MEND_ALL = keyHere('Ctrl+Shift+.');
export const UNDO = keyHere('Ctrl+Z');
