// Events: the record of a call or of a sign-in, shaped after CloudTrail, and the way back from a record to its call.
import type { ApiEvent, EventFields, EventValue, UserIdentity } from '../account/event.ts';
import type { PrincipalName } from '../account/principal.ts';
import type { MfaDevice, World } from '../account/world.ts';
import { findBucket } from '../account/find.ts';
import { DEFAULT_REGION } from '../account/resource.ts';
import { decisiveOf } from '../evaluation/call.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import type { ApiCall, OperationName } from './call.ts';
import type { AwsError } from './aws-error.ts';
import { callerUserId } from './caller.ts';
import type { Env } from './env.ts';
import { eventErrorCode } from './errors.ts';
import { fromEventParameters, toEventParameters } from './event-parameters.ts';
import { OPERATIONS, isOperationName, splitOperation } from './operations.ts';
import type { Operation } from './operation.ts';
import type { AnyInput } from './parameters.ts';
import type { Asker } from './asker.ts';
import { regionOf } from './request-context.ts';
import { namedIdentity } from './user-identity.ts';

/** What came of a call, as far as its event tells. */
export interface CallRecord {
  readonly operation: OperationName;
  readonly input: AnyInput;
  /** What is recorded beside the parameters. */
  readonly recorded: EventFields;
  readonly identity: UserIdentity;
  readonly session: Asker['session'];
  /** The account in whose list the event is. */
  readonly account: string;
  /** Null: the call succeeded. */
  readonly error: AwsError | null;
  /** Of a call that succeeded. */
  readonly output: object | null;
  /** The decisions asked for, in order. */
  readonly evaluations: readonly Evaluation[];
}

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html */
export function apiEvent(world: World, record: CallRecord, env: Env): ApiEvent {
  const { input, error, output, evaluations } = record;
  const { service, name } = splitOperation(record.operation);
  const operation: Operation = OPERATIONS[record.operation];
  const decided = decisiveOf(evaluations);
  const owner = otherTrail(world, record, operation, decided);
  return {
    eventID: env.newId(),
    requestID: env.newId(),
    eventTime: env.now,
    eventType: 'AwsApiCall',
    eventCategory: operation.dataEvent ? 'Data' : 'Management',
    eventSource: `${service}.amazonaws.com`,
    eventName: name,
    awsRegion: regionOf(world, operation.name, decided?.request.resource ?? '*', env.region),
    userIdentity: record.identity,
    sourceIPAddress: env.sourceIp,
    userAgent: env.userAgent,
    ...(env.vpcEndpoint && { vpcEndpointId: env.vpcEndpoint.id }),
    requestParameters: { ...toEventParameters(operation.parameters, input), ...record.recorded },
    responseElements: output === null || !isRecorded(operation, output) ? null : responseElements(output),
    ...(error ? { errorCode: eventErrorCode(service, error), errorMessage: error.message } : {}),
    readOnly: operation.readOnly,
    resources: resourcesOf(evaluations),
    recipientAccountId: record.account || owner,
    ...(![record.account, ''].includes(owner) &&
      record.account !== '' && {
        copy: { eventID: env.newId(), recipientAccountId: owner, sharedEventID: env.newId() },
      }),
    request: decided?.request ?? null,
    session: record.session,
    decision: decided ? { outcome: decided.decision.outcome, by: decidedBy(decided) } : null,
  };
}

/**
 * The account besides that of the caller in whose trail a call is; empty: none, or nobody knows of another. For who
 * assumes its role or uses its key that is so where it could be done; the owner of a bucket sees whatever is asked of it.
 * A call without credentials is of no account itself.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-s3-info.html
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
function otherTrail(
  world: World,
  { operation, input, account, error }: CallRecord,
  { dataEvent }: Operation,
  decided: Evaluation | null,
): string {
  if (!decided) return '';
  const { service } = splitOperation(operation);
  if (service === 's3' && dataEvent)
    return 'Bucket' in input && typeof input.Bucket === 'string'
      ? (findBucket(world, input.Bucket)?.account.id ?? '')
      : '';
  const shared = !error && (operation === 'sts:AssumeRole' || service === 'kms');
  return shared || account === '' ? (decided.request.resourceAccount ?? '') : '';
}

/** Of calls that change nothing, only what hands out credentials is kept. */
const isRecorded = ({ readOnly }: Operation, output: object): boolean => !readOnly || 'Credentials' in output;

/** Parts of answers that are shown once, to the caller, and are in no record. */
const SECRET_OUTPUTS: ReadonlySet<string> = new Set([
  'SecretAccessKey',
  'Base32StringSeed',
  'QRCodePNG',
  'Plaintext',
  'PrivateKeyPlaintext',
  'SecretString',
  'SecretBinary',
  'RandomPassword',
  // What was in a queue, and what code is handed.
  'Messages',
  'Variables',
]);

/** Of these, records show that they were there. */
const MASKED_OUTPUTS: ReadonlySet<string> = new Set(['SessionToken']);

/** The answer as records have it: names begin with small letters, secrets are left out. An empty one is null. */
function responseElements(output: object): EventFields | null {
  const fields = elementsOf(output);
  return Object.keys(fields).length === 0 ? null : fields;
}

const elementsOf = (output: object): EventFields =>
  Object.fromEntries(
    Object.entries(output).flatMap(([name, value]): [string, EventValue][] =>
      SECRET_OUTPUTS.has(name) || value === undefined
        ? []
        : [[lowerFirst(name), MASKED_OUTPUTS.has(name) ? HIDDEN : element(value)]],
    ),
  );

