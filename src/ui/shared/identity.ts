// Identity: the names by which people know a caller and its account.
import type { Caller } from '../../account/caller.ts';
import { findAccount, findUser } from '../../account/find.ts';
import { federatedUserArn, sessionArn } from '../../account/principal.ts';
import type { World } from '../../account/world.ts';
import { iamArn, rootArn, type AccountId, type Arn } from '../../aws/arn.ts';
import type { Identity } from '../../session/claim.ts';

/** Anybody who can be named: who could sign in, and who acts. */
export type Named = Identity | Caller;

/** The alias of an account, or its id where it has none. */
export const accountLabel = (world: World, id: AccountId): string => world.accounts[id]?.alias ?? id;

/** "Root user", the name of a user, or role and session, as AWS writes them. */
export function identityName(identity: Named): string {
  switch (identity.kind) {
    case 'root':
      return 'Root user';
    case 'user':
    case 'federatedUser':
      return identity.name;
    case 'roleSession':
      return `${identity.roleName}/${identity.sessionName}`;
    case 'anonymous':
      return 'Nobody';
  }
}

const KINDS: Readonly<Record<Named['kind'], string>> = {
  root: 'Root user',
  user: 'IAM user',
  roleSession: 'Role session',
  federatedUser: 'Federated user',
  anonymous: 'Anonymous',
};

/** The word for a kind of identity. */
export const identityKind = ({ kind }: Named): string => KINDS[kind];

/** Null for nobody, who has none. */
export function identityArn(world: World, identity: Named): Arn | null {
  switch (identity.kind) {
    case 'root':
      return rootArn(identity.account);
    case 'user': {
      const account = findAccount(world, identity.account);
      const path = account ? (findUser(account, identity.name)?.path ?? '/') : '/';
      return iamArn(identity.account, 'user', path, identity.name);
    }
    case 'roleSession':
      return sessionArn(identity);
    case 'federatedUser':
      return federatedUserArn(identity);
    case 'anonymous':
      return null;
  }
}

/** Whether both go by the same name. */
export const sameIdentity = (one: Named, other: Named): boolean =>
  one.kind === other.kind && one.account === other.account && identityName(one) === identityName(other);
