// The adapter between marks and CodeMirror: line washes, underlines, signs beside the lines, and notes on hover.
import { RangeSet, StateEffect, StateField, type Extension } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  GutterMarker,
  gutter,
  gutterLineClass,
  hoverTooltip,
} from '@codemirror/view';
import {
  drawMarks,
  moveMarks,
  SIGN_PATHS,
  type DrawnMarks,
  type LineMark,
  type Mark,
  type Tone,
} from './marks.ts';

export const setMarks = StateEffect.define<readonly Mark[]>();

const field = StateField.define<DrawnMarks>({
  create: () => ({ lines: [], stretches: [] }),
  update(drawn, transaction) {
    const text = () => transaction.newDoc.toString();
    for (const effect of transaction.effects) if (effect.is(setMarks)) return drawMarks(text(), effect.value);
    if (!transaction.docChanged || drawn.stretches.length === 0) return drawn;
    return drawMarks(
      text(),
      moveMarks(drawn.stretches, (offset, side) => transaction.changes.mapPos(offset, side)),
    );
  },
});

class Sign extends GutterMarker {
  override elementClass: string;
  readonly #mark: LineMark;

  constructor(mark: LineMark) {
    super();
    this.#mark = mark;
    this.elementClass = `marked-${mark.tone}`;
  }

  override eq(other: GutterMarker): boolean {
    return other instanceof Sign && other.#mark.tone === this.#mark.tone && other.#notes() === this.#notes();
  }

  #notes = (): string => this.#mark.notes.join('\n');

  override toDOM(): Node {
    const holder = document.createElement('span');
    holder.className = `sign sign-${this.#mark.tone}`;
    holder.title = this.#notes();
    if (this.#mark.notes.length === 0) return holder;
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 16 16');
    svg.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    for (const [name, value] of Object.entries({
      d: SIGN_PATHS[this.#mark.tone],
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': '1.8',
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    }))
      path.setAttribute(name, value);
    svg.append(path);
    holder.append(svg);
    return holder;
  }
}

/** Colours the other gutters of a marked line, so that the wash runs through the whole width. */
class Wash extends GutterMarker {
  override elementClass: string;
  constructor(tone: Tone) {
    super();
    this.elementClass = `marked-${tone}`;
  }
}
const WASHES: Readonly<Record<Tone, Wash>> = {
  allow: new Wash('allow'),
  implicit: new Wash('implicit'),
  explicit: new Wash('explicit'),
  neutral: new Wash('neutral'),
};

const decorations = EditorView.decorations.compute([field], (state) => {
  const { lines, stretches } = state.field(field);
  return Decoration.set(
    [
      ...lines.map((line) => Decoration.line({ class: `marked-${line.tone}` }).range(line.from)),
      ...stretches
        .filter((mark) => mark.underlined)
        .map((mark) => Decoration.mark({ class: `stretch-${mark.tone}` }).range(mark.from, mark.to)),
    ],
    true,
  );
});

const notes = hoverTooltip((view, position) => {
  const under = view.state
    .field(field)
    .stretches.filter((mark) => mark.from <= position && position < mark.to);
  const first = under[0];
  if (first === undefined) return null;
  return {
    pos: first.from,
    end: first.to,
    above: true,
    create: () => {
      const dom = document.createElement('div');
      dom.className = 'note';
      for (const note of new Set(under.map((mark) => mark.note))) {
        const line = document.createElement('p');
        line.textContent = note;
        dom.append(line);
      }
      return { dom };
    },
  };
});

/** Everything that draws marks. Feed it with `setMarks`. */
export const markDrawing: Extension = [
  field,
  decorations,
  notes,
  gutterLineClass.compute([field], (state) =>
    RangeSet.of(
      state.field(field).lines.map((line) => WASHES[line.tone].range(line.from)),
      true,
    ),
  ),
  gutter({
    class: 'cm-gutter-marks',
    markers: (view) =>
      RangeSet.of(
        view.state.field(field).lines.map((line) => new Sign(line).range(line.from)),
        true,
      ),
    lineMarkerChange: (update) => update.startState.field(field) !== update.state.field(field),
  }),
];
