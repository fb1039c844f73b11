// Faults: the diagnostics of a text as a list to read: the gravest first, each with its line and the word for how grave it is.
import type { Diagnostic, Severity } from '../../policy/diagnostic.ts';
import { lineAt, lineStarts } from './lines.ts';

export interface Fault {
  readonly diagnostic: Diagnostic;
  /** Counted from 1. */
  readonly line: number;
}

/** The words of IAM Access Analyzer, gravest first. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: 'Error',
  securityWarning: 'Security warning',
  warning: 'Warning',
  suggestion: 'Suggestion',
};
const ORDER = Object.keys(SEVERITY_WORDS);
const gravity = ({ severity }: Diagnostic): number => ORDER.indexOf(severity);

/** Gravest first, so that a long list begins with what keeps the text from being saved; then in the order of the text. */
export function faultsOf(text: string, found: readonly Diagnostic[]): readonly Fault[] {
  const starts = lineStarts(text);
  return found
    .toSorted((a, b) => gravity(a) - gravity(b) || a.from - b.from)
    .map((diagnostic) => ({ diagnostic, line: lineAt(starts, Math.min(diagnostic.from, text.length)) }));
}

/** How grave the gravest is; null for none. */
export const gravestOf = (found: readonly Diagnostic[]): Severity | null =>
  found.toSorted((a, b) => gravity(a) - gravity(b))[0]?.severity ?? null;

/** `1 error, 2 suggestions`; empty when nothing was found. */
export const countInWords = (found: readonly Diagnostic[]): string =>
  Object.entries(SEVERITY_WORDS)
    .map(([severity, word]) => {
      const count = found.filter((diagnostic) => diagnostic.severity === severity).length;
      return count === 0 ? '' : `${count} ${word.toLowerCase()}${count === 1 ? '' : 's'}`;
    })
    .filter((words) => words !== '')
    .join(', ');
