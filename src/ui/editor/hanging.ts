// Hanging: where long lines are broken, what comes after a break stands under its own line, so that nesting is still seen.
import { countColumn, RangeSetBuilder, type EditorState, type Extension } from '@codemirror/state';
import { Decoration, EditorView, ViewPlugin, type DecorationSet } from '@codemirror/view';

/** Columns beyond which nothing is moved further in: a phone has few. */
export const DEEPEST = 16;

/** How far the parts of a broken line are moved in, in columns: as far as its first word, at most `DEEPEST`. */
export function hangOf(line: string, tabSize: number): number {
  const blank = /^[ \t]*/.exec(line)?.[0] ?? '';
  return Math.min(countColumn(blank, tabSize), DEEPEST);
}

const decorations = Array.from({ length: DEEPEST + 1 }, (_, columns) =>
  Decoration.line({ class: `hang-${columns}` }),
);

function drawn(state: EditorState, ranges: EditorView['visibleRanges']): DecorationSet {
  const made = new RangeSetBuilder<Decoration>();
  let done = -1;
  for (const { from, to } of ranges)
    for (let at = from; at <= to;) {
      const line = state.doc.lineAt(at);
      const decoration = decorations[hangOf(line.text, state.tabSize)];
      // Two ranges may be parts of one line.
      if (decoration && line.from > done) made.add(line.from, line.from, decoration);
      done = line.from;
      at = line.to + 1;
    }
  return made.finish();
}

const plugin = ViewPlugin.define(
  (view) => ({
    lines: drawn(view.state, view.visibleRanges),
    update({ docChanged, viewportChanged, state }) {
      if (docChanged || viewportChanged) this.lines = drawn(state, view.visibleRanges);
    },
  }),
  { decorations: ({ lines }) => lines },
);

/** The first part of a line stays where it is: what moves all of it in is taken back there. */
const look = EditorView.theme(
  Object.fromEntries(
    decorations.map((_, columns) => [
      `.cm-line.hang-${columns}`,
      // Two columns more, as what is within it.
      { paddingLeft: `calc(var(--s1) + ${columns + 2}ch)`, textIndent: `-${columns + 2}ch` },
    ]),
  ),
);

export const hanging: Extension = [plugin, look];
