// Identity: the names by which people know a caller and its account.
import { findAccount, findUser } from '../../account/find.ts';
import type { World } from '../../account/world.ts';
import { iamArn, rootArn, type AccountId, type Arn } from '../../aws/arn.ts';
import type { Identity } from '../../session/claim.ts';

/** The alias of an account, or its id where it has none. */
export const accountLabel = (world: World, id: AccountId): string => world.accounts[id]?.alias ?? id;

/** "Root user" or the user's name, as AWS writes them. */
export const identityName = (identity: Identity): string =>
  identity.kind === 'root' ? 'Root user' : identity.name;

/** The word for a kind of identity. */
export const identityKind = (identity: Identity): string =>
  identity.kind === 'root' ? 'Root user' : 'IAM user';

export function identityArn(world: World, identity: Identity): Arn {
  if (identity.kind === 'root') return rootArn(identity.account);
  const account = findAccount(world, identity.account);
  const path = account ? (findUser(account, identity.name)?.path ?? '/') : '/';
  return iamArn(identity.account, 'user', path, identity.name);
}

export const sameIdentity = (one: Identity, other: Identity): boolean =>
  one.kind === other.kind &&
  one.account === other.account &&
  (one.kind === 'root' || (other.kind === 'user' && one.name === other.name));
