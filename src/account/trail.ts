// trailRecords: an event as the trails of accounts keep it.
import type { Arn } from '../aws/arn.ts';
import { isPlainObject } from '../aws/json.ts';
import type { ApiEvent, EventFields, EventValue, UserIdentity } from './event.ts';
import { resourceType } from './resource-type.ts';
import { isOfUnknownCaller } from './unauthenticated.ts';

/**
 * What CloudTrail writes down. How the call was decided is no part of it.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export interface TrailRecord extends Omit<
  ApiEvent,
  'requestParameters' | 'resources' | 'request' | 'session' | 'decision' | 'copy'
> {
  readonly eventVersion: '1.11';
  /** Null: there are none, as of a sign-in. */
  readonly requestParameters: EventFields | null;
  /** In both records of a call that two accounts keep. */
  readonly sharedEventID?: string;
  readonly resources: readonly { readonly ARN: Arn; readonly accountId: string; readonly type?: string }[];
  /** Whether it is no event of data. */
  readonly managementEvent: boolean;
  /** Only where it is so. */
  readonly sessionCredentialFromConsole?: 'true';
  readonly tlsDetails: {
    readonly tlsVersion: string;
    readonly cipherSuite: string;
    readonly clientProvidedHostHeader: string;
  };
}

/**
 * The record in the trail of the caller's account, and then the one in that of the account whose bucket, key or role it was
 * about, where it is another. There the caller is no more than an account, and of an access control list nothing is told.
 * None where nobody can tell who called, or whose it was that somebody without credentials called for, and so in whose
 * trail it would belong.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-s3-info.html
 */
export function trailRecords(event: ApiEvent): readonly TrailRecord[] {
  if (isOfUnknownCaller(event) || isOfNobody(event)) return [];
  const { request: _request, session: _session, decision: _decision, copy, ...kept } = event;
  const requestParameters = withoutContents(event);
  const own: TrailRecord = {
    eventVersion: '1.11',
    ...kept,
    requestParameters: Object.keys(requestParameters).length === 0 ? null : requestParameters,
    responseElements: isOfItems(event) ? null : kept.responseElements,
    resources: kept.resources.map((resource) => {
      const type = resourceType(resource.ARN);
      return { ...resource, ...(type !== null && { type }) };
    }),
    managementEvent: event.eventCategory === 'Management',
    ...(event.request?.facts?.console && { sessionCredentialFromConsole: 'true' }),
    tlsDetails: tlsDetails(event),
    ...(copy && { sharedEventID: copy.sharedEventID }),
  };
  if (!copy) return [own];
  const { eventID, recipientAccountId } = copy;
  const theirs = withoutGrants(own.requestParameters);
  const userIdentity = fromOutside(event.userIdentity);
  return [own, { ...own, requestParameters: theirs, eventID, recipientAccountId, userIdentity }];
}

/**
 * CloudTrail keeps which object or item was written, never what is in it: of an item there is its key.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/understanding-ddb-log-entries.html
 */
function withoutContents(event: ApiEvent): EventFields {
  const { body: _body, ...parameters } = event.requestParameters;
  if (!isOfItems(event)) return parameters;
  const { item: _item, expressionAttributeValues: _values, ...kept } = parameters;
  const { requestItems } = kept;
  if (!isPlainObject(requestItems)) return kept;
  // By names of tables, which may be any: what is in a put is known by its place only.
  const tables = Object.entries(requestItems).map(([table, writes]) => [
    table,
    Array.isArray(writes) ? writes.map(withoutItem) : writes,
  ]);
  return { ...kept, requestItems: Object.fromEntries(tables) as EventFields };
}

const withoutItem = (write: EventValue): EventValue =>
  isPlainObject(write) && 'putRequest' in write ? { ...(write as EventFields), putRequest: {} } : write;

const isOfItems = ({ eventSource, eventCategory }: ApiEvent): boolean =>
  eventSource === 'dynamodb.amazonaws.com' && eventCategory === 'Data';

/** Browsers and clients of today connect with this version and suite. */
const tlsDetails = (event: ApiEvent): TrailRecord['tlsDetails'] => ({
  tlsVersion: 'TLSv1.3',
  cipherSuite: 'TLS_AES_128_GCM_SHA256',
  clientProvidedHostHeader: hostOf(event),
});

/** @see https://docs.aws.amazon.com/general/latest/gr/rande.html */
function hostOf({ eventSource, awsRegion, requestParameters }: ApiEvent): string {
  const [service = ''] = eventSource.split('.');
  const { bucketName } = requestParameters;
  switch (service) {
    case 'signin':
      return `${awsRegion}.signin.aws.amazon.com`;
    case 'iam':
      return 'iam.amazonaws.com';
    case 's3':
      return `${typeof bucketName === 'string' ? `${bucketName}.` : ''}s3.${awsRegion}.amazonaws.com`;
    default:
      return `${service}.${awsRegion}.amazonaws.com`;
  }
}

const isOfNobody = ({ userIdentity, recipientAccountId }: ApiEvent): boolean =>
  userIdentity.accountId === 'anonymous' && recipientAccountId === '';

const GRANTS = /^(?:AccessControlPolicy|x-amz-acl|x-amz-grant-.*)$/;

function withoutGrants(parameters: EventFields | null): EventFields | null {
  const kept = Object.entries(parameters ?? {}).filter(([name]) => !GRANTS.test(name));
  return kept.length === 0 ? null : Object.fromEntries(kept);
}

const fromOutside = ({ principalId, accountId }: UserIdentity): UserIdentity => ({
  type: 'AWSAccount',
  principalId,
  ...(accountId !== undefined && { accountId }),
});
