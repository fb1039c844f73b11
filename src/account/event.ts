// ApiEvent: the record of one call or sign-in in an account, shaped after CloudTrail.
import type { AccountId, Arn } from '../aws/arn.ts';
import type { Instant } from '../aws/instant.ts';
import type { PlainJson } from '../aws/json.ts';
import type { DecidedBy, Decision } from '../evaluation/evaluation.ts';
import type { Request } from '../evaluation/request.ts';
import type { RequestSession } from './applicable.ts';

/** Of a call: what is named within has small initials in events, but for names that the caller chose. */
export type EventValue = PlainJson;

/** Levels of lists and structures in one parameter; what is nested deeper is in no event. */
export const MAX_EVENT_LEVELS = 100;

export type EventFields = Readonly<Record<string, EventValue>>;

/**
 * One entry of the activity list, shaped after a CloudTrail record. It holds what is needed to say again who asked for
 * what and how it was decided; the full trace is computed again when someone looks.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export interface ApiEvent {
  readonly eventID: string;
  readonly requestID: string;
  readonly eventTime: Instant;
  readonly eventType: 'AwsApiCall' | 'AwsConsoleSignIn';
  /** Calls on what resources hold, such as objects, are data; everything else is management. */
  readonly eventCategory: 'Management' | 'Data';
  /** `s3.amazonaws.com` */
  readonly eventSource: string;
  /** `GetObject` */
  readonly eventName: string;
  readonly awsRegion: string;
  readonly userIdentity: UserIdentity;
  readonly sourceIPAddress: string;
  readonly userAgent: string;
  readonly vpcEndpointId?: string;
  /** lowerCamelCase, bodies and documents as text, secrets never. */
  readonly requestParameters: EventFields;
  /** Null for calls that only read, and for those that failed. */
  readonly responseElements: EventFields | null;
  readonly additionalEventData?: EventFields;
  readonly errorCode?: string;
  readonly errorMessage?: string;
  readonly readOnly: boolean;
  readonly resources: readonly { readonly ARN: Arn; readonly accountId: AccountId }[];
  /** The account in whose list the event is; empty when it is in none. */
  readonly recipientAccountId: AccountId;
  /**
   * The second record, which another account keeps: when a role of it is assumed, a key of it is used, or one of its
   * buckets is asked for what is in it.
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html
   */
  readonly copy?: {
    readonly eventID: string;
    readonly recipientAccountId: AccountId;
    readonly sharedEventID: string;
  };
  /** The request that decided, as the engine saw it; null when the call was turned away before that. */
  readonly request: Request | null;
  /** What of the session decided beside the request; no part of CloudTrail's record. */
  readonly session: RequestSession;
  readonly decision: { readonly outcome: Decision['outcome']; readonly by: DecidedBy } | null;
}

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html */
export interface UserIdentity {
  readonly type:
    | 'Root'
    | 'IAMUser'
    | 'AssumedRole'
    | 'FederatedUser'
    | 'SAMLUser'
    | 'WebIdentityUser'
    | 'AWSAccount'
    | 'AWSService';
  readonly principalId: string;
  /** Identities that are not of AWS have none, nor has nobody. */
  readonly arn?: Arn;
  readonly accountId?: AccountId;
  readonly userName?: string;
  readonly accessKeyId?: string;
  /** Of SAML and web identities. */
  readonly identityProvider?: string;
  readonly sessionContext?: SessionContext;
}

export interface SessionContext {
  readonly sessionIssuer?: {
    readonly type: 'Role' | 'IAMUser' | 'Root';
    readonly principalId: string;
    readonly arn: Arn;
    readonly accountId: AccountId;
    readonly userName?: string;
  };
  readonly webIdFederationData?: { readonly federatedProvider: string; readonly attributes: EventFields };
  readonly attributes: { readonly creationDate: Instant; readonly mfaAuthenticated: 'true' | 'false' };
  readonly sourceIdentity?: string;
  readonly assumedRoot?: 'true';
}
