// Tests of laying out a policy text.
import { expect, test } from 'vitest';
import { layout } from './format.ts';

const laidOut = (text: string): string =>
  layout(text).reduceRight(
    (after, { from, to, text: white }) => after.slice(0, from) + white + after.slice(to),
    text,
  );

test.each([
  [
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow"}]}',
    '{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Effect": "Allow"\n    }\n  ]\n}',
  ],
  ['{\n      "a" :1}', '{\n  "a": 1\n}'],
  ['{"a": [}', null],
  ['', ''],
])('%s', (text, after) => {
  if (after !== null) expect(laidOut(text)).toBe(after);
  expect(laidOut(text).replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
  expect(laidOut(laidOut(text))).toBe(laidOut(text));
});
