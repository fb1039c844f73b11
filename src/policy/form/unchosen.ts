// What is not chosen yet: faults that say only that a statement which is being filled in has a field without anything in it.
import type { FormFault } from './form-faults.ts';
import type { FormStatement } from './read-form.ts';

const MISSING = new Set(['MISSING_EFFECT', 'MISSING_PRINCIPAL', 'MISSING_ACTION', 'MISSING_RESOURCE']);

/** Held against nobody who is still at the statement: `lackingOf` says the same as what is next. */
export function isUnchosen({ diagnostic: { code }, element }: FormFault, statement: FormStatement): boolean {
  if (MISSING.has(code) || code.startsWith('EMPTY_ARRAY_')) return true;
  // Of nobody it is said, besides, that this names no principal.
  return (
    element === 'Principal' && code !== 'UNSUPPORTED_PRINCIPAL' && statement.principal?.entries.length === 0
  );
}
