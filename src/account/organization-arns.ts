// ARNs of an organization and of what is in it. The account in them is the management account.
import type { AccountId, Arn } from '../aws/arn.ts';
import { FULL_ACCESS, type Organization, type OrganizationPolicyType } from './organization.ts';

/** What an ARN needs to know of the organization. */
type Named = Pick<Organization, 'id' | 'managementAccount'>;

const arn = (account: string, resource: string): Arn => `arn:aws:organizations::${account}:${resource}`;

export const organizationArn = ({ id, managementAccount }: Named): Arn =>
  arn(managementAccount, `organization/${id}`);

/** Of the root, a unit or an account, told apart by the form of their ids. */
export function placeArn({ id, managementAccount }: Named, place: string): Arn {
  const kind = place.startsWith('r-') ? 'root' : place.startsWith('ou-') ? 'ou' : 'account';
  return arn(managementAccount, `${kind}/${id}/${place}`);
}

export const memberArn = (organization: Named, account: AccountId): Arn => placeArn(organization, account);

/** Policies of AWS stand in no organization. */
export function organizationPolicyArn(
  { id, managementAccount }: Named,
  type: OrganizationPolicyType,
  policy: string,
): Arn {
  const kind = type.toLowerCase();
  return policy === FULL_ACCESS[type]
    ? arn('aws', `policy/${kind}/${policy}`)
    : arn(managementAccount, `policy/${id}/${kind}/${policy}`);
}

export const delegationPolicyArn = ({ id, managementAccount }: Named, policy: string): Arn =>
  arn(managementAccount, `resourcepolicy/${id}/${policy}`);
