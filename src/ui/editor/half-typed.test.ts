// Half-typed: at the cursor nothing is held against anybody; what is wrong elsewhere is still told.
import { describe, expect, test } from 'vitest';
import { VOCABULARY } from '../../../tests/policy/vocabulary.ts';
import { diagnose } from '../../policy/validate.ts';
import { withoutHalfTyped } from './half-typed.ts';

/** What is told of a text in which somebody types at the bar. */
function told(marked: string): readonly string[] {
  const at = marked.indexOf('|');
  const text = marked.replace('|', '');
  const errors = diagnose(text, 'identity').filter(({ severity }) => severity === 'error');
  return withoutHalfTyped(text, at, errors, []).map(
    ({ code, from, to }) => `${code} ${text.slice(from, to)}`,
  );
}

const inStatement = (typed: string): string =>
  `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", ${typed}}]}`;

describe('nothing is told', () => {
  test.each([
    ['of the first sign', '{|}'],
    ['of the first name', '{ "Ver|" }'],
    ['of a name before its colon', '{ "Version"| }'],
    ['of a colon before its value', '{ "Version":| }'],
    ['of a value that is begun', '{ "Version": "2012|" }'],
    ['of a statement that is begun', '{ "Version": "2012-10-17", "Statement": [{ "Eff|" }] }'],
    ['of an effect that is begun', '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Al|" }] }'],
    ['of a resource that is begun', inStatement('"Resource": "ar|"')],
    ['of a word without quotes', inStatement('"Resource": ar|')],
    ['of a text without its closing quote', inStatement('"Resource": "ar|')],
    ['of an empty list', inStatement('"Resource": [|]')],
    ['of a comma after the last value', '{ "Version": "2012-10-17",| }'],
    [
      'of a line between others',
      '{\n  "Version": "2012-10-17",\n  "Sta|"\n  "Id": "a", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]\n}'.replace(
        '"Id": "a", ',
        '',
      ),
    ],
  ])('%s', (_, text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('what is wrong elsewhere is told', () => {
  test.each([
    ['before it', '{ "Versoin": "2012-10-17", "Sta|" }', ['INVALID_POLICY_ELEMENT "Versoin"']],
    [
      'in the same statement',
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "allow", "Act|" }] }',
      ['INVALID_EFFECT "allow"'],
    ],
    [
      'in another statement',
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow" }, { "Eff|" }] }',
      ['MISSING_RESOURCE {', 'MISSING_ACTION {'],
    ],
    ['a comma too many', '{ "Version": "2012-10-17",, "Statement": [{ "Eff|" }] }', ['JSON_SYNTAX_ERROR ,']],
    ['a name whose value is typed', '{ "Vers": "2012|" }', ['INVALID_POLICY_ELEMENT "Vers"']],
  ])('%s', (_, text, expected) => {
    expect(told(text).toSorted()).toEqual(expected.toSorted());
  });
});

describe('advice about the statement that is being written', () => {
  const text = inStatement('"Resource": "arn:aws:s3:::maple"');
  const at = text.indexOf('maple') + 5;
  const found = diagnose(text, 'identity', VOCABULARY);

  test('waits', () => {
    expect(found.map(({ code }) => code)).toEqual(['RESOURCE_MISMATCH']);
    expect(withoutHalfTyped(text, at, found, [])).toEqual([]);
  });

  test('stays where it was there before', () => {
    expect(withoutHalfTyped(text, at, found, found)).toEqual(found);
  });

  test('is told where somebody types in another one', () => {
    const both = text.replace(']}', ', {"Eff"}]}');
    const place = both.lastIndexOf('"Eff') + 4;
    const codes = withoutHalfTyped(both, place, diagnose(both, 'identity', VOCABULARY), []);
    expect(codes.map(({ code }) => code)).toEqual(['RESOURCE_MISMATCH']);
  });
});
