// Closing signs: a bracket that the editor has closed already is typed over, also where it stands lines further on.
import { Prec, type ChangeSpec, type EditorState, type TransactionSpec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

const OPENING: Readonly<Record<string, string>> = { '}': '{', ']': '[' };

/**
 * What typing a closing bracket does where the same one comes next and another would close nothing: it goes behind that
 * one, and a line begun in between goes. Null where it is to be put in as any other sign.
 */
export function closedOver(state: EditorState, sign: string): TransactionSpec | null {
  const { main, ranges } = state.selection;
  const opening = OPENING[sign];
  if (opening === undefined || ranges.length > 1 || !main.empty || state.readOnly) return null;
  const text = state.doc.toString();
  const at = main.head;
  const next = at + whiteSpaceAtStart(text.slice(at));
  if (text[next] !== sign || isWithinString(text, at)) return null;
  const signs = withoutStrings(text);
  if (countOf(sign, signs) < countOf(opening, signs)) return null;
  // Up to the line of the bracket, where it has one to itself.
  const end = text.slice(0, at).trimEnd().length;
  const isOnNewLine = text.slice(end, at).includes('\n');
  const last = text.lastIndexOf('\n', next - 1);
  const changes: ChangeSpec = isOnNewLine && last >= at ? { from: end, to: last } : [];
  const moved = state.changes(changes).mapPos(next, 1) + sign.length;
  return { changes, selection: { anchor: moved }, scrollIntoView: true, userEvent: 'input.type' };
}

const whiteSpaceAtStart = (text: string): number => text.length - text.trimStart().length;

/** Strings of JSON; one that is not closed ends with its line. */
const STRINGS = /"(?:[^"\\\n]|\\.)*("|\\?(?=\n|$))/g;

const withoutStrings = (text: string): string => text.replace(STRINGS, '');

const isWithinString = (text: string, at: number): boolean =>
  [...text.matchAll(STRINGS)].some(
    ({ index, 0: { length }, 1: closing }) =>
      index < at && (at < index + length || closing !== '"') && at <= index + length,
  );

const countOf = (sign: string, text: string): number => text.split(sign).length - 1;

/** As CodeMirror's own has it: keyboards of Android begin a composition with every sign, and mean it only once it changes. */
const isComposing = (view: EditorView): boolean =>
  /Android\b/.test(navigator.userAgent) ? view.composing : view.compositionStarted;

/** Before CodeMirror's own, which knows the brackets it closed only until the cursor leaves their line. */
export const closingSigns = Prec.high(
  EditorView.inputHandler.of((view, from, to, sign) => {
    const { main } = view.state.selection;
    if (isComposing(view) || from !== main.from || to !== main.to) return false;
    const over = closedOver(view.state, sign);
    if (over === null) return false;
    view.dispatch(over);
    return true;
  }),
);
