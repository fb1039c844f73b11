// The drawing of the session machine: where its states stand and how the lines between them run.
import type { SessionState } from '../../session/sessions.ts';

export const STATES: readonly SessionState[] = ['nobody', 'acting', 'ending', 'ended'];

export interface Transition {
  readonly from: SessionState;
  readonly to: SessionState;
}

/** What may happen in the ordinary course of things; any other step is drawn when it is taken. */
const USUAL: readonly (Transition & { readonly label: string })[] = [
  { from: 'nobody', to: 'acting', label: 'open' },
  { from: 'acting', to: 'ending', label: '10 min left' },
  { from: 'ending', to: 'ended', label: 'time is up' },
  { from: 'ended', to: 'acting', label: 'open, back or activate' },
  { from: 'acting', to: 'nobody', label: 'close' },
];

export interface Box {
  readonly state: SessionState;
  /** Of its centre. */
  readonly x: number;
  readonly y: number;
}

export interface Line extends Transition {
  readonly path: string;
  readonly taken: boolean;
  /** What makes the step, and where that is written; null where there is no room for it. */
  readonly label: { readonly text: string; readonly x: number; readonly y: number } | null;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
}

/** Of a state; in pixels, as all here. */
export const BOX = { width: 104, height: 44 };

/** Between states in a row: a label has room there. */
const LEAST_GAP = 84;

/** Room beside the states for lines that pass others by. */
const MARGIN = 58;

/**
 * In a row where there is width for it, otherwise in a column.
 * @param taken The step that the machine made last; null: none.
 */
export function drawingOf(width: number, taken: Transition | null): Drawing {
  const row = width >= 4 * BOX.width + 3 * LEAST_GAP;
  const along = row ? BOX.width : BOX.height;
  const across = row ? BOX.height : BOX.width;
  const length = row ? width : 4 * BOX.height + 3 * 36;
  const gap = Math.floor((length - 4 * along) / 3);
  const middle = MARGIN + across / 2;
  const at = (state: SessionState): number => STATES.indexOf(state) * (along + gap) + along / 2;
  const point = (main: number, cross: number): string => (row ? `${main} ${cross}` : `${cross} ${main}`);

  function lineOf({ from, to }: Transition): Omit<Line, 'taken'> {
    const start = at(from);
    const end = at(to);
    const steps = STATES.indexOf(to) - STATES.indexOf(from);
    const text = row ? USUAL.find((usual) => usual.from === from && usual.to === to)?.label : undefined;
    const label = (y: number) => (text === undefined ? null : { text, x: (start + end) / 2, y });
    if (steps === 1) {
      const path = `M ${point(start + along / 2, middle)} L ${point(end - along / 2 - 4, middle)}`;
      return { from, to, path, label: label(middle - 6) };
    }
    // Forward on one side, backward on the other, and further out the further it goes; what stays, on the side of forward.
    const side = steps >= 0 ? -1 : 1;
    const edge = middle + (side * across) / 2;
    const out = edge + side * Math.min(MARGIN - 18, 20 + 10 * Math.abs(steps));
    const shift = steps === 0 ? along / 4 : 0;
    const tip = point(end + shift, edge + side * 4);
    const path = `M ${point(start - shift, edge)} C ${point(start - shift, out)} ${point(end + shift, out)} ${tip}`;
    return { from, to, path, label: label(edge + 0.75 * (out - edge) + 14) };
  }

  const isTaken = ({ from, to }: Transition): boolean => taken?.from === from && taken.to === to;
  const all = taken && !USUAL.some(isTaken) ? [...USUAL, taken] : USUAL;
  const size = 2 * MARGIN + across;
  return {
    width: row ? width : size,
    height: row ? size : length,
    boxes: STATES.map((state) =>
      row ? { state, x: at(state), y: middle } : { state, x: middle, y: at(state) },
    ),
    lines: all.map((transition) => ({ ...lineOf(transition), taken: isTaken(transition) })),
  };
}
