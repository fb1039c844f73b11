// Services: what the wire protocol of a service makes of answers that are the same everywhere else.
import type { AwsError } from './aws-error.ts';
import { awsError, type ErrorCode } from './errors.ts';

type Protocol = 'query' | 'ec2' | 'json' | 'restJson' | 'restXml';

/** @see https://smithy.io/2.0/aws/protocols/index.html */
const PROTOCOLS = new Map<string, Protocol>([
  ['iam', 'query'],
  ['sts', 'query'],
  ['sns', 'query'],
  ['ec2', 'ec2'],
  ['kms', 'json'],
  ['dynamodb', 'json'],
  ['secretsmanager', 'json'],
  ['organizations', 'json'],
  ['sqs', 'json'],
  ['lambda', 'restJson'],
  ['access-analyzer', 'restJson'],
  ['s3', 'restXml'],
  ['s3control', 'restXml'],
]);

/** JSON is what AWS gives to new services. */
export const protocolOf = (service: string): Protocol => PROTOCOLS.get(service) ?? 'json';

/**
 * EC2 and S3 check parameters in ways of their own and lack the common sentence; an operation of theirs that cares for
 * its exact words checks before this does.
 */
const CONSTRAINT_CODES: Readonly<Record<Protocol, ErrorCode>> = {
  query: 'ValidationError',
  ec2: 'InvalidParameterValue',
  json: 'ValidationException',
  restJson: 'ValidationException',
  restXml: 'InvalidArgument',
};

/** The code of the error for parameters that break the constraints of the model. */
export const constraintCode = (service: string): ErrorCode => CONSTRAINT_CODES[protocolOf(service)];

const DENIAL_CODES: Readonly<Record<Protocol, ErrorCode>> = {
  query: 'AccessDenied',
  ec2: 'UnauthorizedOperation',
  json: 'AccessDeniedException',
  restJson: 'AccessDeniedException',
  restXml: 'AccessDenied',
};

/** The services whose code for a denial is not that of their protocol. */
const OWN_DENIAL_CODES = new Map<string, ErrorCode>([
  ['sns', 'AuthorizationError'],
  // It came to JSON late, and has kept its codes.
  ['sqs', 'AccessDenied'],
]);

/**
 * The code of the error for a call that the policies do not allow.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export const denialCode = (service: string): ErrorCode =>
  OWN_DENIAL_CODES.get(service) ?? DENIAL_CODES[protocolOf(service)];

/** Services of JSON answer 400 to nearly everything; those of REST have a use for the status. */
const refused = (service: string, code: ErrorCode, message: string): AwsError =>
  protocolOf(service) === 'restJson' ? awsError(code, message, 403) : awsError(code, message);

export const denialError = (service: string, message: string): AwsError =>
  refused(service, denialCode(service), message);

/** The error for credentials that nobody has (any more): the caller or the key is deleted, or the key inactive. */
export function unknownKeyError(service: string): AwsError {
  switch (protocolOf(service)) {
    case 'restXml':
      return awsError(
        'InvalidAccessKeyId',
        'The AWS Access Key Id you provided does not exist in our records.',
      );
    case 'ec2':
      return awsError('AuthFailure', 'AWS was not able to validate the provided access credentials');
    case 'query':
      return awsError('InvalidClientTokenId', INVALID_TOKEN);
    case 'json':
    case 'restJson':
      return refused(service, 'UnrecognizedClientException', INVALID_TOKEN);
  }
}

/**
 * The error for a session token that nobody issued with the key: S3 alone says that it is the token.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
export const wrongTokenError = (service: string): AwsError =>
  protocolOf(service) === 'restXml'
    ? awsError('InvalidToken', 'The provided token is malformed or otherwise invalid.')
    : unknownKeyError(service);

const INVALID_TOKEN = 'The security token included in the request is invalid.';

/**
 * The error for a key that is known with a secret that is not its own.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
export function wrongSecretError(service: string): AwsError {
  switch (protocolOf(service)) {
    case 'restXml':
      return awsError(
        'SignatureDoesNotMatch',
        'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
      );
    case 'ec2':
      return unknownKeyError(service);
    case 'query':
      return awsError('SignatureDoesNotMatch', WRONG_SIGNATURE);
    case 'json':
    case 'restJson':
      // SQS came to JSON late, and has kept its codes.
      return service === 'sqs'
        ? awsError('SignatureDoesNotMatch', WRONG_SIGNATURE)
        : refused(service, 'InvalidSignatureException', WRONG_SIGNATURE);
  }
}

const WRONG_SIGNATURE =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.';

/** The error for temporary credentials past their end. */
export function expiredError(service: string): AwsError {
  switch (protocolOf(service)) {
    case 'restXml':
      return awsError('ExpiredToken', 'The provided token has expired.', 400);
    case 'ec2':
      return awsError('RequestExpired', 'Request has expired.');
    case 'query':
      return awsError('ExpiredToken', EXPIRED_TOKEN);
    case 'json':
    case 'restJson':
      return refused(service, 'ExpiredTokenException', EXPIRED_TOKEN);
  }
}

const EXPIRED_TOKEN = 'The security token included in the request is expired';

/** The error for a call that nobody signed, of an operation that asks for a signature. */
export function unsignedError(service: string): AwsError {
  switch (protocolOf(service)) {
    case 'restXml':
      return awsError('AccessDenied', 'Access Denied');
    case 'ec2':
    case 'query':
      return awsError('MissingAuthenticationToken', UNSIGNED);
    case 'json':
    case 'restJson':
      return awsError('MissingAuthenticationTokenException', UNSIGNED);
  }
}

const UNSIGNED = 'Request is missing Authentication Token';
