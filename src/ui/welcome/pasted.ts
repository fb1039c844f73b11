// Pasted: finds the part of a pasted link that carries an account.

/**
 * The fragment of a link, `#` included; also when the link is of another copy of the app, or only its fragment was
 * pasted, or it came with spaces and line breaks of a mail program in it. Null when there is no `#name=payload`, the
 * form of all fragments that carry something.
 */
export function fragmentOf(pasted: string): string | null {
  const text = pasted.replace(/\s+/g, '');
  return /#[a-z]+=.+$/.exec(text)?.[0] ?? null;
}
