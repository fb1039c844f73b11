// BinaryEquals: the same bytes, both sides written in base64.
import { Base64 } from 'js-base64';
import { typed } from './operator.ts';

export const BinaryEquals = typed('BinaryEquals', readBase64, (actual, wanted) => actual === wanted);

/** The bytes, written in one way only; null when the text is not base64. Padding may be missing. */
function readBase64(text: string): string | null {
  const digits = text.replace(/={1,2}$/, '');
  if (!/^[A-Za-z0-9+/]*$/.test(digits) || digits.length % 4 === 1) return null;
  return Base64.fromUint8Array(Base64.toUint8Array(digits));
}
