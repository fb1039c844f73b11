// wayOn: where to turn when the credentials of who acts are of no more use.
import { expiryOf, type Caller } from '../account/caller.ts';
import { principalOf } from '../account/principal.ts';
import type { World } from '../account/world.ts';
import { hasPassed, type Instant } from '../aws/instant.ts';
import type { Link } from './facts.ts';

/** Back along the way, to where `depth` links are left; to the service, which makes another session; or in anew. */
export type WayOn =
  | { readonly kind: 'back'; readonly depth: number; readonly link: Link }
  | { readonly kind: 'service' }
  | { readonly kind: 'signIn' };

/** `gone`: AWS no longer knows whose they are, for a key was deactivated or its owner deleted. */
export type Spent = 'ended' | 'gone';

/** Why the credentials are of no use; null while they are. */
export function spentOf(world: World, caller: Caller, now: Instant): Spent | null {
  const expires = expiryOf(caller);
  if (expires !== null && hasPassed(expires, now)) return 'ended';
  return principalOf(world, caller) ? null : 'gone';
}

/** To the nearest of those before the last link whose credentials are still of use. */
export function wayOn(world: World, links: readonly Link[], now: Instant): WayOn {
  const at = links.slice(0, -1).findLastIndex(({ caller }) => spentOf(world, caller, now) === null);
  const link = links[at];
  if (link) return { kind: 'back', depth: at + 1, link };
  return { kind: links[0]?.way === 'service' ? 'service' : 'signIn' };
}
