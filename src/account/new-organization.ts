// newOrganization: an organization as it begins: a root, the management account under it, no type of policy enabled.
import type { AccountId } from '../aws/arn.ts';
import type { Instant } from '../aws/instant.ts';
import type { Organization, OrganizationMember } from './organization.ts';
import { EMPTY, tableOf } from './table.ts';

export const newOrganization = (
  id: string,
  root: string,
  managementAccount: AccountId,
  now: Instant,
): Organization => ({
  id,
  managementAccount,
  featureSet: 'ALL',
  root,
  enabledTypes: [],
  units: EMPTY,
  members: tableOf({ [managementAccount]: newMember(managementAccount, root, 'INVITED', now) }),
  policies: EMPTY,
  attached: EMPTY,
  creations: EMPTY,
  trustedServices: EMPTY,
  delegatedAdministrators: EMPTY,
  rootFeatures: [],
  resourcePolicy: null,
  rootTags: {},
});

export const newMember = (
  account: AccountId,
  parent: string,
  method: OrganizationMember['method'],
  now: Instant,
): OrganizationMember => ({ account, parent, joined: now, method, status: 'ACTIVE', tags: {} });
