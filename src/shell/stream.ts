// Stream: what goes from one command to the next, or to a file: bytes, as base64.
import { decode, encode, fromUint8Array, toUint8Array } from 'js-base64';
import type { Chunk } from './run.ts';

/** The standard output among what was printed, as one. */
export function streamOf(chunks: readonly Chunk[]): string {
  const parts = chunks.flatMap((chunk) =>
    chunk.kind === 'out' ? [encode(chunk.text)] : chunk.kind === 'bytes' ? [chunk.base64] : [],
  );
  return joined(parts);
}

export function joined(parts: readonly string[]): string {
  const [only = ''] = parts;
  if (parts.length <= 1) return only;
  const bytes = parts.map((part) => toUint8Array(part));
  const all = new Uint8Array(bytes.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of bytes) {
    all.set(part, at);
    at += part.length;
  }
  return fromUint8Array(all);
}

export const textStream = (text: string): string => encode(text);

/** Bytes that are no text show as the sign for what cannot be read. */
export const streamText = (base64: string): string => decode(base64);

export function streamChunk(base64: string): Chunk {
  const text = decode(base64);
  return encode(text) === base64 ? { kind: 'out', text } : { kind: 'bytes', base64 };
}
