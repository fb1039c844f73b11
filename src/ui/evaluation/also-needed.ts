// alsoNeeded: the permission that decided a call beside the one of its own name.
import type { ApiEvent } from '../../account/event.ts';

/** What a call that assumes a role asks for once more, each with a permission of its own. */
const BESIDE = /^sts:(TagSession|SetSourceIdentity|SetContext)$/i;

export interface Needed {
  /** The permission of the call itself. */
  readonly call: string;
  /** The one that decided, which a part of the call needs. */
  readonly also: string;
}

/**
 * Null where the permission that decided is the one of the call.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_permissions-required
 */
export const alsoNeeded = ({
  request,
  eventSource,
  eventName,
}: Pick<ApiEvent, 'request' | 'eventSource' | 'eventName'>): Needed | null =>
  eventSource === 'sts.amazonaws.com' && request !== null && BESIDE.test(request.action)
    ? { call: `sts:${eventName}`, also: request.action }
    : null;
