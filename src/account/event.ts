// ApiEvent: the record of one call or sign-in in an account, shaped after CloudTrail.
import type { AccountId, Arn } from '../aws/arn.ts';
import type { Instant } from '../aws/instant.ts';
import type { PlainJson } from '../aws/json.ts';
import type { DecidedBy, Decision } from '../evaluation/evaluation.ts';
import type { Request } from '../evaluation/request.ts';

/** A parameter of a call: what is named within has small initials in events, but for names that the caller chose. */
export type EventValue = PlainJson;

/** Levels of lists and structures in one parameter; what is nested deeper is in no event. */
export const MAX_EVENT_LEVELS = 100;

/**
 * One entry of the activity list, shaped after a CloudTrail record. It holds what is needed to say again who asked for
 * what and how it was decided; the full trace is computed again when someone looks.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export interface ApiEvent {
  readonly eventID: string;
  readonly eventTime: Instant;
  readonly eventType: 'AwsApiCall' | 'AwsConsoleSignIn';
  /** `s3.amazonaws.com` */
  readonly eventSource: string;
  /** `GetObject` */
  readonly eventName: string;
  readonly userIdentity: {
    readonly type: 'Root' | 'IAMUser';
    readonly principalId: string;
    readonly arn: Arn;
    readonly accountId: AccountId;
    readonly userName?: string;
    readonly accessKeyId?: string;
  };
  readonly sourceIPAddress: string;
  readonly userAgent: string;
  /** lowerCamelCase, bodies and documents as text, secrets never. */
  readonly requestParameters: Readonly<Record<string, EventValue>>;
  readonly errorCode?: string;
  readonly errorMessage?: string;
  readonly readOnly: boolean;
  readonly resources: readonly { readonly ARN: Arn; readonly accountId: AccountId }[];
  /** The request that decided, as the engine saw it; null when the call was turned away before that. */
  readonly request: Request | null;
  readonly decision: { readonly outcome: Decision['outcome']; readonly by: DecidedBy } | null;
}
