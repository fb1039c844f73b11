// Journeys of the build on a plain host: in a folder of it, without the network, and from one version to the next.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, keptOffline, test as base } from './support.ts';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const FOLDER = '/courses/cloud/';

/** A page that is none of the app's. */
const NOTES = '<!doctype html><title>Notes</title><link rel="icon" href="data:,">';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

interface Host {
  /** Where the app is on this host. */
  readonly address: string;
  /** Puts another version in its place: the same app whose page says `version` in a `<meta>`. */
  readonly deploy: (version: string) => void;
  readonly stop: () => Promise<void>;
}

/** Serves `files` in a folder, other pages beside it, and sends `Vary: Origin` as many hosts do. */
async function startHost(files: string): Promise<{ server: Server; address: string }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '', 'http://host').pathname;
    const name = path === FOLDER ? 'index.html' : path.slice(FOLDER.length);
    const send = (status: number, type: string, body: string | Uint8Array) =>
      response.writeHead(status, { 'content-type': type, vary: 'Origin' }).end(body);
    if (path === `${FOLDER}notes/`) return send(200, 'text/html', NOTES);
    try {
      const body = readFileSync(join(files, name));
      return send(200, TYPES[extname(name)] ?? 'application/octet-stream', body);
    } catch {
      return send(404, 'text/plain', 'Not found');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${FOLDER}` };
}

const test = base.extend<{ readonly host: Host }>({
  host: async ({}, use) => {
    const files = mkdtempSync(join(tmpdir(), 'rolecall-host-'));
    cpSync(DIST, files, { recursive: true });
    const { server, address } = await startHost(files);
    const edit = (name: string, change: (text: string) => string) =>
      writeFileSync(join(files, name), change(readFileSync(join(DIST, name), 'utf8')));
    const stop = () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    await use({
      address,
      deploy: (version) => {
        edit('index.html', (html) =>
          html.replace('</head>', `<meta name="version" content="${version}"></head>`),
        );
        edit('sw.js', (worker) => worker.replace(/VERSION = '\w+'/, `VERSION = '${version}'`));
      },
      stop,
    });
    await stop();
    rmSync(files, { recursive: true, force: true });
  },
  // The watch over the pages takes this address for home.
  baseURL: async ({ host }, use) => use(host.address),
});
test.use({ serviceWorkers: 'allow' });

const version = (page: Page) => page.locator('meta[name="version"]');
const started = (page: Page) => expect(page.locator('#app > *').first()).toBeVisible();
const caches = (page: Page) => page.evaluate(async () => (await window.caches.keys()).sort());

test('in a folder of a host the app starts, and starts again when the host is gone', async ({
  page,
  host,
}) => {
  await page.goto(host.address);
  await started(page);
  await keptOffline(page);
  expect(await caches(page)).toEqual([
    expect.stringMatching(new RegExp(`^rolecall ${FOLDER} [0-9a-f]{16}$`)),
  ]);
  await host.stop();
  await page.reload();
  await started(page);
  await page.goto(`${host.address}index.html`);
  await started(page);
});

test('other pages below the same folder stay what they are', async ({ page, host }) => {
  await page.goto(host.address);
  await keptOffline(page);
  await page.goto(`${host.address}notes/`);
  await expect(page).toHaveTitle('Notes');
});

test('a new version waits until it is asked for, then replaces the old one whole', async ({ page, host }) => {
  await page.goto(host.address);
  await keptOffline(page);
  host.deploy('0002');

  const waiting = page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    await new Promise<void>((resolve) => {
      const look = () => (registration.waiting ? resolve() : undefined);
      registration.installing?.addEventListener('statechange', look);
      look();
    });
  });
  await waiting;
  await page.reload();
  await started(page);
  await expect(version(page)).toHaveCount(0);
  expect(await caches(page)).toHaveLength(2);

  await page.evaluate(async () => {
    const changed = new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    );
    (await navigator.serviceWorker.ready).waiting?.postMessage('SKIP_WAITING');
    await changed;
  });
  await page.reload();
  await started(page);
  await expect(version(page)).toHaveAttribute('content', '0002');
  expect(await caches(page)).toEqual([`rolecall ${FOLDER} 0002`]);
});
