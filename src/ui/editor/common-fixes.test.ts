// Tests for common fixes: which faults are mended together.
import { expect, test } from 'vitest';
import { withFix, type Diagnostic, type Fix } from '../../policy/diagnostic.ts';
import { commonFixes } from './common-fixes.ts';

const fault = (from: number, fixes: readonly Fix[], code = 'X'): Diagnostic => ({
  ...{ code, severity: 'error', message: 'Wrong.' },
  ...{ from, to: from + 1, fixes },
});
const put = (from: number, text: string, label = `Use ${text}`): Fix => ({
  label,
  edits: [{ from, to: from + 1, text }],
});

test('the same way out of the same fault is one change for all of them', () => {
  const found = [fault(4, [put(4, 'b')]), fault(0, [put(0, 'b')]), fault(2, [put(2, 'c')])];
  const common = commonFixes(found);
  expect([...common.keys()]).toEqual([found[0], found[1]]);
  const all = common.get(found[1] as Diagnostic);
  expect(all?.label).toBe('Mend all 2 like this');
  expect(all && withFix('a a a', all)).toBe('b a b');
});

test('other faults, ways out that touch each other, and faults without any are not mended together', () => {
  expect(commonFixes([fault(0, [put(0, 'b')]), fault(2, [put(2, 'b')], 'Y')]).size).toBe(0);
  expect(commonFixes([fault(0, [put(0, 'b')]), fault(1, [put(1, 'b')])]).size).toBe(0);
  expect(commonFixes([fault(0, []), fault(2, [])]).size).toBe(0);
});

test('where one of them allows more, so does the change of all', () => {
  const more: Fix = { ...put(2, 'b', 'Use b (allows more)'), allowsMore: true };
  const found = [fault(0, [put(0, 'b', 'Use b (allows more)')]), fault(2, [more])];
  expect(commonFixes(found).get(found[0] as Diagnostic)).toMatchObject({
    label: 'Mend all 2 like this (allows more)',
    allowsMore: true,
  });
});

test('a way out that does more of what the first does is the common one', () => {
  const first = put(0, 'b');
  const wider: Fix = { label: 'Mend all 2 like this', edits: [...first.edits, ...put(4, 'b').edits] };
  const found = fault(0, [first, put(0, 'c'), wider]);
  expect(commonFixes([found]).get(found)).toBe(wider);
});
