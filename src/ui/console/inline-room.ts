// The room that the inline policies of a user, group or role share.
import { findGroup, findRole, findUser } from '../../account/find.ts';
import type { PolicyOwner } from '../../account/policies.ts';
import type { Account } from '../../account/world.ts';
import { MAX_INLINE } from '../../api/operations/iam/quotas.ts';
import { sizeWithoutWhiteSpace } from '../../policy/size.ts';
import type { Room } from '../editor/knowing.svelte.ts';

const FIND = { user: findUser, group: findGroup, role: findRole } as const;

/** @param name The policy whose room is asked for; what there is of it already does not count. */
export function inlineRoom(account: Account, owner: PolicyOwner, name: string): Room {
  const inline = FIND[owner.kind](account, owner.name)?.inline ?? {};
  const others = Object.entries(inline).filter(([one]) => one !== name);
  return {
    most: MAX_INLINE[owner.kind],
    others: others.reduce((sum, [, text]) => sum + sizeWithoutWhiteSpace(text), 0),
    whose: `all inline policies of the ${owner.kind} together`,
  };
}
