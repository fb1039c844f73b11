// Hanging: how far a broken line is moved in.
import { expect, test } from 'vitest';
import { DEEPEST, hangOf } from './hanging.ts';

test.each([
  ['', 0],
  ['{', 0],
  ['    "Action": "s3:*"', 4],
  ['\t  "Action"', 6],
  ['   ', 3],
  [`${' '.repeat(40)}"*"`, DEEPEST],
])('%j', (line, columns) => {
  expect(hangOf(line, 4)).toBe(columns);
});
