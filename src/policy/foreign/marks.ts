// Marks in front of every line, as listings, comparisons, mails and terminals have them, and what stands behind them.
import type { MendableFault } from '../sign-reader.ts';

interface Kind {
  readonly what: string;
  readonly label: string;
  /** The mark of a line. */
  readonly mark: RegExp;
}

const KINDS: readonly Kind[] = [
  {
    what: 'the lines begin with their numbers',
    label: 'Remove the numbers',
    mark: /^\s*\d+(?:[:.|)│]+|(?=\s|$|[{}[\]"]))[ \t]?/,
  },
  { what: 'the lines begin with the marks of a quotation', label: 'Remove the marks', mark: /^\s*>[ \t]?/ },
  { what: 'the lines begin with the marks of a table', label: 'Remove the marks', mark: /^\s*[|│][ \t]?/ },
  { what: 'all of it is a comment', label: 'Remove the marks of the comment', mark: /^\s*(?:#|\/\/)[ \t]?/ },
];

const DIFF_HEAD = /^(?:diff |index [0-9a-f]+\.\.|--- |\+\+\+ |@@ |new file mode|similarity )/;

/** Where something that is JSON, or nearly so, begins. */
const IS_JSON = /^\s*[{["]/;

/** Null for a text whose lines have no such marks. */
export function marksFault(text: string): MendableFault | null {
  const lines = text.split('\n');
  const first = lines.find((line) => line.trim() !== '') ?? '';
  const from = text.indexOf(first);
  for (const { what, label, mark } of KINDS) {
    const marks = lines.map((line) => mark.exec(line)?.[0] ?? null);
    const isMarked = lines.every((line, index) => line.trim() === '' || marks[index] !== null);
    if (!isMarked || lines.length < 2 || !areInOrder(marks)) continue;
    const inner = lines.map((line, index) => line.slice(marks[index]?.length ?? 0));
    if (!IS_JSON.test(inner.join('\n'))) continue;
    const to = from + (marks.find((one) => one !== null)?.trimEnd().length ?? 1);
    return { what, from, to, fixes: [{ label, edits: removals(lines, marks) }] };
  }
  return diffFault(text, lines, from, first);
}

/** Numbers of lines go up by one; other marks are in any order. */
function areInOrder(marks: readonly (string | null)[]): boolean {
  const numbers = marks.flatMap((mark) => /\d+/.exec(mark ?? '')?.[0] ?? []).map(Number);
  return numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1);
}

function removals(
  lines: readonly string[],
  marks: readonly (string | null)[],
): MendableFault['fixes'][number]['edits'] {
  let at = 0;
  return lines.flatMap((line, index) => {
    const from = at;
    at += line.length + 1;
    const length = marks[index]?.length ?? 0;
    return length === 0 ? [] : [{ from, to: from + length, text: '' }];
  });
}

/** What is compared: lines that went begin with `-`, those that came with `+`. */
function diffFault(
  text: string,
  lines: readonly string[],
  from: number,
  first: string,
): MendableFault | null {
  const body = lines.filter((line) => line !== '' && !DIFF_HEAD.test(line) && !line.startsWith('\\'));
  const isDiff = body.every((line) => /^[-+ ]/.test(line)) && body.some((line) => /^[-+]/.test(line));
  if (!isDiff) return null;
  const goes = body.some((line) => line.startsWith('-'));
  const inner = body.filter((line) => !line.startsWith('-')).map((line) => line.slice(1));
  if (!IS_JSON.test(inner.join('\n'))) return null;
  return {
    what: 'the lines begin with the + and - of a comparison',
    from,
    to: from + first.length,
    fixes: [
      {
        label: goes ? 'Keep the new text, without the lines marked -' : 'Remove the marks',
        edits: [{ from: 0, to: text.length, text: inner.join('\n') }],
      },
    ],
  };
}
