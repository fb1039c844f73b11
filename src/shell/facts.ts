// ShellFacts: what a shell remembers over a reload, as plain data. Its variables, as those of a real one, end with it.
import { MOST_HISTORY, type TerminalFacts } from '../session/keyring.ts';

export type ShellFacts = TerminalFacts;

/** Where they are kept. */
export interface Memory {
  facts: ShellFacts;
}

export const NEW_SHELL: ShellFacts = { history: [], files: {} };

/** A line that is typed twice in a row is remembered once. */
export const remembered = (history: readonly string[], line: string): readonly string[] =>
  line.trim() === '' || history.at(-1) === line ? history : [...history, line].slice(-MOST_HISTORY);
