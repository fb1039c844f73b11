// How long a policy is to AWS.
import { expect, test } from 'vitest';
import { normalizedBytes, sizeWithoutWhiteSpace } from './size.ts';

test.each([
  ['{ "a b" : 1 }', 9, 8],
  ['{\n\t"a": "\\" x"\r\n}', 12, 11],
  ['{"a":"é€😀"}', 17, 12],
])('%j', (text, bytes, characters) => {
  expect(normalizedBytes(text)).toBe(bytes);
  expect(sizeWithoutWhiteSpace(text)).toBe(characters);
});
