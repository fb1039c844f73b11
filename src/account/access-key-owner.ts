// Access keys by id: whose a long-term key is, in whatever account of the world.
import { usersByAccessKey, valuesNamed } from './indexes.ts';
import type { AccessKey, Account, User, World } from './world.ts';

export interface AccessKeyOwner {
  readonly account: Account;
  /** Null: the root user. */
  readonly user: User | null;
  readonly key: AccessKey;
}

/** Null for a key that nobody has (any more). */
export function accessKeyOwner(world: World, id: string): AccessKeyOwner | null {
  for (const account of Object.values(world.accounts)) {
    const ofRoot = keyIn(account.root.accessKeys, id);
    if (ofRoot) return { account, user: null, key: ofRoot };
    const [user] = valuesNamed(account.users, usersByAccessKey(account.users, id));
    const key = user && keyIn(user.accessKeys, id);
    if (key) return { account, user, key };
  }
  return null;
}

const keyIn = (keys: readonly AccessKey[], id: string): AccessKey | undefined =>
  keys.find((key) => key.id === id);
