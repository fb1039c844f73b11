// Events: the record of a call or of a sign-in, shaped after CloudTrail, and the way back from a record to its call.
import type { ApiEvent } from '../account/event.ts';
import { findAccount } from '../account/find.ts';
import type { PrincipalName } from '../account/principal.ts';
import type { World } from '../account/world.ts';
import { decisiveOf } from '../evaluation/call.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import type { ApiCall, OperationName } from './call.ts';
import type { AwsError } from './aws-error.ts';
import type { Caller, Env } from './signer.ts';
import { callerArn, callerUserId } from './caller.ts';
import { eventErrorCode } from './errors.ts';
import { fromEventParameters, toEventParameters } from './event-parameters.ts';
import { OPERATIONS, isOperationName, splitOperation } from './operations.ts';
import type { AnyInput } from './parameters.ts';

/** What came of a call, as far as its event tells. */
export interface CallRecord {
  readonly operation: OperationName;
  readonly input: AnyInput;
  /** Null: the call succeeded. */
  readonly error: AwsError | null;
  /** The decisions asked for, in order. */
  readonly evaluations: readonly Evaluation[];
}

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html */
export function apiEvent(world: World, caller: Caller, record: CallRecord, env: Env): ApiEvent {
  const { operation, input, error, evaluations } = record;
  const { service, name } = splitOperation(operation);
  const { parameters, readOnly } = OPERATIONS[operation];
  const decided = decisiveOf(evaluations);
  return {
    eventID: env.newId(),
    eventTime: env.now,
    eventType: 'AwsApiCall',
    eventSource: `${service}.amazonaws.com`,
    eventName: name,
    userIdentity: { ...identityOf(world, caller), accessKeyId: caller.credentials.accessKeyId },
    sourceIPAddress: env.sourceIp,
    userAgent: env.userAgent,
    requestParameters: toEventParameters(parameters, input),
    ...(error ? { errorCode: eventErrorCode(service, error), errorMessage: error.message } : {}),
    readOnly,
    resources: resourcesOf(evaluations),
    request: decided?.request ?? null,
    decision: decided ? { outcome: decided.decision.outcome, by: decidedBy(decided) } : null,
  };
}

/** CloudTrail keeps out of its records what may be a password typed into the wrong field. */
const HIDDEN = 'HIDDEN_DUE_TO_SECURITY_REASONS';

/**
 * The `ConsoleLogin` event of an account. A name that is no user's is not recorded.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html
 */
export function signInEvent(world: World, signIn: PrincipalName, succeeded: boolean, env: Env): ApiEvent {
  const known = callerUserId(world, signIn) !== null;
  const named = known || signIn.kind === 'root' ? signIn : { ...signIn, name: HIDDEN };
  return {
    eventID: env.newId(),
    eventTime: env.now,
    eventType: 'AwsConsoleSignIn',
    eventSource: 'signin.amazonaws.com',
    eventName: 'ConsoleLogin',
    userIdentity: identityOf(world, named),
    sourceIPAddress: env.sourceIp,
    userAgent: env.userAgent,
    requestParameters: {},
    ...(succeeded
      ? {}
      : { errorMessage: known ? 'Failed authentication' : 'No username found in supplied account' }),
    readOnly: false,
    resources: [],
    request: null,
    decision: null,
  };
}

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

/** The root user has a name only where the account has an alias. */
function identityOf(world: World, signer: PrincipalName): ApiEvent['userIdentity'] {
  const alias = findAccount(world, signer.account)?.alias ?? undefined;
  const userName = signer.kind === 'user' ? signer.name : alias;
  return {
    type: signer.kind === 'root' ? 'Root' : 'IAMUser',
    principalId: callerUserId(world, signer) ?? '',
    arn: callerArn(world, signer),
    accountId: signer.account,
    ...(userName === undefined ? {} : { userName }),
  };
}

const resourcesOf = (evaluations: readonly Evaluation[]): ApiEvent['resources'] =>
  evaluations.flatMap(({ request: { resource, resourceAccount } }) =>
    resource !== '*' && resourceAccount !== null ? [{ ARN: resource, accountId: resourceAccount }] : [],
  );

/** A decision that depends on values nobody stated was made by no layer. */
const decidedBy = ({ decision }: Evaluation): NonNullable<ApiEvent['decision']>['by'] =>
  decision.outcome === 'depends' ? 'none' : decision.by;
