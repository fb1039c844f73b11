// Told: a note at the cursor that was asked for by a key. It stays until the cursor moves, the text changes, Escape is pressed
// or the focus goes elsewhere on the page.
import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { EditorView, showTooltip, ViewPlugin, type Command, type Tooltip } from '@codemirror/view';

const tell = StateEffect.define<Tooltip | null>();

const field = StateField.define<Tooltip | null>({
  create: () => null,
  update(shown, transaction) {
    for (const effect of transaction.effects) if (effect.is(tell)) return effect.value;
    return transaction.docChanged || transaction.selection ? null : shown;
  },
  provide: (told) => showTooltip.from(told),
});

/** Shows a note at a place, and reads it out. */
export function showTold(view: EditorView, at: number, dom: HTMLElement, spoken: string): void {
  view.dispatch({
    effects: [tell.of({ pos: at, above: true, create: () => ({ dom }) }), EditorView.announce.of(spoken)],
  });
}

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
