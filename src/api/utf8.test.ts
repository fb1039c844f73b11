// Tests for the length of texts in UTF-8.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8Length } from './utf8.ts';

/** Any UTF-16 units, halves of surrogate pairs included. */
const units = fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes));

test('the length is that of the encoded text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), units), (text) => {
      expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
    }),
  );
});
