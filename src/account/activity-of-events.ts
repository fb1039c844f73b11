// Activity of events: what the record of an account tells of the use of its credentials, roles and services.
import { NO_ACTIVITY, withDeletedQueue, withSignIn, withUse, type Activity, type Use } from './activity.ts';
import type { ApiEvent } from './event.ts';
import { eventOf, type Journal } from './journal.ts';
import { isUnauthenticated } from './unauthenticated.ts';

/** @param events Oldest first. */
export const activityOf = (events: readonly ApiEvent[]): Activity => events.reduce(withEvent, NO_ACTIVITY);

/**
 * A call counts whether it was allowed or denied; not if its credentials were not good in the first place. What AWS does
 * with a role that is passed to it is no call and no event.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html
 */
export const withEvent = (activity: Activity, event: ApiEvent): Activity =>
  withDeletion(withUseIn(activity, event), event);

/** The activity after entries of a journal, oldest first. */
export const withEntries = (activity: Activity, entries: Journal): Activity =>
  entries.reduce((sum, entry) => {
    const event = eventOf(entry);
    return event ? withEvent(sum, event) : sum;
  }, activity);

function withDeletion(activity: Activity, event: ApiEvent): Activity {
  const { eventSource, eventName, errorCode, eventTime, resources } = event;
  const [queue] = resources;
  return eventSource === 'sqs.amazonaws.com' &&
    eventName === 'DeleteQueue' &&
    errorCode === undefined &&
    queue
    ? withDeletedQueue(activity, queue.ARN, eventTime)
    : activity;
}

function withUseIn(activity: Activity, event: ApiEvent): Activity {
  if (event.eventType === 'AwsConsoleSignIn') {
    const id = signInId(event);
    return id === null ? activity : withSignIn(activity, id, event.eventTime);
  }
  const by = isUnauthenticated(event) ? null : userOf(event);
  if (by === null) return activity;
  return withUse(activity, {
    date: event.eventTime,
    service: event.eventSource.replace(/\.amazonaws\.com$/, ''),
    region: event.awsRegion,
    action: event.eventCategory === 'Data' ? null : event.eventName,
    by,
  });
}

/** Whose password was used; null where none was, or where it was wrong. */
function signInId({ eventName, responseElements, userIdentity }: ApiEvent): string | null {
  if (eventName !== 'ConsoleLogin' || responseElements?.ConsoleLogin !== 'Success') return null;
  const { type, principalId } = userIdentity;
  return (type === 'IAMUser' || type === 'Root') && principalId !== '' ? principalId : null;
}

/** A federated user acts with the permissions of the user who asked for the session, and counts as that user. */
function userOf({ userIdentity }: ApiEvent): Use['by'] | null {
  const { type, principalId, accessKeyId = null, sessionContext } = userIdentity;
  const issuer = sessionContext?.sessionIssuer?.principalId ?? '';
  switch (type) {
    case 'Root':
      return principalId === '' ? null : { kind: 'root', id: principalId, accessKeyId };
    case 'IAMUser':
      return principalId === '' ? null : { kind: 'user', id: principalId, accessKeyId };
    case 'AssumedRole':
      return issuer === '' ? null : { kind: 'role', id: issuer };
    case 'FederatedUser':
      return issuer === '' ? null : { kind: 'user', id: issuer, accessKeyId };
    default:
      return null;
  }
}
