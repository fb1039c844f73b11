// JSON as the pieces that are told apart by colour: lean enough for places that have no use for an editor.

export type TokenKind = 'name' | 'string' | 'value' | 'rest';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

/** A string with whatever makes it a name, or a number or word; all between is left as it is. */
const TOKEN = /("(?:[^"\\]|\\.)*")(?=(\s*:)?)|-?\d[\d.eE+-]*|\b(?:true|false|null)\b/g;

/** The pieces of a text, which put together are the text again. */
export function jsonTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const { 0: found, 1: string, 2: colon, index } of text.matchAll(TOKEN)) {
    if (index > end) tokens.push({ kind: 'rest', text: text.slice(end, index) });
    tokens.push({
      kind: string === undefined ? 'value' : colon === undefined ? 'string' : 'name',
      text: found,
    });
    end = index + found.length;
  }
  if (end < text.length) tokens.push({ kind: 'rest', text: text.slice(end) });
  return tokens;
}
