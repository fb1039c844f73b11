// Errors: AWS's codes with the HTTP status that each comes with.
import type { AwsError } from './aws-error.ts';

/** The codes that simulated operations answer with. */
export type ErrorCode = keyof typeof STATUS;

/**
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
const STATUS = {
  AccessDenied: 403,
  AccessDeniedException: 400,
  AuthFailure: 401,
  AuthorizationError: 403,
  ConditionalCheckFailedException: 400,
  DecryptionFailure: 400,
  DeleteConflict: 409,
  DryRunOperation: 412,
  EncryptionFailure: 400,
  EntityAlreadyExists: 409,
  EntityTooLarge: 400,
  ExpiredToken: 403,
  ExpiredTokenException: 400,
  IncorrectInstanceState: 400,
  IncorrectState: 400,
  InstanceLimitExceeded: 400,
  InvalidAccessKeyId: 403,
  'InvalidAMIID.Malformed': 400,
  InvalidArgument: 400,
  'InvalidAssociationID.Malformed': 400,
  'InvalidAssociationID.NotFound': 400,
  InvalidBucketName: 400,
  InvalidClientTokenId: 403,
  'InvalidGroup.NotFound': 400,
  'InvalidGroupId.Malformed': 400,
  InvalidID: 400,
  InvalidInput: 400,
  'InvalidInstanceID.Malformed': 400,
  'InvalidInstanceID.NotFound': 400,
  InvalidParameter: 400,
  InvalidParameterCombination: 400,
  InvalidParameterException: 400,
  InvalidParameterValue: 400,
  InvalidPolicyDocument: 400,
  InvalidRequestException: 400,
  InvalidServiceName: 400,
  'InvalidSubnetID.Malformed': 400,
  'InvalidSubnetID.NotFound': 400,
  'InvalidVpcEndpointId.Malformed': 400,
  'InvalidVpcEndpointId.NotFound': 400,
  'InvalidVpcId.Malformed': 400,
  'InvalidVpcId.NotFound': 400,
  KeyTooLongError: 400,
  LimitExceeded: 409,
  LimitExceededException: 400,
  MalformedPolicy: 400,
  MalformedPolicyDocument: 400,
  MalformedPolicyDocumentException: 400,
  MetadataTooLarge: 400,
  MethodNotAllowed: 405,
  MissingAuthenticationToken: 403,
  MissingAuthenticationTokenException: 403,
  MissingParameter: 400,
  NoSuchBucket: 404,
  NoSuchBucketPolicy: 404,
  NoSuchEntity: 404,
  NoSuchKey: 404,
  OperationNotPermitted: 400,
  PolicyNotAttachable: 400,
  PolicyNotFoundException: 400,
  PublicPolicyException: 400,
  RequestExpired: 400,
  ResourceExistsException: 400,
  ResourceInUseException: 400,
  ResourceNotFoundException: 400,
  SerializationException: 400,
  TagLimitExceeded: 400,
  UnauthorizedOperation: 403,
  UnmodifiableEntity: 400,
  UnrecognizedClientException: 400,
  UnsupportedOperation: 400,
  VpcEndpointLimitExceeded: 400,
  /** Not of AWS but of its command line, which sends no request then. */
  ParamValidation: 400,
  /** Not of AWS but of this sandbox, whose space is that of a file that can be handed on. */
  SandboxFull: 507,
  ValidationError: 400,
  ValidationException: 400,
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
  'InvalidInput',
  'LimitExceeded',
  'MalformedPolicyDocument',
  'NoSuchEntity',
  'PolicyNotAttachable',
  'UnmodifiableEntity',
]);

/** An error code as an event records it: for IAM the name of the exception, for EC2 with whose fault it is before it. */
export function eventErrorCode(service: string, { code }: AwsError): string {
  if (service === 'ec2') return `Client.${code}`;
  return service === 'iam' && IAM_EXCEPTIONS.has(code) ? `${code}Exception` : code;
}
