// Principals of an account: the root user and IAM users, as the evaluation sees them.
import type { AccountId } from '../aws/arn.ts';
import { rootArn } from '../aws/arn.ts';
import type { Principal } from '../evaluation/request.ts';
import { findAccount, findUser, userArn } from './find.ts';
import type { Account, User, World } from './world.ts';

/** The principals that this model of an account holds. */
export type AccountPrincipal = Extract<Principal, { kind: 'root' | 'user' }>;

/** Names a principal of a world; who signs an API call is one of these. */
export type PrincipalName =
  | { readonly kind: 'root'; readonly account: AccountId }
  | { readonly kind: 'user'; readonly account: AccountId; readonly name: string };

export const rootPrincipal = (account: Account): AccountPrincipal => ({
  kind: 'root',
  arn: rootArn(account.id),
  account: account.id,
});

export const userPrincipal = (account: Account, user: User): AccountPrincipal => ({
  kind: 'user',
  arn: userArn(account, user),
  account: account.id,
  name: user.name,
});

/** The principal behind a name; null when the account or the user is not there (any more). */
export function principalOf(world: World, named: PrincipalName): AccountPrincipal | null {
  const account = findAccount(world, named.account);
  if (!account) return null;
  switch (named.kind) {
    case 'root':
      return rootPrincipal(account);
    case 'user': {
      const user = findUser(account, named.name);
      return user && userPrincipal(account, user);
    }
  }
}
