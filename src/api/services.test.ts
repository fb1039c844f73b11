// Services: the codes that each protocol has for calls that are turned away.
import { expect, test } from 'vitest';
import {
  denialCode,
  denialError,
  expiredError,
  unknownKeyError,
  unsignedError,
  wrongSecretError,
  wrongTokenError,
} from './services.ts';

test.each([
  ['iam', 'AccessDenied', 403],
  ['sts', 'AccessDenied', 403],
  ['s3', 'AccessDenied', 403],
  ['s3control', 'AccessDenied', 403],
  ['sqs', 'AccessDenied', 403],
  ['sns', 'AuthorizationError', 403],
  ['kms', 'AccessDeniedException', 400],
  ['dynamodb', 'AccessDeniedException', 400],
  ['secretsmanager', 'AccessDeniedException', 400],
  ['organizations', 'AccessDeniedException', 400],
  ['lambda', 'AccessDeniedException', 403],
  ['ec2', 'UnauthorizedOperation', 403],
])('%s denies with %s, %i', (service, code, status) => {
  expect(denialCode(service)).toBe(code);
  expect(denialError(service, 'No.')).toEqual({ code, message: 'No.', status });
});

const INVALID = 'The security token included in the request is invalid.';
const EXPIRED = 'The security token included in the request is expired';

test.each([
  ['iam', 'InvalidClientTokenId', INVALID, 403],
  ['sns', 'InvalidClientTokenId', INVALID, 403],
  ['kms', 'UnrecognizedClientException', INVALID, 400],
  ['sqs', 'UnrecognizedClientException', INVALID, 400],
  ['lambda', 'UnrecognizedClientException', INVALID, 403],
  ['s3', 'InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.', 403],
  ['ec2', 'AuthFailure', 'AWS was not able to validate the provided access credentials', 401],
])('%s answers credentials that nobody has with %s', (service, code, message, status) => {
  expect(unknownKeyError(service)).toEqual({ code, message, status });
});

test.each([
  ['iam', 'InvalidClientTokenId', INVALID, 403],
  ['kms', 'UnrecognizedClientException', INVALID, 400],
  ['s3', 'InvalidToken', 'The provided token is malformed or otherwise invalid.', 400],
])('%s answers a session token that is not of the key with %s', (service, code, message, status) => {
  expect(wrongTokenError(service)).toEqual({ code, message, status });
});

test.each([
  ['iam', 'SignatureDoesNotMatch', /Consult the service documentation for details\.$/, 403],
  ['sts', 'SignatureDoesNotMatch', /Consult the service documentation for details\.$/, 403],
  ['sns', 'SignatureDoesNotMatch', /Consult the service documentation for details\.$/, 403],
  ['sqs', 'SignatureDoesNotMatch', /Consult the service documentation for details\.$/, 403],
  ['s3', 'SignatureDoesNotMatch', /provided\. Check your key and signing method\.$/, 403],
  ['kms', 'InvalidSignatureException', /Consult the service documentation for details\.$/, 400],
  ['dynamodb', 'InvalidSignatureException', /Consult the service documentation for details\.$/, 400],
  ['lambda', 'InvalidSignatureException', /Consult the service documentation for details\.$/, 403],
  ['ec2', 'AuthFailure', /^AWS was not able to validate/, 401],
])('%s answers a wrong secret with %s', (service, code, message, status) => {
  const answer = wrongSecretError(service);
  expect(answer).toMatchObject({ code, status });
  expect(answer.message).toMatch(message);
});

test.each([
  ['iam', 'ExpiredToken', EXPIRED, 403],
  ['kms', 'ExpiredTokenException', EXPIRED, 400],
  ['lambda', 'ExpiredTokenException', EXPIRED, 403],
  ['s3', 'ExpiredToken', 'The provided token has expired.', 400],
  ['ec2', 'RequestExpired', 'Request has expired.', 400],
])('%s answers credentials that have ended with %s', (service, code, message, status) => {
  expect(expiredError(service)).toEqual({ code, message, status });
});

test.each([
  ['iam', 'MissingAuthenticationToken', 'Request is missing Authentication Token'],
  ['kms', 'MissingAuthenticationTokenException', 'Request is missing Authentication Token'],
  ['s3', 'AccessDenied', 'Access Denied'],
])('%s answers a call without signature with %s', (service, code, message) => {
  expect(unsignedError(service)).toEqual({ code, message, status: 403 });
});
