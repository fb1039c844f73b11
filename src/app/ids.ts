// Random identifiers, made where the browser's generator may be used.

/** So many random bytes. */
export const randomBytes = (count: number): readonly number[] => [
  ...crypto.getRandomValues(new Uint8Array(count)),
];

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A UUID, as AWS uses for events and requests. Works on plain-HTTP origins too, where `randomUUID` is missing. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The id of a temporary access key: `ASIA` and sixteen characters. */
export function newTemporaryKeyId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `ASIA${[...bytes].map((byte) => ALPHABET[byte % ALPHABET.length]).join('')}`;
}

/** Six digits, as mails and calls say them. */
export function newSixDigits(): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return String(number % 1_000_000).padStart(6, '0');
}
