// Paginators: which operations the AWS CLI asks for page after page, and by what.
import type { OperationName } from '../../call.ts';

/** As in the paginators that come with the AWS SDK for Python. */
export interface Paginator {
  /** Parameters that say where a page begins. */
  readonly inputTokens: readonly string[];
  /** The members of an answer that they are taken from, in the same order. */
  readonly outputTokens: readonly string[];
  /** The member that says whether there are further pages; null: tokens alone say it. */
  readonly moreResults: string | null;
  /** The parameter for the length of a page, for `--page-size`; null: there is none. */
  readonly limitKey: string | null;
  /** What is put together from all pages; `--max-items` counts the first. */
  readonly resultKeys: readonly string[];
  /** Members of the first page that are kept as they are. */
  readonly others: readonly string[];
}

type Names = string | readonly string[];

const listed = (names: Names): readonly string[] => (typeof names === 'string' ? [names] : names);

const iam = (resultKeys: Names, others: readonly string[] = []): Paginator => ({
  inputTokens: ['Marker'],
  outputTokens: ['Marker'],
  moreResults: 'IsTruncated',
  limitKey: 'MaxItems',
  resultKeys: listed(resultKeys),
  others,
});

const kms = (resultKey: string): Paginator => ({
  inputTokens: ['Marker'],
  outputTokens: ['NextMarker'],
  moreResults: 'Truncated',
  limitKey: 'Limit',
  resultKeys: [resultKey],
  others: [],
});

/** Services whose token has the same name on the way in and out. */
const byToken = (token: string, limitKey: string | null, resultKey: string): Paginator => ({
  inputTokens: [token],
  outputTokens: [token],
  moreResults: null,
  limitKey,
  resultKeys: [resultKey],
  others: [],
});

const limited = (resultKey: string): Paginator => byToken('NextToken', 'MaxResults', resultKey);
const unlimited = (resultKey: string): Paginator => byToken('NextToken', null, resultKey);

const ITEMS: Paginator = {
  inputTokens: ['ExclusiveStartKey'],
  outputTokens: ['LastEvaluatedKey'],
  moreResults: null,
  limitKey: 'Limit',
  resultKeys: ['Items', 'Count', 'ScannedCount'],
  others: ['ConsumedCapacity'],
};

