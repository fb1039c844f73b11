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
  /** Replacements for the text under the span, as JSON (quotes included), best first. */
  readonly suggestions?: readonly string[];
}
