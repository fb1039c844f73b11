// number: integers and decimals as condition values.

/** Null when the text is not a number. */
export function readNumber(text: string): number | null {
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text.trim()) ? Number(text) : null;
}
