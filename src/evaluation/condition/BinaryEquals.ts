// BinaryEquals: the same bytes, both sides written in base64.
import { typed } from './operator.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export const BinaryEquals = typed('BinaryEquals', readBase64, (actual, wanted) => actual === wanted);

/** The bytes as a string of characters 0 to 255; null when the text is not base64. Padding may be missing. */
function readBase64(text: string): string | null {
  const digits = text.replace(/={1,2}$/, '');
  if (!/^[A-Za-z0-9+/]*$/.test(digits) || digits.length % 4 === 1) return null;
  const bytes: string[] = [];
  let bits = 0;
  let held = 0;
  for (const digit of digits) {
    bits = ((bits << 6) | ALPHABET.indexOf(digit)) & 0xffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes.push(String.fromCharCode((bits >> held) & 0xff));
    }
  }
  return bytes.join('');
}
