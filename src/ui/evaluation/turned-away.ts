// Turned away: what is told of a call whose credentials or code were not good, before any policy was read.
import type { ApiEvent } from '../../account/event.ts';

export interface TurnedAway {
  readonly line: string;
  readonly advice: string;
  /** Whether other credentials are needed. */
  readonly signIn: boolean;
}

/** Null where it was nothing of that kind. */
export function turnedAway({
  errorCode = '',
  errorMessage = '',
  userIdentity,
  request,
}: ApiEvent): TurnedAway | null {
  // S3 says of calls that nobody signed no more than that they are denied.
  const unsigned = userIdentity.accountId === 'anonymous' && errorCode === 'AccessDenied' && request === null;
  if (/^(ExpiredToken|(Client\.)?RequestExpired)/.test(errorCode))
    return {
      line: 'Turned away: the session has ended',
      advice: 'Act with credentials that hold, and repeat the request.',
      signIn: true,
    };
  // IAM says the same of credentials that it is closed to: then a request was decided on, and its verdict tells more.
  if (
    request === null &&
    /^(InvalidClientTokenId|InvalidAccessKeyId|UnrecognizedClient|(Client\.)?AuthFailure)/.test(errorCode)
  )
    return {
      line: 'Turned away: AWS does not know these credentials',
      advice:
        'The key was deactivated or deleted, or whoever it was made for is gone. Sign in again, or act with other credentials, and repeat the request.',
      signIn: true,
    };
  if (unsigned || /^(Client\.)?MissingAuthenticationToken/.test(errorCode))
    return {
      line: 'Turned away: nobody signed the request',
      advice: 'This call asks for a signature before any policy is read. Act as somebody, and repeat it.',
      signIn: true,
    };
  if (errorMessage.startsWith('MultiFactorAuthentication failed'))
    return {
      line: 'Turned away: the MFA code was not taken',
      advice: 'The code is checked before any policy is read. Send the one that the device shows now.',
      signIn: false,
    };
  return null;
}
