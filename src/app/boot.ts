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

/**
 * Where the browser offers no database, workspaces live in memory, and the shelf says so. Rejects with a sentence for
 * people when there is one that cannot be used now: what is in it shall not look lost.
 */
export async function boot(): Promise<Booted> {
  const update = registerServiceWorker();
  let shelf: AppShelf | null = null;
  const database = await openStore({
    scope: new URL('./', document.baseURI).pathname,
    now,
    newId,
    onClosed: () => shelf?.current?.cannotSave(storageError('closed').message),
  });
  if (!database.ok && database.error.kind !== 'unavailable') throw new Error(database.error.message);
  const store = database.ok
    ? database.value
    : (await import('../storage/memory.ts')).memoryStore({ now, newId });
  const opened: AppShelf = new AppShelf(store, (accepted) => router.answered(accepted), database.ok);
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
