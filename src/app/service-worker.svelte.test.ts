// Tests of the page's side of the service worker, with a browser's worker container played by hand.
import { flushSync } from 'svelte';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { registerServiceWorker, type AppUpdate } from './service-worker.ts';
import { scriptUrl } from './trusted.ts';

class FakeWorker extends EventTarget {
  readonly postMessage = vi.fn();
}

class FakeRegistration extends EventTarget {
  installing: FakeWorker | null = null;
  waiting: FakeWorker | null = null;
}

class FakeContainer extends EventTarget {
  controller: FakeWorker | null = null;
  readonly registration = new FakeRegistration();
  readonly register = vi.fn(() => Promise.resolve(this.registration));

  /** A new worker is found and has kept all its files. */
  install(): FakeWorker {
    const worker = new FakeWorker();
    this.registration.installing = worker;
    this.registration.dispatchEvent(new Event('updatefound'));
    this.registration.installing = null;
    this.registration.waiting = worker;
    worker.dispatchEvent(new Event('statechange'));
    return worker;
  }

  /** The worker that waits becomes the one in charge. */
  takeOver(): void {
    this.controller = this.registration.waiting ?? new FakeWorker();
    this.registration.waiting = null;
    this.dispatchEvent(new Event('controllerchange'));
  }
}

let container: FakeContainer;
const reload = vi.fn();

async function start(): Promise<AppUpdate> {
  const update = registerServiceWorker(container as unknown as ServiceWorkerContainer, reload);
  await Promise.resolve();
  await Promise.resolve();
  return update;
}

beforeEach(() => {
  container = new FakeContainer();
  reload.mockReset();
});

test('the worker of this very folder is registered', async () => {
  await start();
  expect(container.register).toHaveBeenCalledExactlyOnceWith('http://localhost:3000/sw.js', {
    scope: './',
    updateViaCache: 'none',
  });
});

test('the first worker is no update', async () => {
  const update = await start();
  container.takeOver();
  expect(update.ready).toBe(false);
  update.activate();
  expect(reload).not.toHaveBeenCalled();
});

describe('with a version in charge', () => {
  beforeEach(() => {
    container.controller = new FakeWorker();
  });

  test('a new version is announced, and taken only when asked for', async () => {
    const update = await start();
    const seen: boolean[] = [];
    const stop = $effect.root(() => {
      $effect(() => {
        seen.push(update.ready);
      });
    });
    flushSync();
    const worker = container.install();
    flushSync();
    expect(seen).toEqual([false, true]);
    expect(worker.postMessage).not.toHaveBeenCalled();

    update.activate();
    expect(worker.postMessage).toHaveBeenCalledExactlyOnceWith('SKIP_WAITING');
    expect(reload).not.toHaveBeenCalled();
    container.takeOver();
    expect(reload).toHaveBeenCalledOnce();
    stop();
  });

  test('a version that was waiting already is announced', async () => {
    container.registration.waiting = new FakeWorker();
    const update = await start();
    expect(update.ready).toBe(true);
  });

  test('when another tab changes the version, this one offers to reload and does not do it by itself', async () => {
    const update = await start();
    container.install();
    container.takeOver();
    expect(update.ready).toBe(true);
    expect(reload).not.toHaveBeenCalled();
    update.activate();
    expect(reload).toHaveBeenCalledOnce();
  });
});

test('a browser that refuses leaves an app without updates', async () => {
  const info = vi.spyOn(console, 'info').mockImplementation(() => {});
  container.register.mockReturnValue(Promise.reject(new DOMException('refused', 'SecurityError')));
  const update = await start();
  await vi.waitFor(() => expect(info).toHaveBeenCalledOnce());
  expect(update.ready).toBe(false);
  info.mockRestore();
});

test.each(['https://example.com/sw.js', '//example.com/sw.js', 'data:text/javascript,1'])(
  'the script %s is refused',
  (address) => {
    expect(() => scriptUrl(address)).toThrow(TypeError);
  },
);
