// Error code: the code with which AWS answered a call, from the event that records it.
import type { ApiEvent } from '../../account/event.ts';
import { answeredErrorCode } from '../../api/errors.ts';

/**
 * `MalformedPolicyDocument`, as clients get it, where CloudTrail keeps the name of the exception of IAM or STS,
 * `MalformedPolicyDocumentException`; `DryRunOperation`, where it keeps `Client.DryRunOperation` of EC2. Undefined when
 * the call did not fail.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicyVersion.html#API_CreatePolicyVersion_Errors
 */
export const answeredCode = ({ eventSource, errorCode }: ApiEvent): string | undefined =>
  errorCode === undefined ? undefined : answeredErrorCode(eventSource.split('.')[0] ?? '', errorCode);
