// A text whose signs are written as a web page, an address or another text has them.
import type { MendableFault } from '../sign-reader.ts';
import { whole } from './whole.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  amp: '&',
  nbsp: ' ',
  ldquo: '"',
  rdquo: '"',
  lbrace: '{',
  rbrace: '}',
  lcub: '{',
  rcub: '}',
  lsqb: '[',
  rsqb: ']',
  colon: ':',
  comma: ',',
};
const ENTITY = /&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi;

/** Null for a text that is none of these. */
export function encodedFault(text: string): MendableFault | null {
  return entitiesFault(text) ?? addressFault(text) ?? escapedFault(text) ?? doubledFault(text);
}

/** `{&quot;Version&quot;: …` */
function entitiesFault(text: string): MendableFault | null {
  const quote = /&(?:quot|#34|#x22|ldquo|lbrace|lcub|#123);/i.exec(text);
  if (!quote) return null;
  const edits = [...text.matchAll(ENTITY)].flatMap(({ 0: all, 1: decimal, 2: hex, 3: name, index }) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null;
    const sign =
      code !== null && code < 0x110000 ? String.fromCodePoint(code) : ENTITIES[(name ?? '').toLowerCase()];
    return sign === undefined
      ? []
      : [{ from: index, to: index + all.length, text: sign === '\u00a0' ? ' ' : sign }];
  });
  return {
    what: `signs are written as web pages have them, such as ${quote[0]}`,
    from: quote.index,
    to: quote.index + quote[0].length,
    fixes: [{ label: 'Put the signs in their place', edits }],
  };
}

/** `%7B%22Version%22%3A…`, as the API of IAM hands policies out. */
function addressFault(text: string): MendableFault | null {
  const from = text.search(/\S/);
  if (!/^\s*["']?%7B/i.test(text)) return null;
  try {
    const decoded = decodeURIComponent(
      text
        .trim()
        .replace(/^["']|["']$/g, '')
        .replace(/\+(?=%22|%7B|%5B|%7D|%5D)|(?<=%3A|%2C)\+/gi, ' '),
    );
    return {
      what: 'it is encoded as the address of a web page is',
      from,
      to: Math.min(text.length, from + 3),
      fixes: [whole(text, 'Decode it', decoded)],
    };
  } catch {
    return null;
  }
}

/** `{\"Version\": …`, as a policy stands within another JSON text. */
function escapedFault(text: string): MendableFault | null {
  const found = /^\s*["']?\{(?:\s|\\[nrt])*\\"/.exec(text);
  if (!found) return null;
  const [, inner = ''] = /^\s*["']?([\s\S]*?)["']?[\s,;]*$/.exec(text) ?? [];
  // A quote that is not escaped ended that other text.
  if (/(?<!\\)"/.test(inner)) return null;
  try {
    const decoded: unknown = JSON.parse(`"${inner.replace(/\r?\n/g, '\\n').replace(/\t/g, '\\t')}"`);
    const from = text.indexOf('\\"');
    return {
      what: 'the quotes have backslashes, as within another text',
      from,
      to: from + 2,
      fixes: [
        { label: 'Remove the backslashes', edits: [{ from: 0, to: text.length, text: String(decoded) }] },
      ],
    };
  } catch {
    return null;
  }
}

/** `"{""Version"": …`, as tables have it. */
function doubledFault(text: string): MendableFault | null {
  const found = /^\s*"?\{\s*""(?=\w)/.exec(text);
  if (!found) return null;
  const inner = text.trim().replace(/^"(?=\{)|"$/g, '');
  const to = found[0].length;
  return {
    what: 'the quotes are doubled, as in a table',
    from: to - 2,
    to,
    fixes: [whole(text, 'Write each quote once', inner.replaceAll('""', '"'))],
  };
}
