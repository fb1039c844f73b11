// Links: there and back, and everything that can arrive instead.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { arbitraryScenario } from '../../tests/scenario/arbitrary.ts';
import sample from '../../tests/scenario/samples/v1/library.json' with { type: 'json' };
import { parseScenario } from '../scenario/parse.ts';
import { printScenario } from '../scenario/print.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { MAX_BYTES } from './file.ts';
import { decodeLink, encodeLink, isShareFragment, LINK_LIMIT, SHARE_PREFIX } from './link.ts';

// Hundreds of made-up scenarios: a busy machine takes long.
vi.setConfig({ testTimeout: 30_000 });

function theSample(): Scenario {
  const parsed = parseScenario(sample);
  if (!parsed.ok) throw new Error('The sample is broken.');
  return parsed.value;
}
const library = theSample();

/** A link made by hand around any bytes. */
const linkOf = (content: string | Uint8Array<ArrayBuffer>, format = '1') => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return `${SHARE_PREFIX}${format}.${deflateRawSync(bytes).toString('base64url')}`;
};

test('a link carries the whole scenario, in characters that need no escaping', async () => {
  const fragment = await encodeLink(library);
  expect(fragment).toMatch(/^#share=1\.[A-Za-z0-9_-]+$/);
  expect(fragment.length).toBeLessThan(8_000);
  expect(isShareFragment(fragment)).toBe(true);
  expect(await decodeLink(fragment)).toEqual({ ok: true, value: library });
});

test('decode after encode is identity', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryScenario, async (scenario) => {
      expect(await decodeLink(await encodeLink(scenario))).toEqual({ ok: true, value: scenario });
    }),
    { numRuns: 30 },
  );
});

test('links that have been given away stay good: this one was made by the first build', async () => {
  const given = readFileSync(join(import.meta.dirname, '../../tests/storage/link-1.txt'), 'utf8').trim();
  expect(await decodeLink(given)).toEqual({ ok: true, value: library });
});

test('a route is not a link', () => {
  expect(isShareFragment('#/buckets')).toBe(false);
  expect(isShareFragment('')).toBe(false);
});

describe('what arrives instead', () => {
  test.each([
    ['nothing', ''],
    ['a route', '#/buckets/maple-drafts'],
    ['another prefix', '#shared=1.abcd'],
    ['no format', `${SHARE_PREFIX}abcd`],
    ['format nought', `${SHARE_PREFIX}0.abcd`],
    ['a negative format', `${SHARE_PREFIX}-1.abcd`],
    ['a format that is no number', `${SHARE_PREFIX}1e3.abcd`],
    ['something else in the form of a link', linkOf('{"title":"mine"}')],
    ['a list in the form of a link', linkOf('[]')],
  ])('foreign: %s', async (_what, fragment) => {
    expect(await decodeLink(fragment)).toMatchObject({ ok: false, error: { kind: 'foreign' } });
  });

  test.each<[string, (link: string) => string]>([
    ['a full stop after it', (link) => `${link}.`],
    ['a bracket and a quote around it', (link) => `${link})"`],
    ['an encoded space after it', (link) => `${link}%20`],
    ['line breaks of a mail program in it', (link) => link.replace(/(.{70})/g, '$1\r\n')],
    ['encoded line breaks in it', (link) => `${link.slice(0, 90)}%0D%0A${link.slice(90)}`],
  ])('%s is overlooked', async (_what, changed) => {
    expect(await decodeLink(changed(await encodeLink(library)))).toEqual({ ok: true, value: library });
  });

  test('too new: a format of a later build', async () => {
    expect(await decodeLink(linkOf('whatever', '2'))).toEqual({
      ok: false,
      error: { kind: 'tooNew', version: 2 },
    });
  });

  test('too new: a scenario of a later build in a link of today', async () => {
    const fragment = linkOf(JSON.stringify({ format: 'rolecall-scenario', version: 7 }));
    expect(await decodeLink(fragment)).toEqual({ ok: false, error: { kind: 'tooNew', version: 7 } });
  });

  test.each([
    ['cut off after the format', () => `${SHARE_PREFIX}1`],
    ['cut off after the dot', () => `${SHARE_PREFIX}1.`],
    ['base64 with padding', () => `${SHARE_PREFIX}1.abc=`],
    ['a length that no base64 has', () => `${SHARE_PREFIX}1.abcde`],
    [
      'bytes that are no deflate',
      () => `${SHARE_PREFIX}1.${Buffer.from('hello, hello').toString('base64url')}`,
    ],
    ['no JSON', () => linkOf('hello')],
    ['no text', () => linkOf(new Uint8Array([0xff, 0xfe, 0x00]))],
    ['a scenario that breaks a rule', () => linkOf(printScenario({ ...library, title: '' }))],
    ['a field that is not ours', () => linkOf(JSON.stringify({ ...library, session: {} }))],
  ])('damaged: %s', async (_what, fragment) => {
    expect(await decodeLink(fragment())).toMatchObject({ ok: false, error: { kind: 'damaged' } });
  });

  test('damaged: cut off anywhere', async () => {
    const fragment = await encodeLink(library);
    const shortest = `${SHARE_PREFIX}1`.length;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: shortest, max: fragment.length - 1 }), async (length) => {
        expect(await decodeLink(fragment.slice(0, length))).toMatchObject({
          ok: false,
          error: { kind: 'damaged' },
        });
      }),
      { numRuns: 50 },
    );
  });

  test('nothing that stands in an address makes it reject', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('', '#', SHARE_PREFIX, `${SHARE_PREFIX}1.`),
        async (rest, start) => {
          expect((await decodeLink(`${start}${rest}`)).ok).toBe(false);
        },
      ),
    );
  });

  test('oversized: too many characters, before any is decoded', async () => {
    const fragment = `${SHARE_PREFIX}1.${'!'.repeat(LINK_LIMIT)}`;
    expect(await decodeLink(fragment)).toEqual({
      ok: false,
      error: { kind: 'oversized', bytes: fragment.length, limit: LINK_LIMIT },
    });
  });

  test('oversized: a small link that unpacks to far too much stops near the limit', async () => {
    const fragment = linkOf(new Uint8Array(10 * MAX_BYTES));
    expect(fragment.length).toBeLessThan(LINK_LIMIT);
    const decoded = await decodeLink(fragment);
    expect(decoded).toMatchObject({ ok: false, error: { kind: 'oversized', limit: MAX_BYTES } });
    if (!decoded.ok && decoded.error.kind === 'oversized')
      expect(decoded.error.bytes).toBeLessThan(MAX_BYTES + 5 * 1024 * 1024);
  });
});
