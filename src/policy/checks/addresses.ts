// IP addresses and ranges, as the checks of conditions need them.

/** An address and how many of its first bits count. */
export interface Range {
  readonly bits: bigint;
  readonly length: number;
  /** 32 or 128. */
  readonly width: 32 | 128;
}

/** `203.0.113.0/24`, `2001:db8::/32` or an address alone; null for anything else. */
export function parseRange(text: string): Range | null {
  const [address = '', prefix, ...rest] = text.split('/');
  const parsed = parseV4(address) ?? parseV6(address);
  if (parsed === null || rest.length > 0) return null;
  if (prefix === undefined) return { ...parsed, length: parsed.width };
  if (!/^\d{1,3}$/.test(prefix) || Number(prefix) > parsed.width) return null;
  return { ...parsed, length: Number(prefix) };
}

type Address = Pick<Range, 'bits' | 'width'>;

function parseV4(text: string): Address | null {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return null;
  return { bits: parts.reduce((bits, part) => (bits << 8n) | BigInt(part), 0n), width: 32 };
}

function parseV6(text: string): Address | null {
  const halves = text.split('::');
  if (halves.length > 2 || !/^[0-9a-f:]+$/i.test(text)) return null;
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
  const [head = [], tail = []] = groups;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null;
  const all = [...head, ...new Array<string>(missing).fill('0'), ...tail];
  if (!all.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null;
  return { bits: all.reduce((bits, group) => (bits << 16n) | BigInt(`0x${group}`), 0n), width: 128 };
}

const maskedBits = ({ bits, length, width }: Range): bigint => {
  const shift = BigInt(width - length);
  return (bits >> shift) << shift;
};

/** Whether a range begins at its first address. */
export const isAligned = (range: Range): boolean => maskedBits(range) === range.bits;

/** The range with its first address, for IPv4. */
export function aligned(range: Range): string | null {
  if (range.width !== 32) return null;
  const bits = maskedBits(range);
  const parts = [24n, 16n, 8n, 0n].map((shift) => String((bits >> shift) & 255n));
  return `${parts.join('.')}/${range.length}`;
}

/** Addresses that are never seen on the internet. */
const PRIVATE = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '127.0.0.0/8',
  '169.254.0.0/16',
  'fc00::/7',
  'fe80::/10',
]
  .map(parseRange)
  .filter((range) => range !== null);

/** Whether every address of the range is private. */
export const isPrivate = (range: Range): boolean =>
  PRIVATE.some(
    (one) =>
      one.width === range.width &&
      range.length >= one.length &&
      maskedBits({ ...range, length: one.length }) === one.bits,
  );
