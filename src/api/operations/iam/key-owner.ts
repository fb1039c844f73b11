// The owner of an access key, found by the id of the key alone.
import { usersByAccessKey, valuesNamed } from '../../../account/indexes.ts';
import type { Account, User } from '../../../account/world.ts';

/** Null: the account knows no such key. The user is null for keys of the root user. */
export function keyOwner(account: Account, keyId: string): { readonly user: User | null } | null {
  if (account.root.accessKeys.some(({ id }) => id === keyId)) return { user: null };
  const [user] = valuesNamed(account.users, usersByAccessKey(account.users, keyId));
  return user ? { user } : null;
}
