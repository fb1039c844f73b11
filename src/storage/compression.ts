// Compression: raw deflate by the browser's own streams, unpacked piece by piece under a limit.
import { err, ok, type Result } from '../aws/result.ts';

export type InflateError =
  /** `bytes` had been unpacked when the limit was passed; there may be any number more. */
  { readonly kind: 'tooLong'; readonly bytes: number } | { readonly kind: 'notDeflate' };

/** Deflate packs at most about 1,000 to 1: a piece of this size unpacks to no more than 4 MiB before the limit is asked. */
const PIECE = 4_096;

export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const packed = inPieces(bytes).pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/**
 * Unpacks at most `limit` bytes. The packed bytes are fed in small pieces, and no piece before the ones before it have been
 * counted, so that a small input which unpacks to gigabytes stops at the limit instead of filling the memory.
 */
export async function inflate(
  packed: Uint8Array<ArrayBuffer>,
  limit: number,
): Promise<Result<Uint8Array<ArrayBuffer>, InflateError>> {
  const reader = inPieces(packed).pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      bytes += value.length;
      if (bytes > limit) {
        await reader.cancel();
        return err({ kind: 'tooLong', bytes });
      }
      pieces.push(value);
    }
  } catch {
    // The stream breaks on what was not compressed so.
    return err({ kind: 'notDeflate' });
  }
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return ok(whole);
}

/** A stream that gives the next piece only when it is asked for one. */
function inPieces(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at < bytes.length) controller.enqueue(bytes.subarray(at, at + PIECE));
      at += PIECE;
      if (at >= bytes.length) controller.close();
    },
  });
}
