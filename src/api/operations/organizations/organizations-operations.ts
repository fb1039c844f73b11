// The operations of Organizations.
import { AttachPolicy } from './AttachPolicy.ts';
import { CloseAccount } from './CloseAccount.ts';
import { CreateAccount } from './CreateAccount.ts';
import { CreateOrganization } from './CreateOrganization.ts';
import { CreateOrganizationalUnit } from './CreateOrganizationalUnit.ts';
import { CreatePolicy } from './CreatePolicy.ts';
import { DeleteOrganization } from './DeleteOrganization.ts';
import { DeleteOrganizationalUnit } from './DeleteOrganizationalUnit.ts';
import { DeletePolicy } from './DeletePolicy.ts';
import { DeleteResourcePolicy } from './DeleteResourcePolicy.ts';
import { DeregisterDelegatedAdministrator } from './DeregisterDelegatedAdministrator.ts';
import { DescribeAccount } from './DescribeAccount.ts';
import { DescribeCreateAccountStatus } from './DescribeCreateAccountStatus.ts';
import { DescribeEffectivePolicy } from './DescribeEffectivePolicy.ts';
import { DescribeOrganization } from './DescribeOrganization.ts';
import { DescribeOrganizationalUnit } from './DescribeOrganizationalUnit.ts';
import { DescribePolicy } from './DescribePolicy.ts';
import { DescribeResourcePolicy } from './DescribeResourcePolicy.ts';
import { DetachPolicy } from './DetachPolicy.ts';
import { DisableAWSServiceAccess } from './DisableAWSServiceAccess.ts';
import { DisablePolicyType } from './DisablePolicyType.ts';
import { EnableAWSServiceAccess } from './EnableAWSServiceAccess.ts';
import { EnablePolicyType } from './EnablePolicyType.ts';
import { LeaveOrganization } from './LeaveOrganization.ts';
import { ListAWSServiceAccessForOrganization } from './ListAWSServiceAccessForOrganization.ts';
import { ListAccounts } from './ListAccounts.ts';
import { ListAccountsForParent } from './ListAccountsForParent.ts';
import { ListChildren } from './ListChildren.ts';
import { ListCreateAccountStatus } from './ListCreateAccountStatus.ts';
import { ListDelegatedAdministrators } from './ListDelegatedAdministrators.ts';
import { ListDelegatedServicesForAccount } from './ListDelegatedServicesForAccount.ts';
import { ListOrganizationalUnitsForParent } from './ListOrganizationalUnitsForParent.ts';
import { ListParents } from './ListParents.ts';
import { ListPolicies } from './ListPolicies.ts';
import { ListPoliciesForTarget } from './ListPoliciesForTarget.ts';
import { ListRoots } from './ListRoots.ts';
import { ListTagsForResource } from './ListTagsForResource.ts';
import { ListTargetsForPolicy } from './ListTargetsForPolicy.ts';
import { MoveAccount } from './MoveAccount.ts';
import { PutResourcePolicy } from './PutResourcePolicy.ts';
import { RegisterDelegatedAdministrator } from './RegisterDelegatedAdministrator.ts';
import { RemoveAccountFromOrganization } from './RemoveAccountFromOrganization.ts';
import { TagResource } from './TagResource.ts';
import { UntagResource } from './UntagResource.ts';
import { UpdateOrganizationalUnit } from './UpdateOrganizationalUnit.ts';
import { UpdatePolicy } from './UpdatePolicy.ts';

export const ORGANIZATIONS_OPERATIONS = {
  'organizations:CreateOrganization': CreateOrganization,
  'organizations:DescribeOrganization': DescribeOrganization,
  'organizations:DeleteOrganization': DeleteOrganization,
  'organizations:ListRoots': ListRoots,
  'organizations:ListAccounts': ListAccounts,
  'organizations:ListAccountsForParent': ListAccountsForParent,
  'organizations:ListOrganizationalUnitsForParent': ListOrganizationalUnitsForParent,
  'organizations:ListChildren': ListChildren,
  'organizations:ListParents': ListParents,
  'organizations:DescribeAccount': DescribeAccount,
  'organizations:DescribeOrganizationalUnit': DescribeOrganizationalUnit,
  'organizations:CreateAccount': CreateAccount,
  'organizations:DescribeCreateAccountStatus': DescribeCreateAccountStatus,
  'organizations:ListCreateAccountStatus': ListCreateAccountStatus,
  'organizations:MoveAccount': MoveAccount,
  'organizations:CloseAccount': CloseAccount,
  'organizations:RemoveAccountFromOrganization': RemoveAccountFromOrganization,
  'organizations:LeaveOrganization': LeaveOrganization,
  'organizations:CreateOrganizationalUnit': CreateOrganizationalUnit,
  'organizations:UpdateOrganizationalUnit': UpdateOrganizationalUnit,
  'organizations:DeleteOrganizationalUnit': DeleteOrganizationalUnit,
  'organizations:EnablePolicyType': EnablePolicyType,
  'organizations:DisablePolicyType': DisablePolicyType,
  'organizations:CreatePolicy': CreatePolicy,
  'organizations:UpdatePolicy': UpdatePolicy,
  'organizations:DescribePolicy': DescribePolicy,
  'organizations:ListPolicies': ListPolicies,
  'organizations:ListPoliciesForTarget': ListPoliciesForTarget,
  'organizations:ListTargetsForPolicy': ListTargetsForPolicy,
  'organizations:DeletePolicy': DeletePolicy,
  'organizations:AttachPolicy': AttachPolicy,
  'organizations:DetachPolicy': DetachPolicy,
  'organizations:DescribeEffectivePolicy': DescribeEffectivePolicy,
  'organizations:PutResourcePolicy': PutResourcePolicy,
  'organizations:DescribeResourcePolicy': DescribeResourcePolicy,
  'organizations:DeleteResourcePolicy': DeleteResourcePolicy,
  'organizations:EnableAWSServiceAccess': EnableAWSServiceAccess,
  'organizations:DisableAWSServiceAccess': DisableAWSServiceAccess,
  'organizations:ListAWSServiceAccessForOrganization': ListAWSServiceAccessForOrganization,
  'organizations:RegisterDelegatedAdministrator': RegisterDelegatedAdministrator,
  'organizations:DeregisterDelegatedAdministrator': DeregisterDelegatedAdministrator,
  'organizations:ListDelegatedAdministrators': ListDelegatedAdministrators,
  'organizations:ListDelegatedServicesForAccount': ListDelegatedServicesForAccount,
  'organizations:TagResource': TagResource,
  'organizations:UntagResource': UntagResource,
  'organizations:ListTagsForResource': ListTagsForResource,
} as const;
