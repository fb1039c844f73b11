// The menu of who acts: what they are, the way back, everybody else who is signed in, and the ways in and out.
import Copy from '@lucide/svelte/icons/copy';
import CornerUpLeft from '@lucide/svelte/icons/corner-up-left';
import LogOut from '@lucide/svelte/icons/log-out';
import ScanEye from '@lucide/svelte/icons/scan-eye';
import ArrowLeftRight from '@lucide/svelte/icons/arrow-left-right';
import UserPlus from '@lucide/svelte/icons/user-plus';
import { expiryOf } from '../../account/caller.ts';
import type { Arn } from '../../aws/arn.ts';
import type { HeldSession } from '../../session/facts.ts';
import { activeOf } from '../../session/session.ts';
import { notSwitching } from '../../session/switch-role.ts';
import { spentOf, type Spent } from '../../session/way-on.ts';
import { hasPassed } from '../../aws/instant.ts';
import { identityArn } from '../shared/identity.ts';
import { linkKind, linkKindAndAccount, linkName } from '../shared/link-words.ts';
import type { MenuEntry } from '../shared/menu.ts';
import { hrefOf } from '../shared/route.ts';
import { inWords } from '../shared/when.ts';
import type { Workspace } from '../shared/workspace.ts';

/** What the menu sets going. */
export interface IdentityActs {
  readonly copy: (what: string, text: string) => void;
  readonly back: (depth: number) => void;
  readonly activate: (session: HeldSession) => void;
  readonly signOut: () => void;
  readonly signOutOfAll: () => void;
}

type Seen = Pick<Workspace, 'world' | 'session' | 'moment'>;

/** Why a session is of no more use, as the list of those that are held says it. */
const SPENT: Readonly<Record<Spent, string>> = { ended: ', ended', gone: ', no longer known' };

/** Empty while nobody acts. */
export function identityEntries(seen: Seen, acts: IdentityActs): MenuEntry[] {
  const active = activeOf(seen.session);
  const link = active?.links.at(-1);
  if (!active || !link) return [];
  const { world, session } = seen;
  const { caller } = link;
  const arn = identityArn(world, caller);
  const expires = expiryOf(caller);
  const several = session.held.length > 1;
  const kind = linkKind(link);
  return [
    {
      kind: 'heading',
      label:
        expires === null
          ? kind
          : `${kind}, ${hasPassed(expires, seen.moment) ? 'ended' : 'until'} ${inWords(expires, 'short')}`,
    },
    { kind: 'link', label: 'Under the glass', icon: ScanEye, href: hrefOf({ place: 'session' }) },
    ...(arn === null ? [] : copies(caller.account, arn, acts)),
    // Nobody has no role to switch to, nor anybody to go back to.
    ...(caller.kind === 'anonymous' ? [] : [{ kind: 'separator' } as const, switching(active)]),
    ...active.links.slice(0, -1).map((earlier, at): MenuEntry => ({
      kind: 'action',
      label: `Back to ${linkName(earlier)}`,
      icon: CornerUpLeft,
      choose: () => acts.back(at + 1),
    })),
    { kind: 'separator' },
    ...(several ? others(seen, acts) : []),
    {
      kind: 'link',
      label: 'Add another sign-in',
      icon: UserPlus,
      href: hrefOf({ place: 'signIn' }),
    },
    {
      kind: 'action',
      label: several ? `Sign out ${nameOf(active)}` : 'Sign out',
      icon: LogOut,
      choose: acts.signOut,
    },
    ...(several
      ? [{ kind: 'action', label: 'Sign out all', icon: LogOut, choose: acts.signOutOfAll } as const]
      : []),
  ];
}

/** A switch starts from who signed in. */
function switching({ links: [first] }: HeldSession): MenuEntry {
  const hindered = first ? notSwitching(first) : null;
  return hindered !== null
    ? {
        kind: 'action',
        label: 'Switch role',
        detail: hindered,
        icon: ArrowLeftRight,
        disabled: true,
        choose: () => {},
      }
    : {
        kind: 'link',
        label: 'Switch role',
        icon: ArrowLeftRight,
        href: hrefOf({ place: 'switchRole' }),
      };
}

const copies = (account: string, arn: Arn, { copy }: IdentityActs): MenuEntry[] => [
  { kind: 'action', label: 'Copy account ID', icon: Copy, choose: () => copy('account ID', account) },
  { kind: 'action', label: 'Copy ARN', icon: Copy, choose: () => copy('ARN', arn) },
];

const others = ({ world, session, moment }: Seen, { activate }: IdentityActs): MenuEntry[] => [
  { kind: 'heading', label: 'Signed in' },
  ...session.held.flatMap((held): MenuEntry[] => {
    const last = held.links.at(-1);
    if (!last) return [];
    const spent = spentOf(world, last.caller, moment);
    return [
      {
        kind: 'choice',
        label: held.links.map(linkName).join(' › '),
        detail: `${linkKindAndAccount(world, last)}${spent === null ? '' : SPENT[spent]}`,
        checked: held.id === session.active,
        choose: () => {
          if (held.id !== session.active) activate(held);
        },
      },
    ];
  }),
];

/** Of who signed in, whoever they are by now. */
export const nameOf = ({ links: [first] }: HeldSession): string => (first ? linkName(first) : '');
