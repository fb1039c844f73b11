// Complaints: what is wrong with a value, as the end of a sentence that starts with its path.
import type * as v from 'valibot';

/** The words for whatever a schema has none of its own for. */
function complaint(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object' && issue.expected === 'never')
    return 'is a field that is not known here';
  if (issue.kind === 'schema' && issue.input === undefined && issue.path) return 'is missing';
  return `must be ${issue.expected ?? 'something else'}, but is ${clipped(issue.received)}`;
}

/** How every schema is read: the first fault is enough, since the whole document is refused for it. */
export const READING: v.Config<v.BaseIssue<unknown>> = { abortEarly: true, message: complaint };

/** Text that came from outside, short enough for a sentence. */
export const clipped = (text: string, most = 80): string =>
  text.length > most ? `${text.slice(0, most)}…` : text;
