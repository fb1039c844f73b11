// Mark notes: what the marks of a text have to say, each sentence once, with the lines that it is about.
import { lineAt, lineStarts, linesInWords, type LineRange } from './lines.ts';
import type { Mark, Tone } from './marks.ts';

export interface MarkNote {
  readonly note: string;
  readonly tone: Tone;
  /** `Line 29`, `Lines 332–334`. */
  readonly lines: string;
  /** Offset of the start of the first of its lines. */
  readonly from: number;
}

/** In the order of the text. Marks that lie outside the text or are empty say nothing. */
export function markNotes(text: string, marks: readonly Mark[]): readonly MarkNote[] {
  const starts = lineStarts(text);
  const groups = new Map<string, { tone: Tone; note: string; from: number; ranges: LineRange[] }>();
  for (const mark of marks.toSorted((a, b) => a.from - b.from)) {
    const from = Math.max(0, mark.from);
    const to = Math.min(text.length, mark.to);
    if (from >= to) continue;
    const range: LineRange = [lineAt(starts, from), lineAt(starts, to - 1)];
    const key = `${mark.tone} ${mark.note}`;
    const group = groups.get(key);
    if (group) group.ranges.push(range);
    else {
      const lineStart = starts[range[0] - 1] ?? 0;
      groups.set(key, { tone: mark.tone, note: mark.note, from: lineStart, ranges: [range] });
    }
  }
  return [...groups.values()].map(({ ranges, ...note }) => ({ ...note, lines: linesInWords(ranges) }));
}
