// The owner of an access key, found by the id of the key alone.
import type { Account, User } from '../../../account/world.ts';
import { perLeaf } from '../../../account/table.ts';

const ownersByKey = perLeaf(
  (leaf: Readonly<Record<string, User>>) =>
    new Map(Object.values(leaf).flatMap((user) => user.accessKeys.map(({ id }) => [id, user] as const))),
);

/** Null: the account knows no such key. The user is null for keys of the root user. */
export function keyOwner(account: Account, keyId: string): { readonly user: User | null } | null {
  if (account.root.accessKeys.some(({ id }) => id === keyId)) return { user: null };
  for (const owners of ownersByKey(account.users)) {
    const user = owners.get(keyId);
    if (user) return { user };
  }
  return null;
}
