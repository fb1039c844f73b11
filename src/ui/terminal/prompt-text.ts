// Prompt text: what keys do to the text of the prompt: completion and history, as values.
import type { Completion } from '../../shell/complete.ts';

/** What all words begin with. */
export function commonStart(words: readonly string[]): string {
  const [first = ''] = words;
  let length = first.length;
  for (const word of words) while (!word.startsWith(first.slice(0, length))) length--;
  return first.slice(0, length);
}

/** A word with a blank in it goes in quotes. */
const quoted = (word: string): string =>
  /[\s'"$`\\;&|<>()]/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : word;

export interface Completed {
  readonly text: string;
  readonly cursor: number;
  /** What there is to choose from; empty when it is settled. */
  readonly choices: readonly string[];
}

/** As far as there is only one way to go on; null where there is none. */
export function completed(
  text: string,
  cursor: number,
  { from, words }: Pick<Completion, 'from' | 'words'>,
): Completed | null {
  if (words.length === 0) return null;
  const [only = ''] = words;
  const settled = words.length === 1;
  // What is unfinished stays open: a path, or the value of a variable.
  const end = settled && !/[/=]$/.test(only) ? ' ' : '';
  const typed = text.slice(from, cursor);
  const start = commonStart(words);
  // Words that do not begin with what was typed take its place once one of them is meant.
  const put = settled ? quoted(only) + end : start.length >= typed.length ? start : typed;
  const before = text.slice(0, from) + put;
  return { text: before + text.slice(cursor), cursor: before.length, choices: settled ? [] : words };
}

/** Puts one of the choices in the place of the word. */
export function chosen(text: string, cursor: number, from: number, word: string): Completed {
  const before = `${text.slice(0, from)}${quoted(word)}${/[/=]$/.test(word) ? '' : ' '}`;
  return { text: before + text.slice(cursor), cursor: before.length, choices: [] };
}

/** Lines of the history with all the words in them, newest first, each once. */
export function searched(history: readonly string[], wanted: string): readonly string[] {
  const words = wanted
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = new Set<string>();
  for (let at = history.length - 1; at >= 0 && found.size < 50; at--) {
    const line = history[at] ?? '';
    if (words.every((word) => line.toLowerCase().includes(word))) found.add(line);
  }
  return [...found];
}

/** The text after a key of readline, where the cursor is then, and what was cut out for Ctrl+Y. */
export interface Edited {
  readonly text: string;
  readonly cursor: number;
  readonly cut: string;
}

/**
 * Keys as in a shell, each with Control; of several lines, they are about the one with the cursor. Null: not one of them.
 * @param cut What was cut out last.
 * @see https://www.gnu.org/software/bash/manual/html_node/Bindable-Readline-Commands.html
 */
export function edited(text: string, cursor: number, key: string, cut: string): Edited | null {
  const start = text.lastIndexOf('\n', cursor - 1) + 1;
  const next = text.indexOf('\n', cursor);
  const end = next < 0 ? text.length : next;
  const without = (from: number, to: number): Edited => ({
    text: text.slice(0, from) + text.slice(to),
    cursor: from,
    cut: text.slice(from, to),
  });
  switch (key) {
    case 'a':
      return { text, cursor: start, cut };
    case 'e':
      return { text, cursor: end, cut };
    case 'u':
      return without(start, cursor);
    case 'k':
      return without(cursor, end);
    case 'w':
      return without(start + wordStart(text.slice(start, cursor)), cursor);
    case 'y':
      return { text: text.slice(0, cursor) + cut + text.slice(cursor), cursor: cursor + cut.length, cut };
    default:
      return null;
  }
}

/** Where the last word begins; blanks behind it go with it. */
const wordStart = (before: string): number => /\S*\s*$/.exec(before)?.index ?? 0;
