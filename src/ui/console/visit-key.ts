// visitKey: whether whoever acts is still the same.
import { activeOf } from '../../session/session.ts';
import type { SessionFacts } from '../../session/facts.ts';

/** Another value for every session and every link of it, also when the same user signs in again. */
export function visitKey(session: SessionFacts): string | null {
  const active = activeOf(session);
  return active && `${active.id} ${active.links.length}`;
}
