// The names of condition operators.
import { describe, expect, test } from 'vitest';
import { BASE_OPERATORS, parseOperator } from './operators.ts';

describe('parseOperator', () => {
  test('there are 27 operators, and each stands for itself', () => {
    expect(new Set(BASE_OPERATORS).size).toBe(27);
    for (const base of BASE_OPERATORS)
      expect(parseOperator(base)).toEqual({ text: base, base, set: null, ifExists: false });
  });

  test.each([
    ['ForAnyValue:StringLike', 'StringLike', 'ForAnyValue', false],
    ['ForAllValues:ArnLikeIfExists', 'ArnLike', 'ForAllValues', true],
    ['NumericLessThanEqualsIfExists', 'NumericLessThanEquals', null, true],
    ['ForAllValues:Null', 'Null', 'ForAllValues', false],
  ])('%s', (text, base, set, ifExists) => {
    expect(parseOperator(text)).toEqual({ text, base, set, ifExists });
  });

  test.each([
    '',
    'IfExists',
    'stringEquals',
    'StringEqual',
    'StringEqualsIfexists',
    'StringEqualsIfExistsIfExists',
    'NullIfExists',
    'ForAnyValue::StringEquals',
    'forAnyValue:StringEquals',
    'ForAnyValue:ForAllValues:StringEquals',
    'constructor',
    ' StringEquals',
  ])('%j is none', (text) => {
    expect(parseOperator(text)).toBeNull();
  });
});
