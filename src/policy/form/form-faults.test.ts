// Which field shows a fault, by the place where it was found.
import { expect, test } from 'vitest';
import type { Diagnostic } from '../diagnostic.ts';
import { formFaults, movedFix } from './form-faults.ts';

const TEXT = `{"Version": "2008-10-17", "Statement": [
  {"Effect": "Allow", "NotAction": ["s3:GetObject", "s3:Gone"], "Resource": "arn:gone", "Note": 1,
   "Principal": {"AWS": ["111122223333", "nobody"]},
   "Condition": {"StringEquals": {"aws:SourceIp": ["10.0.0.0/8"]}, "Odd": {}}}
]}`;

const at = (needle: string): Diagnostic => ({
  code: 'CODE',
  severity: 'error',
  message: needle,
  from: TEXT.indexOf(needle),
  to: TEXT.indexOf(needle) + needle.length,
});

test.each([
  ['{"Effect"', null, null, null],
  ['"Effect"', 'Effect', null, null],
  ['"Allow"', 'Effect', 'Allow', null],
  ['"NotAction"', 'Action', null, null],
  ['"s3:Gone"', 'Action', 's3:Gone', null],
  ['"arn:gone"', 'Resource', 'arn:gone', null],
  ['"nobody"', 'Principal', 'nobody', null],
  ['"Note"', null, null, null],
  ['"Condition"', 'Condition', null, null],
  ['"StringEquals"', 'Condition', null, { operator: 'StringEquals', key: null }],
  ['"aws:SourceIp"', 'Condition', null, { operator: 'StringEquals', key: 'aws:SourceIp' }],
  ['"10.0.0.0/8"', 'Condition', '10.0.0.0/8', { operator: 'StringEquals', key: 'aws:SourceIp' }],
  ['"Odd"', 'Condition', null, { operator: 'Odd', key: null }],
])('what is wrong with %s', (needle, element, value, condition) => {
  const diagnostic = at(needle);
  expect(formFaults(TEXT, [diagnostic])).toEqual({
    statements: [[{ diagnostic, element, value, condition }]],
    beside: [],
  });
});

test('what is wrong beside the statements, and in a text that is not JSON', () => {
  const version = at('"2008-10-17"');
  expect(formFaults(TEXT, [version])).toEqual({ statements: [[]], beside: [version] });
  expect(formFaults('{', [version])).toEqual({ statements: [], beside: [version] });
});

test('a fix moves with the text, unless the change is in what it mends', () => {
  const fix = { label: 'Use "d"', edits: [{ from: 4, to: 5, text: 'd' }] };
  expect(movedFix(fix, 'a b c', 'a b c')).toBe(fix);
  expect(movedFix(fix, 'a b c e', 'a b c eeee')).toEqual(fix);
  expect(movedFix(fix, 'a b c e', 'aaa b c e')?.edits).toEqual([{ from: 6, to: 7, text: 'd' }]);
  expect(movedFix(fix, 'a b c e', 'a b x e')).toBeNull();
});
