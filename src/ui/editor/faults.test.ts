// Tests for faults: their order, their lines, and their number in words.
import { expect, test } from 'vitest';
import type { Diagnostic, Severity } from '../../policy/diagnostic.ts';
import { diagnose } from '../../policy/validate.ts';
import { countInWords, faultsOf } from './faults.ts';

const fault = (severity: Severity, from: number): Diagnostic => ({
  code: 'X',
  severity,
  message: `${severity} at ${from}`,
  from,
  to: from + 1,
});

test('the gravest come first, then the order of the text', () => {
  const found = [fault('suggestion', 0), fault('error', 9), fault('warning', 1), fault('error', 5)];
  expect(
    faultsOf('aaa\nbbb\nccc\n', found).map(({ diagnostic, line }) => [diagnostic.message, line]),
  ).toEqual([
    ['error at 5', 2],
    ['error at 9', 3],
    ['warning at 1', 1],
    ['suggestion at 0', 1],
  ]);
});

test.each<[readonly Severity[], string]>([
  [[], ''],
  [['error'], '1 error'],
  [['suggestion', 'error', 'error'], '2 errors, 1 suggestion'],
  [['securityWarning', 'warning', 'warning'], '1 security warning, 2 warnings'],
])('%j are said as %j', (severities, words) => {
  expect(
    countInWords(
      severities.map(
        // Their places do not matter.
        (severity) => fault(severity, 0),
      ),
    ),
  ).toBe(words);
});

test('a place at the very end of a text that breaks off is on its last line', () => {
  const text = '{\n  "Version": "2012-10-17",\n';
  const faults = faultsOf(text, diagnose(text, 'identity'));
  expect(faults.length).toBeGreaterThan(0);
  for (const { line } of faults) expect(line).toBeLessThanOrEqual(3);
});
