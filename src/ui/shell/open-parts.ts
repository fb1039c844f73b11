// The parts of the shell that only an open workspace has: they come with it, and a first visit does without them.
import { once } from '../../aws/once.ts';

/** Rejects when a file of the app cannot be had. */
export const loadOpenParts = once(async () => {
  const [header, places, placesDialog, drawer, passwordNotice] = await Promise.all([
    import('./OpenHeader.svelte'),
    import('./Places.svelte'),
    import('./PlacesDialog.svelte'),
    import('../terminal/Drawer.svelte'),
    import('../signin/PasswordNotice.svelte'),
  ]);
  return {
    OpenHeader: header.default,
    Places: places.default,
    PlacesDialog: placesDialog.default,
    Drawer: drawer.default,
    PasswordNotice: passwordNotice.default,
  };
});
