// SAML responses as people read and change them: indented XML in place of one line in base64.
import { decode, encode } from 'js-base64';

const INDENT = '  ';

/** Elements on lines of their own, those that hold only text on one; values stay as they are. */
export function shownResponse(base64: string): string {
  const parts = decode(base64).match(/<[^>]*>|[^<]+/g) ?? [];
  const lines: string[] = [];
  let depth = 0;
  for (const [at, part] of parts.entries()) {
    const before = parts[at - 1] ?? '';
    const closes = part.startsWith('</');
    if (closes) depth--;
    const continues = !part.startsWith('<') || (closes && (!before.startsWith('<') || isOpening(before)));
    if (continues) lines.push((lines.pop() ?? '') + part);
    else lines.push(INDENT.repeat(Math.max(0, depth)) + part);
    if (isOpening(part)) depth++;
  }
  return lines.join('\n');
}

const isOpening = (part: string): boolean => /^<[^/?!]/.test(part) && !part.endsWith('/>');

/**
 * What was shown, as it is handed in. The lines that were added for reading are taken out again, for a signature is over
 * every character: a response that nobody has changed is the same as before.
 */
export const handedIn = (shown: string): string => encode(shown.replaceAll(/>[ \t]*\r?\n\s*</g, '><').trim());
