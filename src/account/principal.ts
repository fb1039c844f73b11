// Principals: callers and identities of a world, as the evaluation sees them.
import type { AccountId, Arn } from '../aws/arn.ts';
import { rootArn } from '../aws/arn.ts';
import type { Principal } from '../evaluation/request.ts';
import type { Caller, FederatedUser, RoleSession, UserCaller } from './caller.ts';
import { findAccount, findUser, userArn } from './find.ts';
import { usersById, valuesNamed } from './indexes.ts';
import type { Account, User, World } from './world.ts';

/** The principals that an account holds, whether anybody is signed in as them or not. */
export type AccountPrincipal = Extract<Principal, { kind: 'root' | 'user' }>;

/** Names the root user or a user of a world. */
export type PrincipalName =
  | { readonly kind: 'root'; readonly account: AccountId }
  | { readonly kind: 'user'; readonly account: AccountId; readonly name: string; readonly id?: string };

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

/** The role's path is not in it. */
export const sessionArn = (session: Pick<RoleSession, 'account' | 'roleName' | 'sessionName'>): Arn =>
  `arn:aws:sts::${session.account}:assumed-role/${session.roleName}/${session.sessionName}`;

export const federatedUserArn = ({ account, name }: Pick<FederatedUser, 'account' | 'name'>): Arn =>
  `arn:aws:sts::${account}:federated-user/${name}`;

/** The principal behind a name; null when the account or the user is not there (any more). */
export function namedPrincipalOf(world: World, named: PrincipalName): AccountPrincipal | null {
  const account = findAccount(world, named.account);
  if (!account) return null;
  if (named.kind === 'root') return rootPrincipal(account);
  const user = userBehind(account, named);
  return user && userPrincipal(account, user);
}

/**
 * The principal behind a caller; null when its credentials are no longer known: the account or the user is gone, the
 * access key was deleted or made inactive. A session outlives its role, and then has no permissions.
 */
export function principalOf(world: World, caller: Caller): Principal | null {
  if (caller.kind === 'anonymous') return { kind: 'anonymous' };
  const account = findAccount(world, caller.account);
  if (!account) return null;
  switch (caller.kind) {
    case 'root': {
      const { credentials } = caller;
      if (credentials.kind === 'accessKey' && !isActive(account.root.accessKeys, credentials.accessKeyId))
        return null;
      return {
        ...rootPrincipal(account),
        ...(credentials.kind === 'assumeRoot' && { assumed: true }),
        ...sessionToken(credentials),
      };
    }
    case 'user': {
      const { credentials } = caller;
      const user = userBehind(account, caller);
      if (!user || (credentials.kind === 'accessKey' && !isActive(user.accessKeys, credentials.accessKeyId)))
        return null;
      return { ...userPrincipal(account, user), ...sessionToken(credentials) };
    }
    case 'roleSession':
      return {
        kind: 'roleSession',
        arn: sessionArn(caller),
        account: account.id,
        roleName: caller.roleName,
        sessionName: caller.sessionName,
        roleArn: caller.roleArn,
      };
    case 'federatedUser': {
      const issuer = namedPrincipalOf(world, { ...caller.issuer, account: account.id });
      return (
        issuer && {
          kind: 'federatedUser',
          arn: federatedUserArn(caller),
          account: account.id,
          name: caller.name,
          issuer: issuer.arn,
        }
      );
    }
  }
}

/** The user that somebody signed in as, whatever its name is by now. */
export function userBehind(account: Account, { name, id }: Pick<UserCaller, 'name' | 'id'>): User | null {
  const named = findUser(account, name);
  if (id === undefined || named?.id === id) return named;
  return valuesNamed(account.users, usersById(account.users, id))[0] ?? null;
}

const isActive = (keys: User['accessKeys'], id: string): boolean =>
  keys.some((key) => key.id === id && key.status === 'Active');

/** Credentials of GetSessionToken are closed to some calls. */
const sessionToken = ({ kind, ...key }: Exclude<Caller, { kind: 'anonymous' }>['credentials']) =>
  kind === 'sessionToken' && 'mfa' in key ? { sessionToken: { mfa: key.mfa !== null } } : {};
