// The service worker: keeps every file of one build and answers from what it keeps, so that the app works offline.
// The build fills in the version and the files (src/app/build/offline.ts).
const VERSION = '__VERSION__';
const FILES = ['__FILES__'];

// Caches belong to the whole origin. The path of the app is in the name, so that two copies on one host keep apart; a path
// never holds a space.
const MINE = `rolecall ${new URL(self.registration.scope).pathname} `;
const CACHE = MINE + VERSION;
const ADDRESSES = new Set(FILES.map((file) => new URL(file, self.registration.scope).href));

/** Without query and fragment; `index.html` is kept under the address of its folder. */
function addressOf(request) {
  const url = new URL(request.url);
  return url.origin + url.pathname.replace(/\/index\.html$/, '/');
}

async function keepAll() {
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES.map((file) => new Request(file, { cache: 'reload' })));
}

async function dropOlder() {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(MINE) && name !== CACHE).map((name) => caches.delete(name)),
  );
  await self.clients.claim();
}

/** A file that the browser threw away is asked for again. */
async function answer(request, address) {
  const cache = await caches.open(CACHE);
  // Hosts may send `Vary`, which would make a kept module script differ from the one that is asked for.
  return (await cache.match(address, { ignoreVary: true })) ?? fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(keepAll()));
self.addEventListener('activate', (event) => event.waitUntil(dropOlder()));

// The page asks for this once somebody agreed to change to the new version.
self.addEventListener('message', (event) => {
  if (event.data === 'SKIP_WAITING') self.skipWaiting();
});

// Anything that is not a file of this build is none of the worker's business: other pages of the same host lie in its scope.
self.addEventListener('fetch', (event) => {
  const address = addressOf(event.request);
  if (event.request.method === 'GET' && ADDRESSES.has(address)) {
    event.respondWith(answer(event.request, address));
  }
});
