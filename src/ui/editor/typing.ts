// Typing: whether somebody is in the middle of it, and where.
import { closeCompletion, completionStatus } from '@codemirror/autocomplete';
import {
  StateEffect,
  StateField,
  type EditorState,
  type Extension,
  type Transaction,
} from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** Milliseconds without a key after which a word counts as finished, while no list is open. */
const PAUSE = 2_000;

/** Letters that a keyboard puts in at once at most: what is longer was inserted some other way. */
const MOST_AT_ONCE = 40;

const finish = StateEffect.define<null>();

/** Where the last key left the cursor; null when that is over. */
const lastKey = StateField.define<number | null>({
  create: () => null,
  update(at, transaction) {
    if (transaction.effects.some((effect) => effect.is(finish))) return null;
    if (transaction.docChanged) return isOfKeys(transaction) ? transaction.newSelection.main.head : null;
    return transaction.selection ? null : at;
  },
});

function isOfKeys(transaction: Transaction): boolean {
  if (!transaction.isUserEvent('input') && !transaction.isUserEvent('delete')) return false;
  if (['paste', 'drop', 'complete', 'format'].some((how) => transaction.isUserEvent(`input.${how}`)))
    return false;
  let length = 0;
  transaction.changes.iterChanges((_fromA, _toA, _fromB, _toB, inserted) => (length += inserted.length));
  return length <= MOST_AT_ONCE;
}

/** The place at which somebody is typing or choosing from the list; null for nobody. */
export function typedAt(state: EditorState): number | null {
  const { main } = state.selection;
  if (completionStatus(state) === 'active') return main.head;
  const at = state.field(lastKey, false) ?? null;
  return at !== null && main.empty ? at : null;
}

/** Whether somebody is typing, or a list of what may be written is open or on its way. */
export const isWriting = (state: EditorState): boolean =>
  completionStatus(state) !== null || typedAt(state) !== null;

/** What is typed counts as finished from now on; the list is closed. */
export function finishTyping(view: EditorView): void {
  closeCompletion(view);
  view.dispatch({ effects: finish.of(null) });
}

export function typing(): Extension {
  let timer = 0;
  return [
    lastKey,
    EditorView.domEventHandlers({
      // Not while CodeMirror is at work.
      blur: (_, view) => void queueMicrotask(() => typedAt(view.state) !== null && finishTyping(view)),
    }),
    EditorView.updateListener.of(({ docChanged, startState, state, view }) => {
      const isOpen = completionStatus(state) === 'active';
      const isClosed = completionStatus(startState) === 'active' && !isOpen;
      if (!docChanged && !isClosed) return;
      window.clearTimeout(timer);
      if (typedAt(state) === null) return;
      timer = window.setTimeout(() => {
        if (view.dom.isConnected && completionStatus(view.state) !== 'active') finishTyping(view);
      }, PAUSE);
    }),
  ];
}
