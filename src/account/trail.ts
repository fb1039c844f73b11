// trailRecords: an event as the trails of accounts keep it.
import type { ApiEvent, EventFields, UserIdentity } from './event.ts';

/**
 * What CloudTrail writes down. How the call was decided is no part of it.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export interface TrailRecord extends Omit<
  ApiEvent,
  'requestParameters' | 'request' | 'session' | 'decision' | 'copy'
> {
  readonly eventVersion: '1.11';
  /** Null: of a sign-in. */
  readonly requestParameters: EventFields | null;
  /** In both records of a call that two accounts keep. */
  readonly sharedEventID?: string;
  /** Of sign-ins: the connection of the browser. */
  readonly tlsDetails?: {
    readonly tlsVersion: string;
    readonly cipherSuite: string;
    readonly clientProvidedHostHeader: string;
  };
}

/**
 * The record in the trail of the caller's account, and then the one in that of the account whose role was assumed, where
 * it is another. There the caller is no more than an account.
 */
export function trailRecords(event: ApiEvent): readonly TrailRecord[] {
  const { request: _request, session: _session, decision: _decision, copy, ...kept } = event;
  // CloudTrail keeps which object or item was written, never what is in it.
  const { body: _body, item: _item, ...requestParameters } = kept.requestParameters;
  const own: TrailRecord = {
    eventVersion: '1.11',
    ...kept,
    ...(event.eventType === 'AwsConsoleSignIn'
      ? { requestParameters: null, tlsDetails: tlsDetails(event) }
      : { requestParameters }),
    ...(copy && { sharedEventID: copy.sharedEventID }),
  };
  if (!copy) return [own];
  const { eventID, recipientAccountId } = copy;
  return [own, { ...own, eventID, recipientAccountId, userIdentity: fromOutside(event.userIdentity) }];
}

/** Browsers of today come to the sign-in page of a Region with this version and suite. */
const tlsDetails = ({ awsRegion }: ApiEvent) => ({
  tlsVersion: 'TLSv1.3',
  cipherSuite: 'TLS_AES_128_GCM_SHA256',
  clientProvidedHostHeader: `${awsRegion}.signin.aws.amazon.com`,
});

const fromOutside = ({ principalId, accountId }: UserIdentity): UserIdentity => ({
  type: 'AWSAccount',
  principalId,
  ...(accountId !== undefined && { accountId }),
});
