// Events as the activity list sorts and names them: who asked, for what, and how it came out.
import type { ApiEvent } from '../../account/event.ts';
import type { Decision } from '../../evaluation/evaluation.ts';

/** `turnedAway`: refused before any policy was read. `noDecision`: a sign-in, which no policy decides. */
export type EventOutcome = Decision['outcome'] | 'turnedAway' | 'noDecision';

export function outcomeOf(event: ApiEvent): EventOutcome {
  if (event.decision) return event.decision.outcome;
  return event.eventType === 'AwsApiCall' && event.errorCode !== undefined ? 'turnedAway' : 'noDecision';
}

/** The name a person knows the caller by: the user's name, or `root user`. */
export const whoOf = ({ userIdentity }: ApiEvent): string =>
  userIdentity.type === 'Root' ? 'root user' : (userIdentity.userName ?? userIdentity.arn);

/** The permission that was asked for; empty for a sign-in. One operation may need a permission of another name. */
export const actionOf = (event: ApiEvent): string => event.request?.action ?? '';

/** The ARN that was acted on, `*`, or empty. */
export const resourceOf = (event: ApiEvent): string =>
  event.request?.resource ?? event.resources[0]?.ARN ?? '';

export const FILTERS = ['all', 'allowed', 'implicit', 'explicit', 'other'] as const;
export type OutcomeFilter = (typeof FILTERS)[number];

const passes: Readonly<Record<OutcomeFilter, (outcome: EventOutcome) => boolean>> = {
  all: () => true,
  allowed: (outcome) => outcome === 'allow',
  implicit: (outcome) => outcome === 'implicitDeny',
  explicit: (outcome) => outcome === 'explicitDeny',
  other: (outcome) => outcome === 'turnedAway' || outcome === 'noDecision' || outcome === 'depends',
};

/** Events whose outcome passes the filter and which hold every word of `text`, without regard to letter case. */
export function filterEvents(
  events: readonly ApiEvent[],
  text: string,
  filter: OutcomeFilter,
): readonly ApiEvent[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0 && filter === 'all') return events;
  return events.filter((event) => {
    if (!passes[filter](outcomeOf(event))) return false;
    const searched = [
      whoOf(event),
      event.eventName,
      actionOf(event),
      resourceOf(event),
      event.errorCode ?? '',
    ]
      .join('\n')
      .toLowerCase();
    return words.every((word) => searched.includes(word));
  });
}

/**
 * The event as CloudTrail prints it: the fields of its record in its order, without what only this app keeps.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export function recordText(event: ApiEvent): string {
  const { request: _request, decision: _decision, ...record } = event;
  return JSON.stringify({ eventVersion: '1.11', ...record }, null, 2);
}