function element(value: unknown): EventValue {
  if (Array.isArray(value)) return value.map(element);
  if (typeof value === 'object' && value !== null) return elementsOf(value);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** CloudTrail keeps out of its records what may be a password typed into the wrong field. */
const HIDDEN = 'HIDDEN_DUE_TO_SECURITY_REASONS';

/** Where a sign-in at the front door leads to. */
const LOGIN_TO = 'https://console.aws.amazon.com/console/home?hashArgs=%23&isauthcode=true';

/**
 * The `ConsoleLogin` event of an account. A name that is no user's is not recorded.
 * @param device The MFA device that was asked for, whether its code was right or not; null: there was no question of one.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html
 */
export function signInEvent(
  world: World,
  signIn: PrincipalName,
  succeeded: boolean,
  env: Env,
  device: string | null = null,
): ApiEvent {
  const known = callerUserId(world, signIn) !== null;
  const named = known || signIn.kind === 'root' ? signIn : { ...signIn, name: HIDDEN };
  return {
    ...atSignIn(signIn.account, 'ConsoleLogin', succeeded, env),
    userIdentity: namedIdentity(world, named),
    additionalEventData: {
      LoginTo: LOGIN_TO,
      MobileVersion: 'No',
      MFAUsed: device === null ? 'No' : 'Yes',
      ...(device !== null && { MFAIdentifier: device }),
    },
    ...(succeeded
      ? {}
      : { errorMessage: known ? 'Failed authentication' : 'No username found in supplied account' }),
  };
}

/** Of hardware tokens the word is not documented. */
const MFA_TYPES: Readonly<Record<MfaDevice['kind'], string>> = {
  virtual: 'Virtual MFA',
  passkey: 'U2F MFA',
  hardware: 'Hardware MFA',
};

/**
 * The `CheckMfa` event: the password was right, and a device was asked for. It says nothing of whether that was at hand.
 * @param kinds Of the devices that the one who signs in has; several of one kind count as one.
 */
export function checkMfaEvent(
  world: World,
  signIn: PrincipalName,
  kinds: readonly MfaDevice['kind'][],
  env: Env,
): ApiEvent {
  const [first, ...others] = new Set(kinds);
  const { arn: _arn, ...identity } = namedIdentity(world, signIn);
  return {
    ...atSignIn(signIn.account, 'CheckMfa', true, env),
    userIdentity: { ...identity, accessKeyId: '' },
    additionalEventData: {
      MfaType: first === undefined || others.length > 0 ? 'Multiple MFA Devices' : MFA_TYPES[first],
    },
  };
}

/**
 * The `PasswordUpdated` event: a password that had to be changed at the door was, or was not. The call that the policies
 * decided has a record of its own. AWS's words for a failure are not known; these are of its page.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html
 */
export const passwordUpdatedEvent = (
  world: World,
  signIn: PrincipalName,
  refused: string | null,
  env: Env,
): ApiEvent => ({
  ...atSignIn(signIn.account, 'PasswordUpdated', refused === null, env),
  userIdentity: { ...namedIdentity(world, signIn), accessKeyId: '' },
  ...(refused !== null && { errorMessage: refused }),
});

const atSignIn = (
  account: string,
  eventName: string,
  succeeded: boolean,
  env: Env,
): Omit<ApiEvent, 'userIdentity'> => ({
  eventID: env.newId(),
  requestID: env.newId(),
  eventTime: env.now,
  eventType: 'AwsConsoleSignIn',
  eventCategory: 'Management',
  eventSource: 'signin.amazonaws.com',
  eventName,
  awsRegion: DEFAULT_REGION,
  sourceIPAddress: env.sourceIp,
  userAgent: env.userAgent,
  requestParameters: {},
  responseElements: { [eventName]: succeeded ? 'Success' : 'Failure' },
  readOnly: false,
  resources: [],
  recipientAccountId: account,
  request: null,
  session: {},
  decision: null,
});

/** The call that an event records, to make it again; null for sign-ins and for records this build does not know. */
export function callFromEvent(event: ApiEvent): ApiCall | null {
  const service = /^([a-z0-9-]+)\.amazonaws\.com$/.exec(event.eventSource)?.[1];
  const operation = `${service}:${event.eventName}`;
  if (event.eventType !== 'AwsApiCall' || !isOperationName(operation)) return null;
  const input = fromEventParameters(OPERATIONS[operation].parameters, event.requestParameters);
  const call = { operation, input };
  return input && isCall(call) ? call : null;
}

/** `fromEventParameters` has held the input against the parameters, whose types the compiler ties to the input. */
const isCall = (call: { operation: OperationName; input: AnyInput | null }): call is ApiCall =>
  call.input !== null;

/** Each once, however many permissions on it were asked for. */
const resourcesOf = (evaluations: readonly Evaluation[]): ApiEvent['resources'] =>
  [
    ...new Map(
      evaluations.flatMap(({ request: { resource, resourceAccount } }) =>
        resource !== '*' && resourceAccount !== null ? [[resource, resourceAccount] as const] : [],
      ),
    ),
  ].map(([ARN, accountId]) => ({ ARN, accountId }));

/** A decision that depends on values nobody stated was made by no layer. */
const decidedBy = ({ decision }: Evaluation): NonNullable<ApiEvent['decision']>['by'] =>
  decision.outcome === 'depends' ? 'none' : decision.by;
