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
  DeleteConflict: 409,
  EntityAlreadyExists: 409,
  EntityTooLarge: 400,
  ExpiredToken: 403,
  ExpiredTokenException: 400,
  InvalidAccessKeyId: 403,
  InvalidArgument: 400,
  InvalidBucketName: 400,
  InvalidClientTokenId: 403,
  InvalidInput: 400,
  InvalidParameterValue: 400,
  KeyTooLongError: 400,
  LimitExceeded: 409,
  MalformedPolicy: 400,
  MalformedPolicyDocument: 400,
  MetadataTooLarge: 400,
  MissingAuthenticationToken: 403,
  MissingAuthenticationTokenException: 403,
  MethodNotAllowed: 405,
  NoSuchBucket: 404,
  NoSuchBucketPolicy: 404,
  NoSuchEntity: 404,
  NoSuchKey: 404,
  PolicyNotAttachable: 400,
  RequestExpired: 400,
  UnauthorizedOperation: 403,
  UnmodifiableEntity: 400,
  UnrecognizedClientException: 400,
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

/** An error code as an event records it: for IAM the name of the exception, otherwise the code itself. */
export const eventErrorCode = (service: string, { code }: AwsError): string =>
  service === 'iam' && IAM_EXCEPTIONS.has(code) ? `${code}Exception` : code;
