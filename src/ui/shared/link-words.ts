// Words for a link of a session: what somebody is called in it, of which kind they are, and how long they still are.
import type { World } from '../../account/world.ts';
import type { Link, Way } from '../../session/facts.ts';
import { accountLabel, identityKind, identityName } from './identity.ts';

/** As the person who switched named it, otherwise as AWS does. */
export const linkName = ({ caller, display }: Pick<Link, 'caller' | 'display'>): string =>
  display?.name ?? identityName(caller);

/** The credentials that a kind of identity can have beside its usual ones. */
const WITH: Readonly<Partial<Record<Way, string>>> = {
  accessKey: 'access key',
  sessionToken: 'session token',
  assumeRoot: 'one task',
  saml: 'SAML',
  webIdentity: 'web identity',
  identityCenter: 'Identity Center',
  service: 'service',
};

/** "IAM user", "Switched role", "Role session, SAML". */
export function linkKind({ way, caller }: Pick<Link, 'way' | 'caller'>): string {
  if (way === 'switchRole') return 'Switched role';
  const more = WITH[way];
  return `${identityKind(caller)}${more === undefined ? '' : `, ${more}`}`;
}

/** "IAM user in maple-books". */
export const linkKindAndAccount = (world: World, link: Pick<Link, 'way' | 'caller'>): string =>
  link.caller.kind === 'anonymous'
    ? linkKind(link)
    : `${linkKind(link)} in ${accountLabel(world, link.caller.account)}`;

/**
 * Whole seconds in words, as coarse as they are of use: "3 d 4 h", "11 h 59 min", "42 min", and by the second in the last ten
 * minutes: "9:58".
 */
export function inTimeLeft(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days > 0) return `${days} d ${hours % 24} h`;
  if (hours > 0) return `${hours} h ${minutes % 60} min`;
  return seconds > 600 ? `${minutes} min` : `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
}

/** "11:59:58", for whoever looks on second by second. */
export const bySecond = (seconds: number): string =>
  [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
