// The schema of events: by what an event of the activity list is believed when it comes back from the database.
import * as v from 'valibot';
import { MAX_EVENT_LEVELS, type ApiEvent, type EventFields, type EventValue } from '../account/event.ts';
import type { ActionName, Arn } from '../aws/arn.ts';
import { isPlainJson } from '../aws/json.ts';
import type { Proven, Same } from '../scenario/same.ts';

/** No more than their types promise: events also record what people typed wrong. */
const isArn = (text: string): text is Arn => text.startsWith('arn:');
const isActionName = (text: string): text is ActionName => text.includes(':');

const arn = v.pipe(v.string(), v.guard(isArn));
const optional = v.optional(v.string());

const eventValue = v.custom<EventValue>(
  (value) => isPlainJson(value, MAX_EVENT_LEVELS),
  'no parameter of a call',
);

const sessionToken = v.optional(v.object({ mfa: v.boolean() }));

const principal = v.variant('kind', [
  v.object({
    kind: v.literal('root'),
    arn,
    account: v.string(),
    assumed: v.optional(v.literal(true)),
    sessionToken,
  }),
  v.object({
    kind: v.literal('user'),
    arn,
    account: v.string(),
    name: v.string(),
    sessionToken,
    keyless: v.optional(v.literal(true)),
  }),
  v.object({
    kind: v.literal('roleSession'),
    arn,
    account: v.string(),
    roleName: v.string(),
    sessionName: v.string(),
    roleArn: v.optional(arn),
    keyless: v.optional(v.literal(true)),
  }),
  v.object({
    kind: v.literal('federatedUser'),
    arn,
    account: v.string(),
    name: v.string(),
    issuer: v.optional(arn),
  }),
  v.object({ kind: v.literal('federatedIdentity'), provider: v.string() }),
  v.object({ kind: v.literal('service'), service: v.string() }),
  v.object({ kind: v.literal('anonymous') }),
]);

const request = v.object({
  principal,
  action: v.pipe(v.string(), v.guard(isActionName)),
  resource: v.union([v.literal('*'), arn]),
  resourceAccount: v.nullable(v.string()),
  context: v.record(
    v.string(),
    v.union([v.string(), v.array(v.string()), v.object({ unknown: v.literal(true) })]),
  ),
  forwardedBy: v.optional(v.array(v.string())),
  facts: v.optional(
    v.object({
      canonicalUserId: optional,
      objectOwner: optional,
      console: v.optional(v.boolean()),
      rootAccessAdministrator: v.optional(v.boolean()),
    }),
  ),
});

const fields: v.GenericSchema<unknown, EventFields> = v.record(v.string(), eventValue);

const userIdentity = v.object({
  type: v.picklist([
    'Root',
    'IAMUser',
    'AssumedRole',
    'FederatedUser',
    'SAMLUser',
    'WebIdentityUser',
    'AWSAccount',
    'AWSService',
  ]),
  principalId: v.string(),
  arn: v.optional(arn),
  accountId: optional,
  userName: optional,
  accessKeyId: optional,
  identityProvider: optional,
  sessionContext: v.optional(
    v.object({
      sessionIssuer: v.optional(
        v.object({
          type: v.picklist(['Role', 'IAMUser', 'Root']),
          principalId: v.string(),
          arn,
          accountId: v.string(),
          userName: optional,
        }),
      ),
      webIdFederationData: v.optional(v.object({ federatedProvider: v.string(), attributes: fields })),
      attributes: v.object({ creationDate: v.string(), mfaAuthenticated: v.picklist(['true', 'false']) }),
      sourceIdentity: optional,
      assumedRoot: v.optional(v.literal('true')),
    }),
  ),
});

const session = v.object({
  roleId: optional,
  policies: v.optional(v.object({ policy: v.nullable(v.string()), policyArns: v.array(arn) })),
  endpoint: v.optional(v.object({ account: v.string(), id: v.string() })),
});

/** Fields that records of older builds lack have the value that they would have had. */
export const apiEventSchema = v.object({
  eventID: v.string(),
  requestID: v.optional(v.string(), ''),
  eventTime: v.string(),
  eventType: v.picklist(['AwsApiCall', 'AwsConsoleSignIn']),
  eventCategory: v.optional(v.picklist(['Management', 'Data']), 'Management'),
  eventSource: v.string(),
  eventName: v.string(),
  awsRegion: v.optional(v.string(), 'us-east-1'),
  userIdentity,
  sourceIPAddress: v.string(),
  userAgent: v.string(),
  vpcEndpointId: optional,
  requestParameters: fields,
  responseElements: v.optional(v.nullable(fields), null),
  additionalEventData: v.optional(fields),
  errorCode: optional,
  errorMessage: optional,
  readOnly: v.boolean(),
  resources: v.array(v.object({ ARN: arn, accountId: v.string() })),
  recipientAccountId: v.optional(v.string(), ''),
  copy: v.optional(
    v.object({ eventID: v.string(), recipientAccountId: v.string(), sharedEventID: v.string() }),
  ),
  request: v.nullable(request),
  session: v.optional(session, {}),
  decision: v.nullable(
    v.object({
      outcome: v.picklist(['allow', 'explicitDeny', 'implicitDeny', 'depends']),
      by: v.picklist(['rcp', 'scp', 'vpce', 'resource', 'identity', 'boundary', 'session', 'none']),
    }),
  ),
});

/** `ApiEvent`, proven to be what the schema lets through: an event of a new shape would otherwise be lost on reload. */
export type StoredEvent = Proven<Same<v.InferOutput<typeof apiEventSchema>, ApiEvent>, ApiEvent>;
