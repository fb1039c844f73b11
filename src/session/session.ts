// Session: what follows from the facts. Facts in, facts out; whether they still hold is judged at use.
import { ANONYMOUS, expiryOf, type Caller, type TemporaryKey } from '../account/caller.ts';
import { addSeconds, epochMillis, hasPassed, type Instant } from '../aws/instant.ts';
import type { Identity } from './claim.ts';
import {
  CONSOLE_SESSION_SECONDS,
  MAX_HELD,
  MAX_RECENT_ROLES,
  SIGNED_OUT,
  type HeldSession,
  type Link,
  type RecentRole,
  type SessionFacts,
} from './facts.ts';

/**
 * A console session of a user or of the root user.
 * @param accessKeyId New, and begins with `ASIA`, as those of temporary credentials do.
 * @param mfa When the code of an MFA device was given; null: none was asked for.
 */
export function consoleLink(
  identity: Identity,
  now: Instant,
  accessKeyId: string,
  mfa: Instant | null = null,
): Link {
  const credentials: TemporaryKey<'console'> = {
    kind: 'console',
    accessKeyId,
    issued: now,
    expires: addSeconds(now, CONSOLE_SESSION_SECONDS),
    mfa,
  };
  return { way: 'signIn', caller: { ...identity, credentials }, display: null };
}

/** Nobody, who can still knock on what is open to everyone. */
export const ANONYMOUS_LINK: Link = { way: 'anonymous', caller: ANONYMOUS, display: null };

export const activeOf = ({ held, active }: SessionFacts): HeldSession | null =>
  held.find(({ id }) => id === active) ?? null;

/** The one who acts. */
export const linkOf = (facts: SessionFacts): Link | null => activeOf(facts)?.links.at(-1) ?? null;

/** Who acts now; null while nobody does. */
export const callerOf = (facts: SessionFacts): Caller | null => linkOf(facts)?.caller ?? null;

/** Whether one more session can be held: always one of somebody who is here already, whose session it replaces. */
export const canOpen = (facts: SessionFacts, link: Link): boolean =>
  facts.held.length < MAX_HELD || sameOrigin(facts, link) !== undefined;

/** A session beside the others, which acts from now on. Of who signs in again the old session ends. */
export function opened(facts: SessionFacts, link: Link, id: string): SessionFacts {
  const session: HeldSession = { id, links: [link] };
  const replaced = sameOrigin(facts, link);
  const held = replaced
    ? facts.held.map((one) => (one === replaced ? session : one))
    : [...facts.held, session];
  return acting({ ...facts, held }, id);
}

/** One of the sessions that are held acts from now on; the one before it is remembered. */
function acting({ before = [], ...facts }: SessionFacts, active: string | null): SessionFacts {
  const earlier = [
    ...before.filter((id) => id !== facts.active),
    ...(facts.active === null ? [] : [facts.active]),
  ];
  const kept = earlier.filter((id) => id !== active && facts.held.some((one) => one.id === id));
  return { ...facts, active, ...(kept.length > 0 && { before: kept }) };
}

/** Who acts becomes somebody else, and remembers the way back. To switch roles starts anew from who signed in. */
export const became = (facts: SessionFacts, link: Link): SessionFacts =>
  withActive(facts, ({ id, links }) => ({
    id,
    links: [...(link.way === 'switchRole' ? links.slice(0, 1) : links), link],
  }));

/** Back along the way: `depth` links are left. */
export const backTo = (facts: SessionFacts, depth: number): SessionFacts =>
  withActive(facts, ({ id, links }) => ({ id, links: links.slice(0, depth) }));

/** What a session began as has new credentials; whom it has become since keeps their own. */
export const renewed = (facts: SessionFacts, id: string, link: Link): SessionFacts => ({
  ...facts,
  held: facts.held.map((one) => (one.id === id ? { id, links: [link, ...one.links.slice(1)] } : one)),
});

export const activated = (facts: SessionFacts, id: string): SessionFacts => acting(facts, id);

/** The credentials of a session are gone; of several that are held the one that acted before acts next. */
export function closed(facts: SessionFacts, id: string): SessionFacts {
  const held = facts.held.filter((one) => one.id !== id);
  const before = (facts.before ?? []).filter((one) => one !== id);
  const active = facts.active === id ? (before.at(-1) ?? held.at(-1)?.id ?? null) : facts.active;
  return acting({ ...facts, held, before, active }, active);
}

/** Nobody is signed in. Roles that were switched to are remembered. */
export const allClosed = ({ recentRoles }: SessionFacts): SessionFacts => ({ ...SIGNED_OUT, recentRoles });

export function rememberedRole(facts: SessionFacts, role: RecentRole): SessionFacts {
  const others = facts.recentRoles.filter((one) => one.account !== role.account || one.role !== role.role);
  return { ...facts, recentRoles: [role, ...others].slice(0, MAX_RECENT_ROLES) };
}

/** True from the second the credentials name on. Nobody acts: nothing can expire. */
export function isExpired(facts: SessionFacts, now: Instant): boolean {
  const expires = expiryOfActive(facts);
  return expires !== null && hasPassed(expires, now);
}

/** Whole seconds until the credentials of who acts expire, never below 0; null where they do not. */
export function secondsLeft(facts: SessionFacts, now: Instant): number | null {
  const expires = expiryOfActive(facts);
  return expires === null ? null : Math.max(0, Math.floor((epochMillis(expires) - epochMillis(now)) / 1000));
}

function expiryOfActive(facts: SessionFacts): Instant | null {
  const caller = callerOf(facts);
  return caller && expiryOf(caller);
}

const withActive = (facts: SessionFacts, change: (session: HeldSession) => HeldSession): SessionFacts => ({
  ...facts,
  held: facts.held.map((one) => (one.id === facts.active ? change(one) : one)),
});

/** The session that somebody of the same name opened in the same way. */
const sameOrigin = ({ held }: SessionFacts, { way, caller }: Link): HeldSession | undefined =>
  held.find(({ links: [first] }) => first?.way === way && originKey(first.caller) === originKey(caller));

function originKey(caller: Caller): string {
  switch (caller.kind) {
    case 'anonymous':
    case 'root':
      return `${caller.kind} ${caller.account}`;
    case 'user':
    case 'federatedUser':
      return `${caller.kind} ${caller.account} ${caller.name}`;
    case 'roleSession':
      return `${caller.roleArn} ${caller.sessionName}`;
  }
}
