// QR: a text as the squares of a code that a phone reads off the screen, for a path of SVG.
import { encode } from 'uqr';

export interface QrPath {
  /** Squares along one side, with the white around that readers need. */
  readonly size: number;
  /** The `d` of the dark squares. */
  readonly path: string;
}

/** Four squares of white on each side. */
const BORDER = 4;

export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', border: BORDER });
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return { size, path };
}
