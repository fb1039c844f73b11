// All rows of the table test, by family of operations.
import { ACCOUNT } from './rows/account.ts';
import { ATTACHMENTS } from './rows/attachments.ts';
import { EARLIER } from './rows/earlier.ts';
import { GROUPS } from './rows/groups.ts';
import { LINKED_ROLES } from './rows/linked-roles.ts';
import { OIDC_PROVIDERS } from './rows/oidc-providers.ts';
import { POLICIES } from './rows/policies.ts';
import { PROVIDERS } from './rows/providers.ts';
import { ROLES } from './rows/roles.ts';
import { ROOT_ACCESS } from './rows/root-access.ts';
import { SIMULATOR } from './rows/simulator.ts';
import { USERS } from './rows/users.ts';

export const ROWS = [
  ...EARLIER,
  ...USERS,
  ...GROUPS,
  ...ROLES,
  ...POLICIES,
  ...ATTACHMENTS,
  ...ACCOUNT,
  ...PROVIDERS,
  ...OIDC_PROVIDERS,
  ...LINKED_ROLES,
  ...ROOT_ACCESS,
  ...SIMULATOR,
] as const;
