// Pasted: finds the part of a pasted link that carries an account.

/**
 * The fragment of a link, `#` included; also when the link is of another copy of the app, or only its fragment was
 * pasted, with or without the `#`, or it came with the spaces, line breaks or angle brackets of a mail program. Null when
 * there is no `#name=payload`, the form of all fragments that carry something.
 */
export function fragmentOf(pasted: string): string | null {
  const text = pasted.replace(/[\s<>]+/g, '');
  const bare = /^[a-z]+=\d+\..+$/.test(text) ? `#${text}` : text;
  return /#[a-z]+=.+$/.exec(bare)?.[0] ?? null;
}
