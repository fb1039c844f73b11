// Access keys by id: whose a long-term key is, in whatever account of the world.
import { perLeaf } from './table.ts';
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
    for (const users of usersByKey(account.users)) {
      const user = users.get(id);
      const key = user && keyIn(user.accessKeys, id);
      if (key) return { account, user, key };
    }
  }
  return null;
}

const keyIn = (keys: readonly AccessKey[], id: string): AccessKey | undefined =>
  keys.find((key) => key.id === id);

const usersByKey = perLeaf(
  (leaf: Readonly<Record<string, User>>) =>
    new Map(Object.values(leaf).flatMap((user) => user.accessKeys.map((key) => [key.id, user] as const))),
);
