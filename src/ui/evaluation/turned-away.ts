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
  const stated = FEDERATED.find(({ says }) => errorMessage.startsWith(says));
  if (stated) return { line: stated.line, advice: stated.advice, signIn: false };
  // Nobody had signed in yet: whatever else was wrong was so with a statement of somebody outside of AWS.
  if (userIdentity.type === 'SAMLUser' || userIdentity.type === 'WebIdentityUser') return null;
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
      advice: mfaAdvice(errorMessage),
      signIn: false,
    };
  return null;
}

/** The serial number and the code are looked at before any policy is read. */
function mfaAdvice(message: string): string {
  if (message.includes('must provide both'))
    return 'Send both: the serial number of the device, of a virtual one its ARN, and the code that it shows now.';
  if (message.includes('unable to validate'))
    return 'Send the serial number of a device that is assigned to whoever calls: of a virtual one its ARN. Sessions of roles and passkeys have no codes.';
  return 'The code is checked before any policy is read, and each is for one use. Send the one that the device shows now, or the next.';
}

/** A statement from outside whose signature does not hold: AWS says little of why. */
const FEDERATED: readonly { readonly says: string; readonly line: string; readonly advice: string }[] = [
  {
    says: "Couldn't retrieve verification key",
    line: 'Turned away: no key to check the signature with',
    advice:
      'AWS looked for the key that the token names (kid, in its header) among those that the provider publishes, and it is not there.',
  },
  {
    says: 'The web identity token that was passed could not be validated',
    line: 'Turned away: the signature does not fit the token',
    advice:
      'The provider publishes the key that the token names, but that key did not sign this header and these claims: they were changed afterwards, or another key signed them. Only the provider can sign them anew.',
  },
  {
    says: 'Response signature invalid',
    line: 'Turned away: the signature does not fit the response',
    advice:
      'No key in the metadata that AWS has of the directory signed this assertion: it was changed afterwards, or another key signed it. Only the directory can sign it anew.',
  },
];
