// entries: a table of codes that share a severity, written as pairs of message and help.
import type { CodeEntry } from '../codes.ts';
import type { Severity } from '../diagnostic.ts';

type Words = readonly [message: string, help: string];

export function entries<Code extends string>(
  severity: Severity,
  words: Readonly<Record<Code, Words>>,
): Readonly<Record<Code, CodeEntry>> {
  const pairs = Object.entries<Words>(words).map(([code, [message, help]]) => [
    code,
    { severity, message, help },
  ]);
  return Object.fromEntries(pairs) as Record<Code, CodeEntry>;
}
