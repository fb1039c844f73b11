// The QR code: square, with white around it, and the three marks by which readers find it.
import { expect, test } from 'vitest';
import { qrPath } from './qr.ts';

test('a code has white around it and a dark mark in three of its corners', () => {
  const { size, path } = qrPath('otpauth://totp/phone@111122223333?secret=ABC');
  const isDark = (x: number, y: number): boolean => path.includes(`M${x} ${y}h1v1h-1z`);
  for (let at = 0; at < size; at++)
    for (const edge of [0, 3, size - 4, size - 1])
      expect([isDark(at, edge), isDark(edge, at)], `${at}, ${edge}`).toEqual([false, false]);
  for (const [x, y] of [
    [4, 4],
    [size - 11, 4],
    [4, size - 11],
  ] as const)
    for (let at = 0; at < 7; at++) expect([isDark(x + at, y), isDark(x, y + at)]).toEqual([true, true]);
});

test('another text makes another code', () => {
  expect(qrPath('a').path).not.toBe(qrPath('b').path);
});
