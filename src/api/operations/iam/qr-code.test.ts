// Tests for the PNG of a QR code: another reader sees the squares of the code in it.
import { decode } from 'fast-png';
import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { qrCodePng } from './qr-code.ts';

test('the image shows the code, four pixels a square', () => {
  const text = 'otpauth://totp/noor@maple-books?secret=GEZDGNBVGY3TQOJQ';
  const { width, height, data, channels } = decode(Buffer.from(qrCodePng(text), 'base64'));
  const { data: rows, size } = encode(text, { ecc: 'M', border: 4 });
  expect([width, height, channels]).toEqual([size * 4, size * 4, 1]);
  const seen = rows.map((row, y) => row.map((_, x) => data[(y * 4 + 1) * width + x * 4 + 2] === 0));
  expect(seen).toEqual(rows);
  // Black and white only, and each square of one colour.
  const black = rows.flat().filter(Boolean).length * 16;
  expect(data.filter((pixel) => pixel === 0).length).toBe(black);
  expect(data.filter((pixel) => pixel === 255).length).toBe(width * height - black);
});
