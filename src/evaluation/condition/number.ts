// number: integers and decimals as condition values.

/** Null when the text is not a number. Whole numbers too large to be kept exactly otherwise are big integers. */
export function readNumber(text: string): number | bigint | null {
  const trimmed = text.trim();
  if (!/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(trimmed)) return null;
  const number = Number(trimmed);
  return /^[+-]?\d+$/.test(trimmed) && !Number.isSafeInteger(number)
    ? BigInt(trimmed.replace('+', ''))
    : number;
}
