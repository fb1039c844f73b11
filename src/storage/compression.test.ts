// Unpacking stops at its limit: at it exactly, and without reading on.
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { deflate, inflate } from './compression.ts';

test('inflate after deflate is identity', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 20_000 }), async (bytes) => {
      const original = new Uint8Array(bytes);
      expect(await inflate(await deflate(original), bytes.length)).toEqual({ ok: true, value: original });
    }),
    { numRuns: 30 },
  );
});

test.each([
  [1000, true],
  [999, false],
])('1,000 bytes under a limit of %i', async (limit, fits) => {
  const packed = await deflate(new Uint8Array(1000));
  expect((await inflate(packed, limit)).ok).toBe(fits);
});

test('no more is unpacked once the limit is passed', async () => {
  const packed = new Uint8Array(deflateRawSync(new Uint8Array(100 * 1024 * 1024)));
  let unpacked = 0;
  class Counted extends TransformStream<Uint8Array, Uint8Array> {
    constructor() {
      super({
        transform(piece, controller) {
          unpacked += piece.length;
          controller.enqueue(piece);
        },
      });
    }
  }
  const Real = DecompressionStream;
  vi.stubGlobal('DecompressionStream', function (format: CompressionFormat) {
    const real = new Real(format);
    return { writable: real.writable, readable: real.readable.pipeThrough(new Counted()) };
  });
  try {
    expect(await inflate(packed, 1024 * 1024)).toMatchObject({ ok: false, error: { kind: 'tooLong' } });
  } finally {
    vi.unstubAllGlobals();
  }
  expect(unpacked).toBeLessThan(12 * 1024 * 1024);
});

test.each([
  ['nothing', new Uint8Array()],
  ['noise', new Uint8Array([0xff, 0xff, 0xff, 0xff])],
])('%s is not deflate', async (_what, bytes) => {
  expect(await inflate(bytes, 1000)).toEqual({ ok: false, error: { kind: 'notDeflate' } });
});
