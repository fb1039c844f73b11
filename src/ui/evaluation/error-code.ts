// Error code: the code with which AWS answered a call, from the event that records it.
import type { ApiEvent } from '../../account/event.ts';

/**
 * `MalformedPolicyDocument`, as clients get it, where CloudTrail keeps the name of IAM's exception,
 * `MalformedPolicyDocumentException`. Undefined when the call did not fail.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicyVersion.html#API_CreatePolicyVersion_Errors
 */
export const answeredCode = ({ eventSource, errorCode }: ApiEvent): string | undefined =>
  eventSource === 'iam.amazonaws.com' ? errorCode?.replace(/Exception$/, '') : errorCode;
