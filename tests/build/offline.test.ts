// Tests of the service worker that the build writes, run with the browser's parts played by hand.
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { workerFor } from '../../src/app/build/offline.ts';

const TEMPLATE = readFileSync(new URL('../../src/sw.js', import.meta.url), 'utf8');
const FILES = [
  { path: 'index.html', content: '<!doctype html>' },
  { path: 'assets/main-1.js', content: 'main' },
];

const versionOf = (worker: string): string => /VERSION = '([0-9a-f]{16})'/.exec(worker)?.[1] ?? '';

describe('the version', () => {
  const version = versionOf(workerFor(TEMPLATE, FILES));

  test('does not depend on the order of the files', () => {
    expect(version).toHaveLength(16);
    expect(versionOf(workerFor(TEMPLATE, [...FILES].reverse()))).toBe(version);
  });

  test.each([
    ['the content of the page', TEMPLATE, [{ path: 'index.html', content: '<p>' }, ...FILES.slice(1)]],
    ['a name', TEMPLATE, [...FILES.slice(0, 1), { path: 'assets/main-2.js', content: 'main' }]],
    ['a new file', TEMPLATE, [...FILES, { path: 'icon.svg', content: new Uint8Array([1]) }]],
    ['the worker', `${TEMPLATE}//`, FILES],
  ])('changes with %s', (_what, template, files) => {
    expect(versionOf(workerFor(template, files))).not.toBe(version);
  });
});

/** Just enough of a browser for one worker: caches by name, a network that answers with its address. */
function browserWith(scope: string, caches: Map<string, Map<string, Response>>) {
  const listeners = new Map<string, (event: unknown) => void>();
  const asked: string[] = [];
  const open = (name: string) => {
    const kept = caches.get(name) ?? new Map<string, Response>();
    caches.set(name, kept);
    return Promise.resolve({
      addAll: (requests: Request[]) => {
        for (const { url } of requests) kept.set(url, new Response(`kept ${url}`));
        return Promise.resolve();
      },
      match: (address: string) => Promise.resolve(kept.get(address)?.clone()),
    });
  };
  // A context of its own has the language, and of the browser only what stands here.
  const globals = {
    URL,
    self: {
      registration: { scope },
      clients: { claim: () => Promise.resolve() },
      addEventListener: (type: string, listener: (event: unknown) => void) => listeners.set(type, listener),
    },
    caches: {
      open,
      keys: () => Promise.resolve([...caches.keys()]),
      delete: (name: string) => Promise.resolve(caches.delete(name)),
    },
    fetch: ({ url }: Request) => {
      asked.push(url);
      return Promise.resolve(new Response(`network ${url}`));
    },
    // As in a worker: relative addresses start from its own.
    Request: class extends Request {
      constructor(address: string, init?: RequestInit) {
        super(new URL(address, scope), init);
      }
    },
  };
  runInNewContext(workerFor(TEMPLATE, FILES), globals);

  const lifecycle = async (type: string): Promise<void> => {
    let work: Promise<unknown> = Promise.resolve();
    listeners.get(type)?.({ waitUntil: (promise: Promise<unknown>) => (work = promise) });
    await work;
  };
  return {
    asked,
    install: () => lifecycle('install'),
    activate: () => lifecycle('activate'),
    /** The text of the worker's answer; undefined where it leaves the request to the browser. */
    request: async (url: string, method = 'GET'): Promise<string | undefined> => {
      let answer: Promise<Response> | undefined;
      listeners.get('fetch')?.({
        request: new Request(url, { method }),
        respondWith: (response: Promise<Response>) => (answer = response),
      });
      return (await answer)?.text();
    },
  };
}

describe('the worker', () => {
  const SCOPE = 'https://host.example/shop/';

  test.each([
    [SCOPE, SCOPE],
    [`${SCOPE}index.html`, SCOPE],
    [`${SCOPE}?utm=1#/map`, SCOPE],
    [`${SCOPE}assets/main-1.js`, `${SCOPE}assets/main-1.js`],
  ])('answers %s from what it keeps', async (url, kept) => {
    const browser = browserWith(SCOPE, new Map());
    await browser.install();
    expect(await browser.request(url)).toBe(`kept ${kept}`);
    expect(browser.asked).toEqual([]);
  });

  test.each([
    [`${SCOPE}other/`, 'GET'],
    [`${SCOPE}assets/main-2.js`, 'GET'],
    ['https://elsewhere.example/shop/', 'GET'],
    [SCOPE, 'POST'],
  ])('leaves %s %s to the browser', async (url, method) => {
    const browser = browserWith(SCOPE, new Map());
    await browser.install();
    expect(await browser.request(url, method)).toBeUndefined();
    expect(browser.asked).toEqual([]);
  });

  test('asks again for a file of its own that the browser threw away', async () => {
    const browser = browserWith(SCOPE, new Map());
    expect(await browser.request(SCOPE)).toBe(`network ${SCOPE}`);
  });

  test('drops older versions of its own and nothing else', async () => {
    const others = ['rolecall / 0123', 'rolecall /shop/two/ 0123', 'another app'];
    const caches = new Map(
      [...others, 'rolecall /shop/ 0123'].map((name) => [name, new Map<string, Response>()]),
    );
    const browser = browserWith(SCOPE, caches);
    await browser.install();
    await browser.activate();
    expect([...caches.keys()]).toEqual([
      ...others,
      expect.stringMatching(/^rolecall \/shop\/ [0-9a-f]{16}$/),
    ]);
  });
});
