// All rows of the table test, by family of operations.
import { ACCOUNT } from './rows/account.ts';
import { ATTACHMENTS } from './rows/attachments.ts';
import { EARLIER } from './rows/earlier.ts';
import { GROUPS } from './rows/groups.ts';
import { POLICIES } from './rows/policies.ts';
import { ROLES } from './rows/roles.ts';
import { STS } from './rows/sts.ts';
import { ASSUME_ROLE } from './rows/sts-assume-role.ts';
import { ASSUME_ROLE_WITH_SAML } from './rows/sts-saml.ts';
import { ASSUME_ROLE_WITH_WEB_IDENTITY } from './rows/sts-web-identity.ts';
import { USERS } from './rows/users.ts';

export const ROWS = [
  ...EARLIER,
  ...USERS,
  ...GROUPS,
  ...ROLES,
  ...POLICIES,
  ...ATTACHMENTS,
  ...ACCOUNT,
  ...STS,
  ...ASSUME_ROLE,
  ...ASSUME_ROLE_WITH_SAML,
  ...ASSUME_ROLE_WITH_WEB_IDENTITY,
] as const;
