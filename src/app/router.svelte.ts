// The router: the current place, read from the URL fragment and followed as it changes.
import { parseRoute, type Route } from '../ui/shared/route.ts';

/** What to do with fragments that carry an account instead of naming a place. */
export interface SharedFragments {
  readonly isShared: (fragment: string) => boolean;
  readonly onShared: (fragment: string) => void;
}

export class Router {
  #route = $state.raw<Route>({ place: 'welcome' });
  /** The fragment of the last place: what is gone back to when a link is declined. */
  #last = '#/';
  readonly #shared: SharedFragments;

  constructor(shared: SharedFragments) {
    this.#shared = shared;
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

  /** Takes a link off the address once it was answered; until then a reload finds it again. */
  answered(accepted: boolean): void {
    if (!this.#shared.isShared(location.hash)) return;
    history.replaceState(null, '', accepted ? '#/' : this.#last);
    this.#follow();
  }

  #follow(): void {
    const fragment = location.hash;
    if (this.#shared.isShared(fragment)) {
      this.#shared.onShared(fragment);
      return;
    }
    this.#last = fragment === '' ? '#/' : fragment;
    this.#route = parseRoute(fragment);
  }
}
