// Tests of the pieces of JSON: names, strings and other values, and nothing lost between them.
import { expect, test } from 'vitest';
import { jsonTokens } from './json-tokens.ts';

const TEXT = JSON.stringify(
  { Version: '2012-10-17', readOnly: true, at: -1.5e3, none: null, 'a"b:': ['x: 1', 'back\\'] },
  null,
  2,
);

test('the pieces are the text', () => {
  for (const text of [TEXT, '', '{ "unclosed: 1', 'no JSON at all'])
    expect(
      jsonTokens(text)
        .map((token) => token.text)
        .join(''),
    ).toBe(text);
});

test('what each is', () => {
  const of = (kind: string) =>
    jsonTokens(TEXT)
      .filter((token) => token.kind === kind)
      .map((token) => token.text);
  expect(of('name')).toEqual(['"Version"', '"readOnly"', '"at"', '"none"', String.raw`"a\"b:"`]);
  expect(of('string')).toEqual(['"2012-10-17"', '"x: 1"', String.raw`"back\\"`]);
  expect(of('value')).toEqual(['true', '-1500', 'null']);
});
