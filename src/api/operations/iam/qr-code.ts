// QR code: a text as a PNG image that a phone can read off the screen.
import { encode as pngOf } from 'fast-png';
import { fromUint8Array } from 'js-base64';
import { encode as qrOf } from 'uqr';

/** Pixels of one square of the code. */
const SQUARE = 4;
const BLACK = 0;
const WHITE = 255;

/** Base64. */
export function qrCodePng(text: string): string {
  // Four squares of white around it: readers need them.
  const { data: rows, size } = qrOf(text, { ecc: 'M', border: 4 });
  const side = size * SQUARE;
  const pixels = new Uint8Array(side * side).fill(WHITE);
  for (const [y, row] of rows.entries()) {
    for (const [x, isDark] of row.entries()) {
      if (!isDark) continue;
      for (let line = 0; line < SQUARE; line++) {
        const start = (y * SQUARE + line) * side + x * SQUARE;
        pixels.fill(BLACK, start, start + SQUARE);
      }
    }
  }
  return fromUint8Array(pngOf({ width: side, height: side, data: pixels, channels: 1, depth: 8 }));
}
