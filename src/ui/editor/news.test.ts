// News: the count and the first new fault; nothing when nothing is new.
import { expect, test } from 'vitest';
import type { Diagnostic, Severity } from '../../policy/diagnostic.ts';
import { newsOf } from './news.ts';

const TEXT = 'one\ntwo\nthree';
const fault = (message: string, from: number, severity: Severity = 'error'): Diagnostic => ({
  code: 'JSON_SYNTAX_ERROR',
  severity,
  message,
  help: '',
  from,
  to: from + 1,
  fixes: [],
});

test.each([
  ['nothing was wrong, nothing is', [], [], ''],
  ['the first fault', [], [fault('A.', 4)], '1 error. Line 2: A.'],
  ['another in its place', [fault('A.', 4)], [fault('B.', 8)], '1 error. Line 3: B.'],
  ['one more', [fault('A.', 4)], [fault('A.', 4), fault('B.', 8)], '2 errors. Line 3: B.'],
  [
    'the gravest of what is new',
    [],
    [fault('A.', 0, 'suggestion'), fault('B.', 8)],
    '1 error, 1 suggestion. Line 3: B.',
  ],
  ['the same, moved', [fault('A.', 4)], [fault('A.', 8)], ''],
  ['fewer', [fault('A.', 4), fault('B.', 8)], [fault('A.', 4)], '1 error.'],
  ['the last is gone', [fault('A.', 4)], [], 'No findings.'],
] as const)('%s', (_, before, found, said) => {
  expect(newsOf(before, TEXT, found)).toBe(said);
});
