// UTF-8: the length of texts as S3 counts it.

/** Bytes of a text in UTF-8; half a surrogate pair counts as the replacement character that would be sent. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
