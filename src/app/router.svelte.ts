// The router: the current place, read from the URL fragment and followed as it changes.
import { parseRoute, type Route } from '../ui/shared/route.ts';

export class Router {
  #route = $state.raw<Route>({ place: 'welcome' });
  readonly #onShared: (fragment: string) => void;
  readonly #isShared: (fragment: string) => boolean;

  /** `onShared` gets fragments that carry an account; they are taken off the address, so that a reload does not ask again. */
  constructor(options: { isShared: (fragment: string) => boolean; onShared: (fragment: string) => void }) {
    this.#isShared = options.isShared;
    this.#onShared = options.onShared;
  }

  get route(): Route {
    return this.#route;
  }

  /** Reads the address now and whenever it changes; the result stops that. */
  start(): () => void {
    const follow = (): void => this.#follow();
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }

  #follow(): void {
    const fragment = location.hash;
    if (this.#isShared(fragment)) {
      history.replaceState(null, '', '#/');
      this.#route = { place: 'welcome' };
      this.#onShared(fragment);
      return;
    }
    this.#route = parseRoute(fragment);
  }
}
