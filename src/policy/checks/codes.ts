// The closed table of everything that can be found in a policy document, and how a check reports a finding.
import { type CodeEntry, diagnosticOf, FORM_CODES, type More } from '../codes.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Span } from '../span.ts';
import { ANALYZER_ERRORS } from './analyzer-errors.ts';
import { ANALYZER_SUGGESTIONS } from './analyzer-suggestions.ts';
import { ANALYZER_SECURITY_WARNINGS, ANALYZER_WARNINGS } from './analyzer-warnings.ts';
import { OWN_CODES } from './own-codes.ts';

export const CODES = {
  ...FORM_CODES,
  ...ANALYZER_ERRORS,
  ...ANALYZER_SECURITY_WARNINGS,
  ...ANALYZER_WARNINGS,
  ...ANALYZER_SUGGESTIONS,
  ...OWN_CODES,
} as const;

export type Code = keyof typeof CODES;

/** A diagnostic of this code; `subject` fills the `{}` of its message. */
export function fault(code: Code, span: Span, subject = '', more: More = {}): Diagnostic {
  const entry: CodeEntry = CODES[code];
  return diagnosticOf(code, entry, span, subject, more);
}
