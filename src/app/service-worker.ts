// The service worker as the page sees it: registers it, and tells when a new version of the app waits to take over.
import { createSubscriber } from 'svelte/reactivity';
import { scriptUrl } from './trusted.ts';

/** A new version of the app, once there is one. */
export interface AppUpdate {
  /** Reactive. True when a new version is ready, here or because another tab has already changed to it. */
  readonly ready: boolean;
  /** Changes to the new version, which reloads the page. Does nothing while none is ready. */
  activate(): void;
  /** Looks whether there is a new version now, instead of at the next visit. */
  check(): void;
}

/** Development is without a worker, and so is a browser that has none or a host without HTTPS. */
const available = (): ServiceWorkerContainer | undefined =>
  import.meta.env.PROD && 'serviceWorker' in navigator ? navigator.serviceWorker : undefined;

/**
 * Registers the worker of this folder and watches for new versions. The page keeps running the version it started with
 * until somebody asks for the new one: what is being typed must not be lost to a reload. Where the browser refuses (a
 * private window, say) the app works, but not offline.
 */
export function registerServiceWorker(
  container: ServiceWorkerContainer | undefined = available(),
  reload: () => void = () => location.reload(),
): AppUpdate {
  if (!container) return { ready: false, activate: () => {}, check: () => {} };
  let waiting: ServiceWorker | null = null;
  let replaced = false;
  let asked = false;
  let known: ServiceWorkerRegistration | null = null;
  let changed = (): void => {};
  const watch = createSubscriber((update) => {
    changed = update;
    return () => {
      changed = () => {};
    };
  });

  // The very first worker takes over a page that had none: that is no update.
  let controlled = container.controller !== null;
  container.addEventListener('controllerchange', () => {
    if (asked) {
      reload();
      return;
    }
    replaced = controlled;
    controlled = true;
    waiting = null;
    changed();
  });

  const onInstalled = (registration: ServiceWorkerRegistration): void => {
    if (registration.waiting === null || container.controller === null) return;
    waiting = registration.waiting;
    changed();
  };

  container
    .register(scriptUrl('./sw.js'), { scope: './', updateViaCache: 'none' })
    .then((registration) => {
      known = registration;
      onInstalled(registration);
      registration.addEventListener('updatefound', () => {
        registration.installing?.addEventListener('statechange', () => onInstalled(registration));
      });
    })
    .catch((cause: unknown) => console.info('The app will not work offline in this browser.', cause));

  return {
    get ready() {
      watch();
      return waiting !== null || replaced;
    },
    check() {
      // Without a network there is nothing new to be had.
      known?.update().catch(() => {});
    },
    activate() {
      if (waiting !== null) {
        asked = true;
        waiting.postMessage('SKIP_WAITING');
      } else if (replaced) {
        reload();
      }
    },
  };
}
