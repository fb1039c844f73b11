// Prefill: what the sign-in page should start from: an identity that was picked elsewhere, and where to return to.
import { getContext, setContext } from 'svelte';
import type { HandoutEntry } from '../../scenario/scenario.ts';
import type { Route } from '../shared/route.ts';

export class Prefill {
  /** Picked from the handout; taken once by the sign-in page. */
  entry = $state.raw<HandoutEntry | null>(null);
  /** A link to the sign-in of an account was followed: whoever is half-way in does not go on. */
  anew = false;
  /** The account that the page of sign-in was last shown for. */
  shownFor: string | undefined;
  /** The place from which the person came to sign in. */
  from = $state.raw<Route>({ place: 'welcome' });
}

const KEY = Symbol('prefill');

/** Called once, by the shell. */
export const providePrefill = (): Prefill => setContext(KEY, new Prefill());

export const usePrefill = (): Prefill => getContext<Prefill | undefined>(KEY) ?? new Prefill();
