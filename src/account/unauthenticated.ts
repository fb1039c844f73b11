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

type Answered = Pick<ApiEvent, 'errorCode'>;

/** In events EC2 puts before its codes whose fault it was. */
const codeOf = ({ errorCode = '' }: Answered): string => errorCode.replace(/^Client\./, '');

export const isOfUnknownCaller = (event: Answered): boolean => UNKNOWN_CALLER.has(codeOf(event));

export const isUnauthenticated = (event: Answered): boolean =>
  isOfUnknownCaller(event) || EXPIRED.has(codeOf(event));
