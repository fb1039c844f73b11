// Shapes: what Organizations holds, as its answers show it.
import { memberArn, organizationArn, placeArn } from '../../../account/organization-arns.ts';
import type {
  AccountCreation,
  Organization,
  OrganizationalUnit,
  OrganizationMember,
  OrganizationPolicyType,
} from '../../../account/organization.ts';
import { unitsAbove } from '../../../account/organization-tree.ts';
import { entry } from '../../../account/record.ts';
import type { World } from '../../../account/world.ts';
import type { AccountId, Arn } from '../../../aws/arn.ts';
import type { Instant } from '../../../aws/instant.ts';

interface ShownPolicyType {
  readonly Type: OrganizationPolicyType;
  readonly Status: 'ENABLED';
}

export interface ShownOrganization {
  readonly Id: string;
  readonly Arn: Arn;
  readonly FeatureSet: Organization['featureSet'];
  readonly MasterAccountArn: Arn;
  readonly MasterAccountId: AccountId;
  readonly MasterAccountEmail: string;
  /** AWS keeps it for old clients; what is enabled ListRoots says. */
  readonly AvailablePolicyTypes: readonly ShownPolicyType[];
}

/** @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html */
export const shownOrganization = (world: World, organization: Organization): ShownOrganization => {
  const { id, featureSet, managementAccount } = organization;
  return {
    Id: id,
    Arn: organizationArn(organization),
    FeatureSet: featureSet,
    MasterAccountArn: memberArn(organization, managementAccount),
    MasterAccountId: managementAccount,
    MasterAccountEmail: entry(world.accounts, managementAccount)?.root.email ?? '',
    AvailablePolicyTypes: featureSet === 'ALL' ? [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }] : [],
  };
};

export interface ShownRoot {
  readonly Id: string;
  readonly Arn: Arn;
  readonly Name: string;
  readonly PolicyTypes: readonly ShownPolicyType[];
}

export const shownRoot = (
  organization: Organization,
  enabled: readonly OrganizationPolicyType[] = organization.enabledTypes,
): ShownRoot => ({
  Id: organization.root,
  Arn: placeArn(organization, organization.root),
  Name: 'Root',
  PolicyTypes: enabled.map((Type) => ({ Type, Status: 'ENABLED' })),
});

/** `o-…/r-…/ou-…/` */
const pathOf = (organization: Organization, place: string): string =>
  `${[organization.id, organization.root, ...unitsAbove(organization, place)].join('/')}/`;

export interface ShownUnit {
  readonly Id: string;
  readonly Arn: Arn;
  readonly Name: string;
  readonly Path: string;
}

/** The organization may be that before the unit was made. */
export const shownUnit = (
  organization: Organization,
  { id, name, parent }: OrganizationalUnit,
): ShownUnit => ({
  Id: id,
  Arn: placeArn(organization, id),
  Name: name,
  Path: `${pathOf(organization, parent)}${id}/`,
});

export interface ShownMember {
  readonly Id: AccountId;
  readonly Arn: Arn;
  readonly Email: string;
  readonly Name: string;
  /** What `State` says better; AWS keeps both. */
  readonly Status: OrganizationMember['status'];
  readonly State: 'ACTIVE' | 'PENDING_CLOSURE' | 'CLOSED';
  readonly JoinedMethod: OrganizationMember['method'];
  readonly JoinedTimestamp: Instant;
}

export interface ShownAccount extends ShownMember {
  readonly Paths: readonly string[];
}

/** As it is shown among the administrators of a service. */
export function shownMember(
  world: World,
  organization: Organization,
  { account, status, method, joined }: OrganizationMember,
): ShownMember {
  const known = entry(world.accounts, account);
  return {
    Id: account,
    Arn: memberArn(organization, account),
    Email: known?.root.email ?? '',
    Name: known?.name ?? '',
    Status: status,
    State: status === 'SUSPENDED' ? 'CLOSED' : status,
    JoinedMethod: method,
    JoinedTimestamp: joined,
  };
}

/** @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_Account.html */
export const shownAccount = (
  world: World,
  organization: Organization,
  member: OrganizationMember,
): ShownAccount => ({
  ...shownMember(world, organization, member),
  Paths: [`${pathOf(organization, member.parent)}${member.account}/`],
});

export interface ShownCreation {
  readonly Id: string;
  readonly AccountName: string;
  readonly State: AccountCreation['state'];
  readonly RequestedTimestamp: Instant;
  readonly CompletedTimestamp?: Instant;
  readonly AccountId?: AccountId;
  readonly FailureReason?: string;
}

/** What AWS takes minutes for is done here in the second of the request. */
export const shownCreation = ({
  id,
  name,
  state,
  requested,
  account,
  failure,
}: AccountCreation): ShownCreation => ({
  Id: id,
  AccountName: name,
  State: state,
  RequestedTimestamp: requested,
  ...(state !== 'IN_PROGRESS' && { CompletedTimestamp: requested }),
  ...(account !== null && { AccountId: account }),
  ...(failure !== null && { FailureReason: failure }),
});
