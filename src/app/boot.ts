// Boot: opens the database, reads what the address carries, and hands the pieces to the page.
import { storageError } from '../storage/errors.ts';
import { isShareFragment } from '../storage/link.ts';
import { openStore } from '../storage/workspaces.ts';
import { parseRoute } from '../ui/shared/route.ts';
import { now } from './clock.ts';
import { newId } from './ids.ts';
import { load } from './places.ts';
import { Router } from './router.svelte.ts';
import { registerServiceWorker, type AppUpdate } from './service-worker.ts';
import { AppShelf } from './shelf.svelte.ts';

export interface Booted {
  readonly shelf: AppShelf;
  readonly router: Router;
  readonly update: AppUpdate;
}

/** Rejects with a sentence for people when the browser offers no database. */
export async function boot(): Promise<Booted> {
  const update = registerServiceWorker();
  let shelf: AppShelf | null = null;
  const store = await openStore({
    scope: new URL('./', document.baseURI).pathname,
    now,
    newId,
    onClosed: () => shelf?.current?.cannotSave(storageError('closed').message),
  });
  if (!store.ok) throw new Error(store.error.message);
  const opened: AppShelf = new AppShelf(store.value, (accepted) => router.answered(accepted));
  shelf = opened;
  const router = new Router({
    isShared: isShareFragment,
    onShared: (fragment) => {
      void opened.openLink(fragment).then((found) => {
        if (found.kind === 'refused' && found.error.kind === 'tooNew') update.check();
      });
    },
  });
  // The place that the address names comes in while the workspace is read; a failure is told when it is shown.
  void load(parseRoute(location.hash)).catch(() => {});
  await opened.start();
  router.start();
  return { shelf: opened, router, update };
}
