// Format: a policy text laid out as the console of AWS does it, each member on a line of its own.
import { format } from 'jsonc-parser';
import type { Span } from './span.ts';

/** White space to be put in the place of other white space. */
export interface Relayout extends Span {
  readonly text: string;
}

/** The changes that lay a text out, in its order. Only white space is touched, so a text that is not JSON can be laid out too. */
export const layout = (text: string): readonly Relayout[] =>
  format(text, undefined, { insertSpaces: true, tabSize: 2, eol: '\n' })
    .map(({ offset, length, content }) => ({ from: offset, to: offset + length, text: content }))
    .toSorted((a, b) => a.from - b.from);
