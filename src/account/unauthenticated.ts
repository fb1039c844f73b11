// Calls that were not authenticated: their credentials are unknown, expired or missing, by the code of the answer.
import type { ApiEvent } from './event.ts';

/** Nobody can tell who called. */
const UNKNOWN_CALLER: ReadonlySet<string> = new Set([
  'AuthFailure',
  'IncompleteSignature',
  'InvalidAccessKeyId',
  'InvalidClientTokenId',
  'MissingAuthenticationToken',
  'MissingAuthenticationTokenException',
  'SignatureDoesNotMatch',
  'UnrecognizedClientException',
]);

/** It is known whose credentials they were. */
const EXPIRED: ReadonlySet<string> = new Set(['ExpiredToken', 'ExpiredTokenException', 'RequestExpired']);

/** Where there was a request to decide on, it was known who made it, whatever the answer says. */
type Answered = Pick<ApiEvent, 'errorCode' | 'request'>;

/** In events EC2 puts before its codes whose fault it was. */
const codeOf = ({ errorCode = '' }: Answered): string => errorCode.replace(/^Client\./, '');

export const isOfUnknownCaller = (event: Answered): boolean =>
  event.request === null && UNKNOWN_CALLER.has(codeOf(event));

export const isUnauthenticated = (event: Answered): boolean =>
  isOfUnknownCaller(event) || EXPIRED.has(codeOf(event));