const PAGINATORS: { readonly [Name in OperationName]?: Paginator } = {
  'dynamodb:ListTables': {
    inputTokens: ['ExclusiveStartTableName'],
    outputTokens: ['LastEvaluatedTableName'],
    moreResults: null,
    limitKey: 'Limit',
    resultKeys: ['TableNames'],
    others: [],
  },
  'dynamodb:ListTagsOfResource': unlimited('Tags'),
  'dynamodb:Query': ITEMS,
  'dynamodb:Scan': ITEMS,
  'ec2:DescribeIamInstanceProfileAssociations': limited('IamInstanceProfileAssociations'),
  'ec2:DescribeInstances': limited('Reservations'),
  'ec2:DescribeTags': limited('Tags'),
  'ec2:DescribeVpcEndpoints': limited('VpcEndpoints'),
  'iam:GetAccountAuthorizationDetails': iam([
    'UserDetailList',
    'GroupDetailList',
    'RoleDetailList',
    'Policies',
  ]),
  'iam:GetGroup': iam('Users', ['Group']),
  'iam:ListAccessKeys': iam('AccessKeyMetadata'),
  'iam:ListAccountAliases': iam('AccountAliases'),
  'iam:ListAttachedGroupPolicies': iam('AttachedPolicies'),
  'iam:ListAttachedRolePolicies': iam('AttachedPolicies'),
  'iam:ListAttachedUserPolicies': iam('AttachedPolicies'),
  'iam:ListEntitiesForPolicy': iam(['PolicyGroups', 'PolicyUsers', 'PolicyRoles']),
  'iam:ListGroupPolicies': iam('PolicyNames'),
  'iam:ListGroups': iam('Groups'),
  'iam:ListGroupsForUser': iam('Groups'),
  'iam:ListInstanceProfileTags': iam('Tags'),
  'iam:ListInstanceProfiles': iam('InstanceProfiles'),
  'iam:ListInstanceProfilesForRole': iam('InstanceProfiles'),
  'iam:ListMFADeviceTags': iam('Tags'),
  'iam:ListMFADevices': iam('MFADevices'),
  'iam:ListOpenIDConnectProviderTags': iam('Tags'),
  'iam:ListPolicies': iam('Policies'),
  'iam:ListPolicyTags': iam('Tags'),
  'iam:ListPolicyVersions': iam('Versions'),
  'iam:ListRolePolicies': iam('PolicyNames'),
  'iam:ListRoleTags': iam('Tags'),
  'iam:ListRoles': iam('Roles'),
  'iam:ListSAMLProviderTags': iam('Tags'),
  'iam:ListUserPolicies': iam('PolicyNames'),
  'iam:ListUserTags': iam('Tags'),
  'iam:ListUsers': iam('Users'),
  'iam:ListVirtualMFADevices': iam('VirtualMFADevices'),
  'iam:SimulateCustomPolicy': iam('EvaluationResults'),
  'iam:SimulatePrincipalPolicy': iam('EvaluationResults'),
  'kms:ListAliases': kms('Aliases'),
  'kms:ListGrants': kms('Grants'),
  'kms:ListKeyPolicies': kms('PolicyNames'),
  'kms:ListKeys': kms('Keys'),
  'kms:ListResourceTags': kms('Tags'),
  'kms:ListRetirableGrants': kms('Grants'),
  'lambda:ListFunctions': {
    inputTokens: ['Marker'],
    outputTokens: ['NextMarker'],
    moreResults: null,
    limitKey: 'MaxItems',
    resultKeys: ['Functions'],
    others: [],
  },
  'organizations:ListAWSServiceAccessForOrganization': limited('EnabledServicePrincipals'),
  'organizations:ListAccounts': limited('Accounts'),
  'organizations:ListAccountsForParent': limited('Accounts'),
  'organizations:ListChildren': limited('Children'),
  'organizations:ListCreateAccountStatus': limited('CreateAccountStatuses'),
  'organizations:ListDelegatedAdministrators': limited('DelegatedAdministrators'),
  'organizations:ListDelegatedServicesForAccount': limited('DelegatedServices'),
  'organizations:ListOrganizationalUnitsForParent': limited('OrganizationalUnits'),
  'organizations:ListParents': limited('Parents'),
  'organizations:ListPolicies': limited('Policies'),
  'organizations:ListPoliciesForTarget': limited('Policies'),
  'organizations:ListRoots': limited('Roots'),
  'organizations:ListTagsForResource': unlimited('Tags'),
  'organizations:ListTargetsForPolicy': limited('Targets'),
  's3:ListBuckets': {
    ...byToken('ContinuationToken', 'MaxBuckets', 'Buckets'),
    others: ['Owner', 'Prefix'],
  },
  's3:ListObjectVersions': {
    inputTokens: ['KeyMarker', 'VersionIdMarker'],
    outputTokens: ['NextKeyMarker', 'NextVersionIdMarker'],
    moreResults: 'IsTruncated',
    limitKey: 'MaxKeys',
    resultKeys: ['Versions', 'DeleteMarkers', 'CommonPrefixes'],
    others: ['RequestCharged', 'Prefix'],
  },
  's3:ListObjectsV2': {
    inputTokens: ['ContinuationToken'],
    outputTokens: ['NextContinuationToken'],
    moreResults: 'IsTruncated',
    limitKey: 'MaxKeys',
    resultKeys: ['Contents', 'CommonPrefixes'],
    others: ['RequestCharged', 'Prefix'],
  },
  'secretsmanager:ListSecrets': limited('SecretList'),
  'sns:ListSubscriptions': unlimited('Subscriptions'),
  'sns:ListSubscriptionsByTopic': unlimited('Subscriptions'),
  'sns:ListTopics': unlimited('Topics'),
  'sqs:ListQueues': limited('QueueUrls'),
};

/** Null for operations that are asked once: those that list nothing, and the lists that the AWS CLI does not page. */
export const paginatorOf = (operation: OperationName): Paginator | null => PAGINATORS[operation] ?? null;
