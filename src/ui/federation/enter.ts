// Enter: opens the session that a federated sign-in has led to, and shows it: that page needs no permission.
import type { Link } from '../../session/facts.ts';
import { openBeside } from '../credentials/open-beside.ts';
import { useAnnounce } from '../shared/announcer.svelte.ts';
import { follow } from '../shared/follow.ts';
import { identityName } from '../shared/identity.ts';
import { useWorkspace } from '../shared/workspace.ts';

export const NO_ROOM =
  'Five identities are signed in already, as many as there can be. Sign one of them out first.';

/** To be called while a component starts. What it returns says what is in the way; null: the person is in. */
export function useEnter(): (link: Link) => string | null {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  return (link) => {
    if (openBeside(workspace, link) !== null) return NO_ROOM;
    announce(`Signed in as ${identityName(link.caller)}`, { onward: true });
    follow({ place: 'session' });
    return null;
  };
}
