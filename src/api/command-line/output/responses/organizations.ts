// What the operations of Organizations answer with, as AWS's service model has it: members in their order, dates, policy documents.
import type { ResponseTable } from '../response-table.ts';

export const ORGANIZATIONS_RESPONSES: ResponseTable = {
  structures: {
    Account: 'Id Arn Email Name Status State Paths JoinedMethod JoinedTimestamp:date',
    Child: 'Id Type',
    CreateAccountStatus:
      'Id AccountName State RequestedTimestamp:date CompletedTimestamp:date AccountId FailureReason',
    DelegatedAdministrator:
      'Id Arn Email Name Status State JoinedMethod JoinedTimestamp:date DelegationEnabledDate:date',
    DelegatedService: 'ServicePrincipal DelegationEnabledDate:date',
    EnabledServicePrincipal: 'ServicePrincipal DateEnabled:date',
    Organization:
      'Id Arn FeatureSet MasterAccountArn MasterAccountId MasterAccountEmail AvailablePolicyTypes:PolicyTypeSummary',
    OrganizationalUnit: 'Id Arn Name Path',
    Parent: 'Id Type',
    Policy: 'PolicySummary:PolicySummary Content',
    PolicySummary: 'Id Arn Name Description Type AwsManaged',
    PolicyTargetSummary: 'TargetId Arn Name Type',
    PolicyTypeSummary: 'Type Status',
    ResourcePolicy: 'ResourcePolicySummary:ResourcePolicySummary Content',
    ResourcePolicySummary: 'Id Arn',
    Root: 'Id Arn Name PolicyTypes:PolicyTypeSummary',
    Tag: 'Key Value',
  },
  operations: {
    'organizations:CreateAccount': 'CreateAccountStatus:CreateAccountStatus',
    'organizations:CreateOrganization': 'Organization:Organization',
    'organizations:CreateOrganizationalUnit': 'OrganizationalUnit:OrganizationalUnit',
    'organizations:CreatePolicy': 'Policy:Policy',
    'organizations:DescribeAccount': 'Account:Account',
    'organizations:DescribeCreateAccountStatus': 'CreateAccountStatus:CreateAccountStatus',
    'organizations:DescribeOrganization': 'Organization:Organization',
    'organizations:DescribeOrganizationalUnit': 'OrganizationalUnit:OrganizationalUnit',
    'organizations:DescribePolicy': 'Policy:Policy',
    'organizations:DescribeResourcePolicy': 'ResourcePolicy:ResourcePolicy',
    'organizations:DisablePolicyType': 'Root:Root',
    'organizations:EnablePolicyType': 'Root:Root',
    'organizations:ListAWSServiceAccessForOrganization':
      'EnabledServicePrincipals:EnabledServicePrincipal NextToken',
    'organizations:ListAccounts': 'Accounts:Account NextToken',
    'organizations:ListAccountsForParent': 'Accounts:Account NextToken',
    'organizations:ListChildren': 'Children:Child NextToken',
    'organizations:ListCreateAccountStatus': 'CreateAccountStatuses:CreateAccountStatus NextToken',
    'organizations:ListDelegatedAdministrators': 'DelegatedAdministrators:DelegatedAdministrator NextToken',
    'organizations:ListDelegatedServicesForAccount': 'DelegatedServices:DelegatedService NextToken',
    'organizations:ListOrganizationalUnitsForParent': 'OrganizationalUnits:OrganizationalUnit NextToken',
    'organizations:ListParents': 'Parents:Parent NextToken',
    'organizations:ListPolicies': 'Policies:PolicySummary NextToken',
    'organizations:ListPoliciesForTarget': 'Policies:PolicySummary NextToken',
    'organizations:ListRoots': 'Roots:Root NextToken',
    'organizations:ListTagsForResource': 'Tags:Tag NextToken',
    'organizations:ListTargetsForPolicy': 'Targets:PolicyTargetSummary NextToken',
    'organizations:PutResourcePolicy': 'ResourcePolicy:ResourcePolicy',
    'organizations:UpdateOrganizationalUnit': 'OrganizationalUnit:OrganizationalUnit',
    'organizations:UpdatePolicy': 'Policy:Policy',
  },
};
