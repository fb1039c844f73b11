// Marks: which lines and characters of a policy text are marked and why, as data that the editor then draws.
import type { Span } from '../../policy/span.ts';
import { lineAt, lineStarts } from './lines.ts';

/** How a mark looks; the same three outcomes as everywhere, and `neutral` for what did not matter. */
export type Tone = 'allow' | 'implicit' | 'explicit' | 'neutral';

/** One stretch of the text with what there is to say about it, in one sentence. */
export interface Mark extends Span {
  readonly tone: Tone;
  readonly note: string;
}

/** One line of the text that a mark runs over. */
export interface LineMark {
  /** Counted from 1. */
  readonly line: number;
  /** Offset of the start of the line. */
  readonly from: number;
  readonly tone: Tone;
  /** One for each mark that starts on this line, in the order of the text, without repetition; may be empty. */
  readonly notes: readonly string[];
}

/** A mark as drawn. Over several lines it is a wash alone: an underline through a whole statement would hide the text. */
export interface Stretch extends Mark {
  readonly underlined: boolean;
}

export interface DrawnMarks {
  /** In order, each line once. */
  readonly lines: readonly LineMark[];
  /** By start; never empty, never beyond the text. */
  readonly stretches: readonly Stretch[];
}

/** The sign of each tone as an SVG path on a grid of 16: a tick, an exclamation mark, a stop sign, a dash. */
export const SIGN_PATHS: Readonly<Record<Tone, string>> = {
  allow: 'M3 8.5l3.5 3.5L13 5',
  implicit: 'M8 2.5v7M8 13v.01',
  explicit: 'M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3zM5 8h6',
  neutral: 'M4 8h8',
};

/** When several marks share a line, the gravest gives the line its colour. */
const GRAVITY: Readonly<Record<Tone, number>> = { neutral: 0, allow: 1, implicit: 2, explicit: 3 };

/**
 * Turns marks into lines to wash, stretches to underline, and notes for the line on which each mark starts. Spans outside
 * the text are cut to it, and empty ones are left out.
 */
export function drawMarks(text: string, marks: readonly Mark[]): DrawnMarks {
  if (marks.length === 0) return { lines: [], stretches: [] };
  const starts = lineStarts(text);
  const lines = new Map<number, LineMark>();
  const stretches = marks
    .map((mark) => ({ ...mark, from: Math.max(0, mark.from), to: Math.min(text.length, mark.to) }))
    .filter((mark) => mark.from < mark.to)
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .map((mark): Stretch => {
      const first = lineAt(starts, mark.from);
      const last = lineAt(starts, mark.to - 1);
      for (let line = first; line <= last; line++) {
        const before = lines.get(line);
        const notes = before?.notes ?? [];
        lines.set(line, {
          line,
          from: starts[line - 1] ?? 0,
          tone: before && GRAVITY[before.tone] > GRAVITY[mark.tone] ? before.tone : mark.tone,
          notes: line !== first || notes.includes(mark.note) ? notes : [...notes, mark.note],
        });
      }
      return { ...mark, underlined: first === last };
    });
  return { lines: [...lines.values()].sort((a, b) => a.line - b.line), stretches };
}

/** Marks moved along with an edit, so that they stay on their words until the text is judged again. */
export function moveMarks(
  marks: readonly Mark[],
  map: (offset: number, side: -1 | 1) => number,
): readonly Mark[] {
  return marks
    .map((mark) => ({ ...mark, from: map(mark.from, 1), to: map(mark.to, -1) }))
    .filter((mark) => mark.from < mark.to);
}
