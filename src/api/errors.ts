// Errors: AWS's codes with the HTTP status that each comes with.
import type { AwsError } from './aws-error.ts';

/** The codes that simulated operations answer with. */
export type ErrorCode = keyof typeof STATUS;

/**
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/CommonErrors.html
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/CommonErrors.html
 */
const STATUS = {
  /** HEAD answers have no body: the command line makes these of the status. */
  '400': 400,
  '403': 403,
  '404': 404,
  '405': 405,
  AccessControlListNotSupported: 400,
  AccessDenied: 403,
  AccessDeniedException: 400,
  AccessDeniedForDependencyException: 400,
  AccountAlreadyClosedException: 400,
  AccountAlreadyRegisteredException: 400,
  AccountNotFoundException: 400,
  AccountNotManagementOrDelegatedAdministratorException: 400,
  AccountNotRegisteredException: 400,
  AlreadyExistsException: 400,
  AlreadyInOrganizationException: 400,
  AuthFailure: 401,
  AuthorizationError: 403,
  AuthSamlInvalidSamlResponseException: 400,
  'AWS.SimpleQueueService.MessageNotInflight': 400,
  'AWS.SimpleQueueService.NonExistentQueue': 400,
  'AWS.SimpleQueueService.PurgeQueueInProgress': 403,
  'AWS.SimpleQueueService.QueueDeletedRecently': 400,
  'AWS.SimpleQueueService.UnsupportedOperation': 400,
  AWSOrganizationsNotInUseException: 400,
  BadRequest: 400,
  BucketAlreadyExists: 409,
  BucketAlreadyOwnedByYou: 409,
  BucketNotEmpty: 409,
  CallerIsNotManagementAccountException: 400,
  ChildNotFoundException: 400,
  ConditionalCheckFailedException: 400,
  ConstraintViolationException: 400,
  CreateAccountStatusNotFoundException: 400,
  DecryptionFailure: 400,
  DeleteConflict: 409,
  DestinationParentNotFoundException: 400,
  DisabledException: 400,
  DryRunOperation: 412,
  DryRunOperationException: 400,
  DuplicateAccountException: 400,
  DuplicateOrganizationalUnitException: 400,
  DuplicatePolicyAttachmentException: 400,
  DuplicatePolicyException: 400,
  EffectivePolicyNotFoundException: 400,
  EncryptionFailure: 400,
  EntityAlreadyExists: 409,
  EntityTooLarge: 400,
  ExpiredToken: 403,
  ExpiredTokenException: 400,
  IllegalLocationConstraintException: 400,
  IllegalVersioningConfigurationException: 400,
  IncorrectInstanceState: 400,
  IncorrectKeyException: 400,
  IncorrectState: 400,
  InstanceLimitExceeded: 400,
  InvalidAccessKeyId: 403,
  InvalidAddress: 404,
  InvalidAliasNameException: 400,
  'InvalidAMIID.Malformed': 400,
  InvalidArgument: 400,
  InvalidArnException: 400,
  'InvalidAssociationID.Malformed': 400,
  'InvalidAssociationID.NotFound': 400,
  InvalidAttributeName: 400,
  InvalidAttributeValue: 400,
  InvalidAuthenticationCode: 403,
  InvalidAuthorizationMessageException: 400,
  InvalidBucketAclWithObjectOwnership: 400,
  InvalidBucketName: 400,
  InvalidCiphertextException: 400,
  InvalidClientTokenId: 403,
  InvalidGrantIdException: 400,
  InvalidGrantTokenException: 400,
  'InvalidGroup.NotFound': 400,
  'InvalidGroupId.Malformed': 400,
  InvalidID: 400,
  InvalidIdentityToken: 400,
  InvalidInput: 400,
  InvalidInputException: 400,
  'InvalidInstanceID.Malformed': 400,
  'InvalidInstanceID.NotFound': 400,
  InvalidKeyUsageException: 400,
  InvalidLocationConstraint: 400,
  InvalidMessageContents: 400,
  InvalidMarkerException: 400,
  InvalidNextToken: 400,
  InvalidNextTokenException: 400,
  InvalidParameter: 400,
  InvalidParameterCombination: 400,
  InvalidParameterException: 400,
  InvalidParameterValue: 400,
  InvalidParameterValueException: 400,
  InvalidPolicyDocument: 400,
  InvalidRequest: 400,
  InvalidRequestContentException: 400,
  InvalidRequestException: 400,
  InvalidServiceName: 400,
  InvalidSignatureException: 400,
  'InvalidSubnetID.Malformed': 400,
  'InvalidSubnetID.NotFound': 400,
  InvalidTag: 400,
  InvalidToken: 400,
  InvalidUserType: 400,
  'InvalidVpcEndpointId.Malformed': 400,
  'InvalidVpcEndpointId.NotFound': 400,
  'InvalidVpcId.Malformed': 400,
  'InvalidVpcId.NotFound': 400,
  KeyTooLongError: 400,
  'KMS.DisabledException': 400,
  'KMS.InvalidKeyUsageException': 400,
  'KMS.KMSInvalidStateException': 400,
  'KMS.NotFoundException': 400,
  KMSInvalidMacException: 400,
  KMSInvalidSignatureException: 400,
  KMSInvalidStateException: 400,
  LimitExceeded: 409,
  LimitExceededException: 400,
  MalformedACLError: 400,
  MalformedPolicy: 400,
  MalformedPolicyDocument: 400,
  MalformedPolicyDocumentException: 400,
  MalformedXML: 400,
  MasterCannotLeaveOrganizationException: 400,
  MetadataTooLarge: 400,
  MethodNotAllowed: 405,
  MissingAuthenticationToken: 403,
  MissingAuthenticationTokenException: 403,
  MissingNamespaceHeader: 400,
  MissingParameter: 400,
  MissingSecurityHeader: 400,
  NoSuchBucket: 404,
  NoSuchBucketPolicy: 404,
  NoSuchEntity: 404,
  NoSuchKey: 404,
  NoSuchPublicAccessBlockConfiguration: 404,
  NoSuchTagSet: 404,
  NoSuchVersion: 404,
  NotAuthorizedException: 400,
  NotFound: 404,
  NotFoundException: 400,
  NotImplemented: 501,
  OperationNotPermitted: 400,
  OrganizationalUnitNotEmptyException: 400,
  OrganizationalUnitNotFoundException: 400,
  OrganizationNotEmptyException: 400,
  OrganizationNotFoundException: 400,
  OrganizationNotInAllFeaturesModeException: 400,
  OverLimit: 403,
  OwnershipControlsNotFoundError: 404,
  PackedPolicyTooLarge: 400,
  ParentNotFoundException: 400,
  PasswordPolicyViolation: 400,
  PolicyInUseException: 400,
  PolicyLengthExceededException: 400,
  PolicyNotAttachable: 400,
  PolicyNotAttachedException: 400,
  PolicyNotFoundException: 400,
  PolicyTypeAlreadyEnabledException: 400,
  PolicyTypeNotAvailableForOrganizationException: 400,
  PolicyTypeNotEnabledException: 400,
  PreconditionFailedException: 412,
  PublicPolicyException: 400,
  QueueAlreadyExists: 400,
  ReceiptHandleIsInvalid: 404,
  ReportExpired: 410,
  ReportNotPresent: 410,
  RequestExpired: 400,
  ResourceConflictException: 409,
  ResourceExistsException: 400,
  ResourceInUseException: 400,
  ResourceNotFound: 404,
  /** Of services of REST 404. */
  ResourceNotFoundException: 400,
  ResourcePolicyNotFoundException: 400,
  RootNotFoundException: 400,
  SerializationException: 400,
  ServiceAccessNotEnabledException: 400,
  SignatureDoesNotMatch: 403,
  SourceParentNotFoundException: 400,
  TagException: 400,
  TagLimitExceeded: 400,
  TargetNotFoundException: 400,
  TooManyBuckets: 400,
  UnauthorizedOperation: 403,
  UnexpectedContent: 400,
  UnmodifiableEntity: 400,
  UnrecognizedClientException: 400,
  UnresolvableGrantByEmailAddress: 400,
  UnsupportedOperation: 400,
  UnsupportedOperationException: 400,
  ValidationError: 400,
  ValidationException: 400,
  VpcEndpointLimitExceeded: 400,
  /** Not of AWS but of its command line, which sends no request then. */
  ParamValidation: 400,
  /** Not of AWS but of this sandbox, which has not all that AWS has. */
  NotSimulated: 501,
  /** Not of AWS but of this sandbox, whose space is that of a file that can be handed on. */
  SandboxFull: 507,
} as const;

