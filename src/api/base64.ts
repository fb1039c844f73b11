// base64Bytes: how many bytes a base64 text stands for, without decoding it.

/** Null for what is not base64 in whole groups of four, as RFC 4648 has it. */
export function base64Bytes(text: string): number | null {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  return (text.length / 4) * 3 - padding;
}
