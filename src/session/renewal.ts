// renewalDue: the credentials that a service gives to what it runs before those that were given end.
import { expiryOf, type Caller, type RoleSession } from '../account/caller.ts';
import type { World } from '../account/world.ts';
import { addSeconds, hasPassed } from '../aws/instant.ts';
import type { Env } from '../api/env.ts';
import { serviceLink } from './become.ts';
import type { Link, SessionFacts } from './facts.ts';
import { runningIn } from './services.ts';
import { ENDING_SECONDS } from './sessions.ts';

/** Seconds before the end: early enough that the end is never near. AWS has new ones ready at least five minutes before. */
const BEFORE_END = ENDING_SECONDS;

/**
 * The first of the sessions that began as something that a service runs whose credentials end soon, or have ended while
 * nobody looked, and what it is from now on; null: there is none. Of an instance that is gone or stopped, and of a role
 * that no longer trusts the service, there are no new ones: the session ends.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-metadata-security-credentials.html
 */
export function renewalDue(
  world: World,
  { held }: SessionFacts,
  env: Env,
): { readonly id: string; readonly link: Link } | null {
  for (const { id, links } of held) {
    const [first] = links;
    if (first?.way !== 'service' || !endsSoon(first.caller, env)) continue;
    const place = placeOf(first.caller);
    const sessions = runningIn(world, env).flatMap(({ session }) => (session.ok ? [session.value] : []));
    const next = sessions.find((session) => placeOf(session) === place);
    if (next) return { id, link: serviceLink(next) };
  }
  return null;
}

function endsSoon(caller: Caller, { now }: Env): boolean {
  const expires = expiryOf(caller);
  return expires !== null && hasPassed(expires, addSeconds(now, BEFORE_END));
}

/** The ARN of the instance or function. */
function placeOf(caller: Caller | RoleSession): string | null {
  if (caller.kind !== 'roleSession') return null;
  const { origin } = caller;
  switch (origin?.kind) {
    case 'ec2Instance':
      return origin.instance;
    case 'lambdaFunction':
      return origin.function;
    default:
      return null;
  }
}
