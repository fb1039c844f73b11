// Text typed over a selection, put in by CodeMirror itself.
import { EditorView } from '@codemirror/view';

/**
 * Left to the browser, Chromium keeps the look of what was there in a style attribute, which the page's policy rightly
 * refuses. The page itself is asked what is selected: of a selection that was just made, CodeMirror may not know yet.
 */
export const typeOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { data, inputType, isComposing } = event;
    if (inputType !== 'insertText' || data === null || isComposing || view.state.readOnly) return false;
    const range = selectedOnPage(view);
    if (range === null && view.state.selection.ranges.every(({ empty }) => empty)) return false;
    const typed =
      range === null
        ? view.state.replaceSelection(data)
        : { changes: { ...range, insert: data }, selection: { anchor: range.from + data.length } };
    view.dispatch(typed, { userEvent: 'input.type', scrollIntoView: true });
    event.preventDefault();
    return true;
  },
});

/** A shadow root as Chromium has it: there, the selection of the document ends at its host. */
type WithSelection = DocumentOrShadowRoot & { readonly getSelection?: () => Selection | null };

/**
 * The stretch of the text that the browser would replace; null where it would only put something in, or does not say.
 * Empty where it would replace what stands in the place of an empty text.
 */
function selectedOnPage(view: EditorView): { readonly from: number; readonly to: number } | null {
  // Of several, the page knows but one.
  if (view.state.selection.ranges.length > 1) return null;
  const root: WithSelection = view.root;
  const selection = root.getSelection?.();
  if (!selection || selection.isCollapsed) return null;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  if (!view.contentDOM.contains(anchorNode) || !view.contentDOM.contains(focusNode)) return null;
  if (!anchorNode || !focusNode) return null;
  const [anchor, head] = [view.posAtDOM(anchorNode, anchorOffset), view.posAtDOM(focusNode, focusOffset)];
  return { from: Math.min(anchor, head), to: Math.max(anchor, head) };
}
