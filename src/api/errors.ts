// Errors: AWS's codes with the HTTP status that each comes with.
import type { AwsError } from './aws-error.ts';

/** The codes that simulated operations answer with. */
export type ErrorCode = keyof typeof STATUS;

/**
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/CommonErrors.html
 */
const STATUS = {
  /** HEAD answers have no body: the command line makes these of the status. */
  '400': 400,
  '403': 403,
  '404': 404,
  AccessControlListNotSupported: 400,
  AccessDenied: 403,
  AccountNotManagementOrDelegatedAdministratorException: 400,
  CallerIsNotManagementAccountException: 400,
  AccessDeniedException: 400,
  AlreadyExistsException: 400,
  AuthFailure: 401,
  AuthorizationError: 403,
  BadRequest: 400,
  BucketAlreadyExists: 409,
  BucketAlreadyOwnedByYou: 409,
  BucketNotEmpty: 409,
  DeleteConflict: 409,
  DisabledException: 400,
  DryRunOperationException: 400,
  EntityAlreadyExists: 409,
  EntityTooLarge: 400,
  ExpiredToken: 403,
  ExpiredTokenException: 400,
  IllegalLocationConstraintException: 400,
  IncorrectKeyException: 400,
  InvalidAccessKeyId: 403,
  InvalidAliasNameException: 400,
  InvalidArgument: 400,
  InvalidAuthorizationMessageException: 400,
  InvalidAuthenticationCode: 403,
  InvalidArnException: 400,
  InvalidBucketAclWithObjectOwnership: 400,
  InvalidBucketName: 400,
  InvalidCiphertextException: 400,
  InvalidClientTokenId: 403,
  InvalidIdentityToken: 400,
  InvalidGrantIdException: 400,
  InvalidGrantTokenException: 400,
  InvalidInput: 400,
  InvalidKeyUsageException: 400,
  InvalidLocationConstraint: 400,
  InvalidParameterValue: 400,
  InvalidUserType: 400,
  InvalidRequest: 400,
  InvalidTag: 400,
  KeyTooLongError: 400,
  'KMS.DisabledException': 400,
  'KMS.InvalidKeyUsageException': 400,
  'KMS.KMSInvalidStateException': 400,
  'KMS.NotFoundException': 400,
  KMSInvalidMacException: 400,
  KMSInvalidStateException: 400,
  LimitExceeded: 409,
  LimitExceededException: 400,
  MalformedACLError: 400,
  MalformedPolicy: 400,
  MalformedPolicyDocument: 400,
  MalformedPolicyDocumentException: 400,
  MalformedXML: 400,
  MetadataTooLarge: 400,
  MethodNotAllowed: 405,
  MissingAuthenticationToken: 403,
  MissingAuthenticationTokenException: 403,
  MissingSecurityHeader: 400,
  NoSuchBucket: 404,
  NoSuchBucketPolicy: 404,
  NoSuchEntity: 404,
  NoSuchKey: 404,
  PackedPolicyTooLarge: 400,
  PolicyNotAttachable: 400,
  SignatureDoesNotMatch: 403,
  PasswordPolicyViolation: 400,
  ReportExpired: 410,
  ReportNotPresent: 410,
  OrganizationNotFoundException: 400,
  OrganizationNotInAllFeaturesModeException: 400,
  ServiceAccessNotEnabledException: 400,
  NoSuchPublicAccessBlockConfiguration: 404,
  NoSuchTagSet: 404,
  NotAuthorizedException: 400,
  NotFoundException: 400,
  OwnershipControlsNotFoundError: 404,
  RequestExpired: 400,
  TagException: 400,
  TooManyBuckets: 400,
  UnauthorizedOperation: 403,
  UnexpectedContent: 400,
  UnmodifiableEntity: 400,
  UnrecognizedClientException: 400,
  UnresolvableGrantByEmailAddress: 400,
  UnsupportedOperationException: 400,
  ValidationError: 400,
  ValidationException: 400,
  /** Not of AWS but of its command line, which sends no request then. */
  ParamValidation: 400,
  /** Not of AWS but of this sandbox, whose space is that of a file that can be handed on. */
  SandboxFull: 507,
  // Of Organizations, @see https://docs.aws.amazon.com/organizations/latest/APIReference/CommonErrors.html
  AWSOrganizationsNotInUseException: 400,
  AccessDeniedForDependencyException: 400,
  AccountAlreadyClosedException: 400,
  AccountAlreadyRegisteredException: 400,
  AccountNotFoundException: 400,
  AccountNotRegisteredException: 400,
  AlreadyInOrganizationException: 400,
  ChildNotFoundException: 400,
  ConstraintViolationException: 400,
  CreateAccountStatusNotFoundException: 400,
  DestinationParentNotFoundException: 400,
  DuplicateAccountException: 400,
  DuplicateOrganizationalUnitException: 400,
  DuplicatePolicyAttachmentException: 400,
  DuplicatePolicyException: 400,
  EffectivePolicyNotFoundException: 400,
  InvalidInputException: 400,
  MasterCannotLeaveOrganizationException: 400,
  OrganizationNotEmptyException: 400,
  OrganizationalUnitNotEmptyException: 400,
  OrganizationalUnitNotFoundException: 400,
  ParentNotFoundException: 400,
  PolicyInUseException: 400,
  PolicyNotAttachedException: 400,
  PolicyNotFoundException: 400,
  PolicyTypeAlreadyEnabledException: 400,
  PolicyTypeNotAvailableForOrganizationException: 400,
  PolicyTypeNotEnabledException: 400,
  ResourcePolicyNotFoundException: 400,
  RootNotFoundException: 400,
  SourceParentNotFoundException: 400,
  TargetNotFoundException: 400,
} as const;

export const awsError = (code: ErrorCode, message: string, status: number = STATUS[code]): AwsError => ({
  code,
  message,
  status,
});

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

/** An error code as an event records it: for IAM and STS the name of the exception, otherwise the code itself. */
export function eventErrorCode(service: string, { code }: AwsError): string {
  if (service === 'sts') return STS_EXCEPTIONS.has(code) ? `${code}Exception` : code;
  if (service !== 'iam') return code;
  // `CredentialReportNotPresentException`: these two have names that their codes cut short.
  if (code === 'ReportNotPresent' || code === 'ReportExpired') return `Credential${code}Exception`;
  return IAM_EXCEPTIONS.has(code) ? `${code}Exception` : code;
}
