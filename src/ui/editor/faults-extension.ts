// The adapter between faults and the keyboard: from one to the next, each read out, and mended by a key.
import { forEachDiagnostic, type Diagnostic } from '@codemirror/lint';
import type { EditorState, Extension } from '@codemirror/state';
import { EditorView, keymap, type Command } from '@codemirror/view';
import type { Diagnostic as Found, Fix } from '../../policy/diagnostic.ts';
import { MEND, MEND_ALL, spoken } from './key-list.ts';
import { showTold } from './told.ts';

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

/** Mends all faults like the one at a place of the text; null where it is alone, or there is none. */
export type MendAll = (view: EditorView, at: number) => Fix | null;

/** Goes to the next fault behind the cursor, or the last before it, and round at the end. */
const go =
  (forward: boolean, all: MendAll): Command =>
  (view) => {
    const faults = faultsIn(view.state);
    const { head } = view.state.selection.main;
    const next = forward
      ? (faults.find(({ from }) => from > head) ?? faults[0])
      : (faults.findLast(({ from }) => from < head) ?? faults.at(-1));
    return next ? goTo(view, faults, next, all) : say(view, 'No faults were found.');
  };

/**
 * Goes to the first of the errors, or of all faults where there is none; false when nothing was found.
 * @param before One that goes before all others, if it is still there.
 */
export function goToFirstFault(view: EditorView, all: MendAll, before?: Found): boolean {
  const faults = faultsIn(view.state);
  const first =
    faults.find(({ fault, from }) => from === before?.from && fault.message.startsWith(before.message)) ??
    faults.find(({ fault }) => fault.severity === 'error') ??
    faults[0];
  return first !== undefined && goTo(view, faults, first, all);
}

/** Puts the cursor at a fault, and says there what is wrong and by which keys it is mended. */
function goTo(view: EditorView, faults: readonly Placed[], { fault, from }: Placed, all: MendAll): true {
  view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
  const place = `${faults.findIndex((one) => one.fault === fault) + 1} of ${faults.length}, line ${view.state.doc.lineAt(from).number}`;
  const common = all(view, from);
  const ways = view.state.readOnly
    ? []
    : [
        ...(fault.actions ?? []).slice(0, 1).map(({ name }) => ({ key: MEND, name })),
        ...(common ? [{ key: MEND_ALL, name: common.label }] : []),
      ];
  const note = document.createElement('div');
  note.className = `note note-${fault.severity}`;
  const message = document.createElement('p');
  message.textContent = fault.message;
  note.append(message);
  for (const { key, name } of ways) {
    const way = document.createElement('p');
    way.className = 'note-way';
    way.textContent = `${key}: ${name}`;
    note.append(way);
  }
  const keys = ways.map(({ key, name }) => ` ${spoken(key)}: ${name}.`).join('');
  showTold(view, 'fault', from, note, `${place}: ${fault.message}${keys}`);
  return true;
}

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

/** Applies what mends all faults like the one under the cursor. */
const mendAll =
  (all: MendAll, apply: (view: EditorView, fix: Fix) => void): Command =>
  (view) => {
    const fix = view.state.readOnly ? null : all(view, view.state.selection.main.head);
    if (!fix) return say(view, 'Nothing else is wrong like what is here, or no key mends it.');
    apply(view, fix);
    return say(view, `Done: ${fix.label}.`);
  };

/**
 * @param apply Changes the text as a fix says.
 * @param told Makes a command wait until all that is wrong is told.
 */
export const faultKeys = (
  all: MendAll,
  apply: (view: EditorView, fix: Fix) => void,
  told: (command: Command) => Command,
): Extension =>
  keymap.of([
    { key: 'F8', run: told(go(true, all)), shift: told(go(false, all)), preventDefault: true },
    { key: 'Mod-.', run: told(mend), preventDefault: true },
    { key: 'Mod-Shift-.', run: told(mendAll(all, apply)), preventDefault: true },
  ]);
