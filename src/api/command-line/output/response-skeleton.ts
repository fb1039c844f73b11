// Response skeleton: `--generate-cli-skeleton output`, the answer of a command with a sign of what each member would be.
import type { PlainJson } from '../../../aws/json.ts';
import type { OperationName } from '../../call.ts';
import { splitOperation } from '../../operations.ts';
import { responseMembers, type Member } from './responses.ts';

type Kind = 'boolean' | 'integer' | 'list' | 'map' | 'blob';

const LISTS = `AccessDetails AccessKeyMetadata AccountAliases Accounts Aliases Architectures AttachedManagedPolicies
  AttachedPolicies AttributeDefinitions AvailablePolicyTypes Buckets Children ClientIDList CommonPrefixes Contents
  ContextKeyNames CreateAccountStatuses DelegatedAdministrators DelegatedServices DeleteMarkers EnabledFeatures
  EnabledServicePrincipals EncryptionAlgorithms EntityDetailsList EvaluationResults Functions Grants GroupDetailList
  GroupList GroupPolicyList Groups IamInstanceProfileAssociations InstanceProfileList InstanceProfiles Instances Items
  KeySchema Keys MFADevices MacAlgorithms MatchedStatements Messages MissingContextValues OpenIDConnectProviderList
  Operations OrganizationalUnits Parents Paths Policies PoliciesGrantingServiceAccess PolicyGroups PolicyNames
  PolicyRoles PolicyTypes PolicyUsers PolicyVersionList PrivateKeyList QueueUrls ReplicaKeys Reservations
  ResourceSpecificResults Resources RoleDetailList RolePolicyList RoleUsageList Roles Roots Rules SAMLProviderList
  SecretList SecurityGroups ServicesLastAccessed SigningAlgorithms StartingInstances StoppingInstances SubnetIds
  Subscriptions TableNames TagSet Tags Targets TerminatingInstances ThumbprintList Topics TrackedActionsLastAccessed
  Unsuccessful UserDetailList UserPolicyList Users ValidationErrors VersionStages Versions VirtualMFADevices
  VpcEndpoints`;

const BOOLEANS = `AccessPointAlias AllowUsersToChangePassword AllowedByOrganizations AllowedByPermissionsBoundary AwsManaged
  BlockPublicAcls BlockPublicPolicy DeleteMarker EbsOptimized Enabled ExpirePasswords HardExpiry IgnorePublicAcls
  IsAttachable IsDefaultVersion IsLatest IsPublic IsTruncated MacValid MultiRegion PasswordResetRequired
  PolicyValidationPassed PrivateDnsEnabled RequireLowercaseCharacters RequireNumbers RequireSymbols
  RequireUppercaseCharacters RestrictPublicBuckets Return SignatureValid Truncated`;

const INTEGERS = `ec2:Code AttachmentCount CodeSize Column ContentLength Count HttpPutResponseHopLimit ItemCount KeyCount Line
  MaxKeys MaxPasswordAge MaxSessionDuration MemorySize MinimumPasswordLength NumberOfDecreasesToday
  NumberOfServicesAccessible NumberOfServicesNotAccessed PackedPolicySize PasswordReusePrevention PendingWindowInDays
  PermissionsBoundaryUsageCount ReadCapacityUnits ScannedCount Size StatusCode TableSizeBytes TagCount Timeout
  TotalAuthenticatedEntities WriteCapacityUnits`;

const MAPS = `Attributes Certifications EncryptionContextEquals EncryptionContextSubset EvalDecisionDetails Item
  LastEvaluatedKey Metadata Responses SecretVersionsToStages SummaryMap UnprocessedItems UnprocessedKeys Variables
  VersionIdsToStages lambda:Tags sqs:Tags`;

const BLOBS = 'CiphertextBlob Content Mac Plaintext PublicKey SecretBinary Signature';

/** By name, and by `service:name` where a service means something else. The rest are texts. */
const KINDS: ReadonlyMap<string, Kind> = new Map(
  Object.entries({
    list: LISTS,
    boolean: BOOLEANS,
    integer: INTEGERS,
    map: MAPS,
    blob: BLOBS,
  } satisfies Record<Kind, string>).flatMap(([kind, names]) =>
    names.split(/\s+/).map((name): [string, Kind] => [name, kind as Kind]),
  ),
);

/** Whatever is in itself, as a resource policy check is, ends here. */
const DEEPEST = 6;

/**
 * Texts hold the name of their member, as the CLI has it. Members that the simulation never answers with are left out.
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-skeleton.html
 */
export const responseSkeleton = (operation: OperationName): PlainJson =>
  structure(responseMembers(operation), splitOperation(operation).service, 0);

const structure = (members: readonly Member[], service: string, depth: number): PlainJson =>
  depth > DEEPEST
    ? {}
    : Object.fromEntries(members.map((member) => [member.name, valueOf(member, service, depth)]));

function valueOf({ name, shape, flat }: Member, service: string, depth: number): PlainJson {
  const kind = KINDS.get(`${service}:${name}`) ?? (flat ? 'list' : KINDS.get(name));
  const value =
    shape.type === 'structure'
      ? structure(shape.members(), service, depth + 1)
      : shape.type === 'date'
        ? '1970-01-01T00:00:00'
        : name;
  switch (kind) {
    case 'list':
      return [value];
    case 'map':
      return { KeyName: name === 'SummaryMap' ? 0 : '' };
    case 'boolean':
      return true;
    case 'integer':
      return 0;
    case 'blob':
      return null;
    case undefined:
      return value;
  }
}
