// Policy variables: how they are read, and what they become.
import { describe, expect, test } from 'vitest';
import { context } from '../../tests/evaluation/build.ts';
import { compileTemplate, parseTemplate } from './template.ts';
import { UNKNOWN } from './request.ts';
import { compileTokens, tokensOf } from './wildcard.ts';

const compile = (text: string, version: '2012-10-17' | '2008-10-17' = '2012-10-17') =>
  compileTemplate(parseTemplate(text, version), (pieces) => compileTokens(tokensOf(pieces)));

describe('in a request by alice, who has the tag team = red', () => {
  const alice = context({
    'aws:PrincipalTag/Team': 'red',
    'aws:TagKeys': ['a', 'b'],
    star: '*',
    odd: UNKNOWN,
  });
  test.each([
    ['home/${aws:username}/*', 'home/alice/x', true],
    ['home/${AWS:UserName}/*', 'home/alice/x', true],
    ['home/${aws:username}/*', 'home/zoe/x', false],
    ['${aws:username}${aws:PrincipalTag/team}', 'alicered', true],
    ["${aws:PrincipalTag/team, 'none'}", 'red', true],
    ["${aws:PrincipalTag/unit, 'none'}", 'none', true],
    ["${aws:PrincipalTag/unit,'none'}", 'none', true],
    ["${aws:PrincipalTag/unit, ''}", '', true],
    ['${aws:PrincipalTag/unit}', '', false],
    ['${aws:PrincipalTag/unit}*', 'x', false],
    ['${aws:TagKeys}', 'a', false],
    ['a${*}b', 'a*b', true],
    ['a${*}b', 'aXb', false],
    ['a${?}', 'a?', true],
    ['a${?}', 'aX', false],
    ['a${$}{b}', 'a${b}', true],
    ['${star}', '*', true],
    ['${star}', 'x', false],
    ['${unclosed', '${unclosed', true],
    ['${}', '${}', true],
    ['${key, unquoted}', '${key, unquoted}', true],
    ['$a{b}', '$a{b}', true],
  ])('%j against %j: %j', (template, text, expected) => {
    expect(compile(template)(text, alice)).toBe(expected);
  });

  test('a variable whose value is not known leaves it open, unless another has no value', () => {
    expect(compile('${odd}')('x', alice)).toEqual({ on: ['odd'] });
    expect(compile('${odd}${absent}')('x', alice)).toBe(false);
  });

  test('version 2008-10-17 has no variables', () => {
    expect(compile('${aws:username}', '2008-10-17')('alice', alice)).toBe(false);
    expect(compile('${aws:username}', '2008-10-17')('${aws:username}', alice)).toBe(true);
  });
});

test('a text full of openings is read in one go', () => {
  expect(compile('${'.repeat(50_000))('x', context({}))).toBe(false);
});
