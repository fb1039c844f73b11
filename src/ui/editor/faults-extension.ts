// The adapter between faults and the keyboard: from one to the next, each read out, and mended by a key.
import { forEachDiagnostic, type Diagnostic } from '@codemirror/lint';
import type { EditorState, Extension } from '@codemirror/state';
import { EditorView, keymap, type Command } from '@codemirror/view';
import { showTold } from './told.ts';

/** The key that mends, as it is called here. */
const MEND = navigator.platform.startsWith('Mac')
  ? { shown: 'Cmd+.', spoken: 'Command period' }
  : { shown: 'Ctrl+.', spoken: 'Control period' };

/** A fault where it stands now, in the order of the text. */
interface Placed {
  readonly fault: Diagnostic;
  readonly from: number;
  readonly to: number;
}

function faultsIn(state: EditorState): readonly Placed[] {
  const placed: Placed[] = [];
  forEachDiagnostic(state, (fault, from, to) => placed.push({ fault, from, to }));
  return placed.sort((a, b) => a.from - b.from || a.to - b.to);
}

const say = (view: EditorView, text: string): true => {
  view.dispatch({ effects: EditorView.announce.of(text) });
  return true;
};

/** Goes to the next fault behind the cursor, or the last before it, and round at the end. */
const go =
  (forward: boolean): Command =>
  (view) => {
    const faults = faultsIn(view.state);
    const { head } = view.state.selection.main;
    const next = forward
      ? (faults.find(({ from }) => from > head) ?? faults[0])
      : (faults.findLast(({ from }) => from < head) ?? faults.at(-1));
    if (!next) return say(view, 'No faults were found.');
    view.dispatch({ selection: { anchor: next.from }, scrollIntoView: true });
    const place = `${faults.indexOf(next) + 1} of ${faults.length}, line ${view.state.doc.lineAt(next.from).number}`;
    const [fix] = next.fault.actions ?? [];
    const note = document.createElement('div');
    note.className = `note note-${next.fault.severity}`;
    const message = document.createElement('p');
    message.textContent = next.fault.message;
    note.append(message);
    if (fix) {
      const way = document.createElement('p');
      way.className = 'note-way';
      way.textContent = `${MEND.shown}: ${fix.name}`;
      note.append(way);
    }
    showTold(
      view,
      'fault',
      next.from,
      note,
      `${place}: ${next.fault.message}${fix ? ` ${MEND.spoken}: ${fix.name}.` : ''}`,
    );
    return true;
  };

/** Applies the first way out of the fault under the cursor. */
const mend: Command = (view) => {
  const { head } = view.state.selection.main;
  const here = faultsIn(view.state).find(
    ({ fault, from, to }) => from <= head && head <= to && (fault.actions?.length ?? 0) > 0,
  );
  const fix = here?.fault.actions?.[0];
  if (!here || !fix || view.state.readOnly) return say(view, 'Nothing here can be mended by a key.');
  fix.apply(view, here.from, here.to);
  return say(view, `Done: ${fix.name}.`);
};

export const faultKeys: Extension = keymap.of([
  { key: 'F8', run: go(true), shift: go(false), preventDefault: true },
  { key: 'Mod-.', run: mend, preventDefault: true },
]);
