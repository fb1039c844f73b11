// Roles of this world as they are offered, those of the account of whoever acts first.
import { roleArn } from '../../account/find.ts';
import { sortedValues } from '../../account/table.ts';
import type { Account, Role, World } from '../../account/world.ts';
import type { AccountId, Arn } from '../../aws/arn.ts';

export interface RolesOfAccount {
  readonly account: Account;
  readonly roles: readonly { readonly arn: Arn; readonly role: Role }[];
}

/** Accounts without roles are left out. */
export const rolesOf = (world: World, first: AccountId | undefined): RolesOfAccount[] =>
  Object.values(world.accounts)
    .sort((one, other) => Number(other.id === first) - Number(one.id === first))
    .map((account) => ({
      account,
      roles: sortedValues(account.roles).map((role) => ({ arn: roleArn(account, role), role })),
    }))
    .filter(({ roles }) => roles.length > 0);
