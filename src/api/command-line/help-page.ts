// Help pages: sections, lines of at most eighty signs, and lists whose second column stands straight.
import { GLOBAL_OPTIONS } from './globals.ts';

const WIDTH = 80;
const INDENT = '       ';

/** Lines without their indent; a longer one is wrapped, and goes on as far in as it began. */
export const section = (title: string, lines: readonly string[]): string =>
  `${title}\n${lines
    .flatMap((line) => wrapped(line, WIDTH - INDENT.length))
    .map((line) => `${INDENT}${line}`.trimEnd() + '\n')
    .join('')}`;

export const page = (sections: readonly string[]): string => sections.join('\n');

/** Breaks at blanks; a word that is longer than a line stays whole. */
export function wrapped(line: string, width: number): string[] {
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  const lines: string[] = [];
  let open = '';
  for (const word of line.trim().split(' ')) {
    const longer = open === '' ? indent + word : `${open} ${word}`;
    if (longer.length > width && open !== '') {
      lines.push(open);
      open = indent + word;
    } else open = longer;
  }
  return [...lines, open];
}

/** Two columns; what does not fit into the second goes on below it. */
export function columns(rows: readonly (readonly [string, string])[]): string[] {
  const first = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows.flatMap(([name, text]) => {
    const [head = '', ...more] = wrapped(text, WIDTH - INDENT.length - first);
    return [name.padEnd(first) + head, ...more.map((line) => ' '.repeat(first) + line)];
  });
}

/** The options that every command takes. */
export const globalLines = (): string[] =>
  columns(
    Object.entries(GLOBAL_OPTIONS).map(([name, { value, choices, help }]) => [
      `--${name}${value ? ' <value>' : ''}`,
      choices ? `${help} One of: ${choices.join(', ')}.` : help,
    ]),
  );
