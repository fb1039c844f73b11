// Events as the activity list sorts and names them: who asked, for what, and how it came out.
import type { ApiEvent } from '../../account/event.ts';
import { denialCode } from '../../api/services.ts';
import type { Decision } from '../../evaluation/evaluation.ts';
import { answeredCode } from '../evaluation/error-code.ts';
import { inWords } from '../shared/when.ts';
import type { Activity } from '../shared/workspace.ts';

/**
 * `failed`: allowed by the policies, and yet it could not be done. `turnedAway`: refused before any policy was read.
 * What is recorded at the sign-in page no policy decides: `mfaAsked` to `switched`.
 */
export type EventOutcome = Decision['outcome'] | 'failed' | 'turnedAway' | DoorOutcome;
type DoorOutcome = 'mfaAsked' | 'passwordChanged' | 'passwordKept' | 'signedIn' | 'signInFailed' | 'switched';

export function outcomeOf(event: ApiEvent): EventOutcome {
  const { decision, eventType, errorCode } = event;
  if (decision) return decision.outcome === 'allow' && errorCode !== undefined ? 'failed' : decision.outcome;
  if (eventType === 'AwsApiCall') return errorCode === undefined ? 'allow' : 'turnedAway';
  return doorOutcome(event);
}

function doorOutcome({ eventName, errorMessage }: ApiEvent): DoorOutcome {
  if (eventName === 'CheckMfa') return 'mfaAsked';
  if (eventName === 'SwitchRole' || eventName === 'ExitRole') return 'switched';
  if (eventName === 'PasswordUpdated') return errorMessage === undefined ? 'passwordChanged' : 'passwordKept';
  return errorMessage === undefined ? 'signedIn' : 'signInFailed';
}

/** The code to show beside the outcome: none where the outcome says it all. */
export function codeBeside(event: ApiEvent): string | undefined {
  const code = answeredCode(event);
  const [service = ''] = event.eventSource.split('.');
  return code === denialCode(service) ? undefined : code;
}

/** The name a person knows the caller by: the user's name, `root user`, or `Role/session`; whoever was not believed has none. */
export const whoOf = ({ userIdentity }: ApiEvent): string =>
  userIdentity.type === 'Root'
    ? 'root user'
    : (userIdentity.userName ??
      shortArn(userIdentity.arn) ??
      (userIdentity.principalId || 'somebody unknown'));

/** What STS writes after the kind: `Desk/noor`, `shop-guest`. */
const shortArn = (arn: string | undefined): string | undefined =>
  arn?.replace(/^arn:aws:sts::\d{12}:(?:assumed-role|federated-user)\//, '');

/** The permission that was asked for; empty for a sign-in. One operation may need a permission of another name. */
export const actionOf = (event: ApiEvent): string => event.request?.action ?? '';

/** The ARN that was acted on, `*`, or empty. */
export const resourceOf = (event: ApiEvent): string =>
  event.request?.resource ?? event.resources[0]?.ARN ?? '';

export const FILTERS = ['all', 'allowed', 'implicit', 'explicit', 'failed', 'other'] as const;
export type OutcomeFilter = (typeof FILTERS)[number];

const OTHER: ReadonlySet<EventOutcome> = new Set([
  'turnedAway',
  'mfaAsked',
  'passwordChanged',
  'passwordKept',
  'signedIn',
  'signInFailed',
  'switched',
  'depends',
]);

const passes: Readonly<Record<OutcomeFilter, (outcome: EventOutcome) => boolean>> = {
  all: () => true,
  allowed: (outcome) => outcome === 'allow',
  implicit: (outcome) => outcome === 'implicitDeny',
  explicit: (outcome) => outcome === 'explicitDeny',
  failed: (outcome) => outcome === 'failed',
  other: (outcome) => OTHER.has(outcome),
};

/** Events whose outcome passes the filter and which hold every word of `text`, without regard to letter case. */
export function filterEvents(
  events: readonly ApiEvent[],
  text: string,
  filter: OutcomeFilter,
): readonly ApiEvent[] {
  const words = wordsOf(text);
  if (words.length === 0 && filter === 'all') return events;
  return events.filter((event) => {
    if (!passes[filter](outcomeOf(event))) return false;
    const searched = [
      whoOf(event),
      event.userIdentity.arn ?? '',
      event.eventName,
      actionOf(event),
      resourceOf(event),
      event.errorCode ?? '',
      answeredCode(event) ?? '',
    ]
      .join('\n')
      .toLowerCase();
    return words.every((word) => searched.includes(word));
  });
}

/** As `filterEvents`. What was undone or redone is found by what it was, among all outcomes and among others. */
export function filterActivity(
  activity: readonly Activity[],
  text: string,
  filter: OutcomeFilter,
): readonly Activity[] {
  const words = wordsOf(text);
  if (words.length === 0 && filter === 'all') return activity;
  const events = activity.flatMap((item) => (item.kind === 'event' ? [item.event] : []));
  const found = new Set(filterEvents(events, text, filter));
  return activity.filter((item) => {
    if (item.kind === 'event') return found.has(item.event);
    const searched = stepInWords(item).toLowerCase();
    return (filter === 'all' || filter === 'other') && words.every((word) => searched.includes(word));
  });
}

/** `Undid CreateUser`: AWS has no name for it. */
export const stepInWords = ({ kind, eventName }: Exclude<Activity, { kind: 'event' }>): string =>
  `${kind === 'undo' ? 'Undid' : 'Redid'} ${eventName}`;

export const timeOf = (item: Activity): Pick<ApiEvent, 'eventTime'> =>
  item.kind === 'event' ? item.event : { eventTime: item.time };

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');

/** The instants that share their minute with another of these events, and so are told apart by their seconds only. */
export function crowdedInstants(events: readonly Pick<ApiEvent, 'eventTime'>[]): ReadonlySet<string> {
  const minutes = events.map(({ eventTime }) => inWords(eventTime, 'short'));
  const counts = new Map<string, number>();
  for (const minute of minutes) counts.set(minute, (counts.get(minute) ?? 0) + 1);
  const crowded = events.filter((_event, i) => (counts.get(minutes[i] ?? '') ?? 0) > 1);
  return new Set(crowded.map(({ eventTime }) => eventTime));
}
