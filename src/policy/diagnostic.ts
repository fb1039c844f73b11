// Diagnostic: one fault found in a policy document, with its place and, where possible, the way out.
import type { Span } from './span.ts';

export type Severity = 'error' | 'securityWarning' | 'warning' | 'suggestion';

export interface Diagnostic extends Span {
  /** One of the closed list in `codes.ts`, for example `INVALID_ACTION`. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** What to do about it, in one sentence. */
  readonly help?: string;
  /** Ways out that can be applied as they are, best first; absent where there is none. */
  readonly fixes?: readonly Fix[];
}

/** A change of the text that removes a diagnostic, all of it or nothing. */
export interface Fix {
  /** What a button says: `Use "s3:GetObject"`, `Remove the comma`. */
  readonly label: string;
  /** In the order of the text; none overlaps another. Places are those of the text in which the fault was found. */
  readonly edits: readonly Edit[];
  /** With it a request may be allowed that is denied now; the label says so. */
  readonly allowsMore?: true;
}

/** Puts `text` in the place of a stretch, which is empty where something is only put in. */
export interface Edit extends Span {
  readonly text: string;
}

/** The text after a fix. */
export const withFix = (text: string, { edits }: Fix): string =>
  edits.reduceRight(
    (changed, edit) => changed.slice(0, edit.from) + edit.text + changed.slice(edit.to),
    text,
  );
