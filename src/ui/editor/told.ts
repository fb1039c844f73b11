// Told: a note at the cursor that was asked for by a key. It stays until the cursor moves, the text changes, Escape is pressed
// or the focus goes elsewhere on the page.
import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { EditorView, showTooltip, ViewPlugin, type Command, type Tooltip } from '@codemirror/view';

/** What was asked for: a fault that was gone to, a word that is explained, or what may be written, of which there is nothing. */
type Asked = 'fault' | 'word' | 'suggestion';
type Told = Tooltip & { readonly asked: Asked };

const tell = StateEffect.define<Told | null>();

const field = StateField.define<Told | null>({
  create: () => null,
  update(shown, transaction) {
    for (const effect of transaction.effects) if (effect.is(tell)) return effect.value;
    return transaction.docChanged || transaction.selection ? null : shown;
  },
  provide: (told) => showTooltip.from(told),
});

/** Shows a note at a place, which is brought into sight with it, and reads it out. */
export function showTold(view: EditorView, asked: Asked, at: number, dom: HTMLElement, spoken: string): void {
  view.dispatch({
    effects: [
      EditorView.scrollIntoView(at),
      tell.of({ asked, pos: at, above: true, create: () => ({ dom }) }),
      EditorView.announce.of(spoken),
    ],
  });
}

/** Whether such a note is there. */
export const isTold = (view: EditorView, asked: Asked): boolean =>
  view.state.field(field, false)?.asked === asked;

/** Takes the note away; false when there is none. */
export const hideTold: Command = (view) => {
  if (view.state.field(field, false) === null) return false;
  view.dispatch({ effects: tell.of(null) });
  return true;
};

/** Not within the note itself, whose text can be scrolled and marked, nor when the window is left. */
const leaving = ViewPlugin.define((view) => {
  const leave = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof Node && !view.dom.contains(relatedTarget)) hideTold(view);
  };
  view.dom.addEventListener('focusout', leave);
  return { destroy: () => view.dom.removeEventListener('focusout', leave) };
});

export const told: Extension = [field, leaving];