export const awsError = (code: ErrorCode, message: string, status: number = STATUS[code]): AwsError => ({
  code,
  message,
  status,
});

/** @param what Several things, by the name that a sentence begins with: `FIFO queues`. */
export const notSimulated = (what: string): AwsError =>
  awsError('NotSimulated', `${what} are a feature of AWS that Rolecall does not simulate.`);

const OWN: ReadonlySet<string> = new Set<ErrorCode>(['NotSimulated', 'SandboxFull']);

/** What this sandbox says for itself: its message is a sentence for people, and AWS has no such code. */
export const isOwnRefusal = ({ code }: Pick<AwsError, 'code'>): boolean => OWN.has(code);

/** Exceptions of the model of IAM that operations here answer with. */
const IAM_EXCEPTIONS: ReadonlySet<string> = new Set<ErrorCode>([
  'DeleteConflict',
  'EntityAlreadyExists',
  'InvalidAuthenticationCode',
  'InvalidInput',
  'InvalidUserType',
  'LimitExceeded',
  'MalformedPolicyDocument',
  'NoSuchEntity',
  'PasswordPolicyViolation',
  'PolicyNotAttachable',
  'UnmodifiableEntity',
]);

/** Exceptions of the model of STS whose names in events are not their codes. */
const STS_EXCEPTIONS: ReadonlySet<string> = new Set<ErrorCode>([
  'InvalidIdentityToken',
  'MalformedPolicyDocument',
  'PackedPolicyTooLarge',
]);

/**
 * An error code as an event records it: for IAM and STS the name of the exception, for EC2 with whose fault it is before
 * it, otherwise the code itself.
 */
export function eventErrorCode(service: string, { code }: Pick<AwsError, 'code'>): string {
  if (service === 'ec2') return `Client.${code}`;
  if (service === 'sts') return STS_EXCEPTIONS.has(code) ? `${code}Exception` : code;
  if (service !== 'iam') return code;
  // `CredentialReportNotPresentException`: these two have names that their codes cut short.
  if (code === 'ReportNotPresent' || code === 'ReportExpired') return `Credential${code}Exception`;
  return IAM_EXCEPTIONS.has(code) ? `${code}Exception` : code;
}

/** The code that a call was answered with, by what its event records. Some codes end in `Exception` on their own. */
export function answeredErrorCode(service: string, recorded: string): string {
  const cut = recorded.replace(/Exception$/, '');
  const codes = [cut, cut.replace(/^Credential/, ''), recorded.replace(/^Client\./, '')];
  return codes.find((code) => eventErrorCode(service, { code }) === recorded) ?? recorded;
}
