// The faults for which Organizations refuses to save a delegation policy.
import type { Organization } from '../../../account/organization.ts';
import { lookup } from '../../../account/table.ts';
import type { PrincipalEntry } from '../../../policy/document.ts';
import { covers } from '../../../policy/glob.ts';
import { parsePolicy } from '../../../policy/parse.ts';
import type { AwsError } from '../../aws-error.ts';
import { invalidInput } from '../../invalid-input.ts';

/**
 * What can be delegated: to read everything, and to manage policies.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_delegate_policies.html
 */
const DELEGABLE = `AttachPolicy CreatePolicy DeletePolicy DescribeAccount DescribeCreateAccountStatus
  DescribeEffectivePolicy DescribeHandshake DescribeOrganization DescribeOrganizationalUnit DescribePolicy
  DescribeResourcePolicy DetachPolicy DisablePolicyType EnablePolicyType ListAccounts ListAccountsForParent
  ListAWSServiceAccessForOrganization ListChildren ListCreateAccountStatus ListDelegatedAdministrators
  ListDelegatedServicesForAccount ListHandshakesForAccount ListHandshakesForOrganization
  ListOrganizationalUnitsForParent ListParents ListPolicies ListPoliciesForTarget ListRoots ListTagsForResource
  ListTargetsForPolicy TagResource UntagResource UpdatePolicy`.split(/\s+/);

const RESERVED =
  `AcceptHandshake CancelHandshake CloseAccount CreateAccount CreateGovCloudAccount CreateOrganization
  CreateOrganizationalUnit DeclineHandshake DeleteOrganization DeleteOrganizationalUnit DeleteResourcePolicy
  DeregisterDelegatedAdministrator DisableAWSServiceAccess EnableAWSServiceAccess EnableAllFeatures
  InviteAccountToOrganization LeaveOrganization MoveAccount PutResourcePolicy RegisterDelegatedAdministrator
  RemoveAccountFromOrganization UpdateOrganizationalUnit`.split(/\s+/);

/**
 * Null: it is saved. Principals must be accounts of the organization other than the management account, or users and
 * roles of them. The reasons are AWS's, their texts and the order in which they are looked for are our reading.
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_PutResourcePolicy.html#API_PutResourcePolicy_Errors
 */
export function delegationPolicyError(text: string, organization: Organization): AwsError | null {
  const { document } = parsePolicy(text);
  if (!document || document.statements.some(({ resource }) => !resource))
    return invalidInput('INVALID_RESOURCE_POLICY_JSON');
  for (const { principal, action, resource } of document.statements) {
    if (!principal || principal.negated || !principal.entries.every((one) => isMember(organization, one)))
      return invalidInput('INVALID_PRINCIPAL');
    if (action.negated || !action.patterns.every(({ value }) => isDelegable(value)))
      return invalidInput('UNSUPPORTED_ACTION_IN_RESOURCE_POLICY');
    if (!resource?.patterns.every(({ value }) => value === '*' || value.startsWith('arn:aws:organizations:')))
      return invalidInput('UNSUPPORTED_RESOURCE_IN_RESOURCE_POLICY');
  }
  return null;
}

function isMember({ members, managementAccount }: Organization, { kind, value }: PrincipalEntry): boolean {
  if (kind !== 'AWS') return false;
  const account = /^(?:arn:aws:(?:iam|sts)::)?(\d{12})(?:$|:)/.exec(value)?.[1];
  return account !== undefined && account !== managementAccount && lookup(members, account) !== undefined;
}

/** A pattern must mean something that can be delegated, and nothing that cannot. */
function isDelegable(pattern: string): boolean {
  const [service, name = ''] = pattern.toLowerCase().split(':');
  const means = (action: string): boolean => covers(name, action.toLowerCase());
  return service === 'organizations' && DELEGABLE.some(means) && !RESERVED.some(means);
}
