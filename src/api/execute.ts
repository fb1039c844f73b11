// execute: one call from its signature to its event: authenticate, validate, authorize, perform.
import { principalOf } from '../account/principal.ts';
import type { World } from '../account/world.ts';
import { epochMillis, hasPassed, instantOf } from '../aws/instant.ts';
import type { Result } from '../aws/result.ts';
import { err } from '../aws/result.ts';
import { decisiveOf } from '../evaluation/call.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import { denialMessage } from '../evaluation/explain/message.ts';
import { verdictLine } from '../evaluation/explain/verdict.ts';
import { authorize } from './authorize.ts';
import type { ApiCall, ApiOutcome, OperationName } from './call.ts';
import type { AwsError } from './aws-error.ts';
import type { Caller, Env } from './signer.ts';
import { constraintError } from './constraints.ts';
import { awsError } from './errors.ts';
import { apiEvent } from './event.ts';
import type { Operation, Performed } from './operation.ts';
import { OPERATIONS, splitOperation } from './operations.ts';
import type { AnyInput } from './parameters.ts';

/**
 * Makes a call as AWS would answer it. The world is not changed: the changes are in the outcome.
 *
 * The order of the checks is that of AWS as far as it can be seen from outside: credentials, parameters, permissions,
 * and only then whether what is named exists. So who is denied cannot find out what exists.
 */
export function execute<Name extends OperationName>(
  world: World,
  caller: Caller,
  call: ApiCall<Name>,
  env: Env,
): ApiOutcome<Name> {
  const seconds: Env = { ...env, now: instantOf(epochMillis(env.now)) };
  const operation: Operation = OPERATIONS[call.operation];
  const input: AnyInput = call.input;
  const evaluations: Evaluation[] = [];
  const performed = answer(world, caller, operation, input, seconds, evaluations);
  const error = performed.ok ? null : performed.error;
  return {
    call,
    result: performed.ok ? { ok: true, output: performed.value.output } : performed,
    evaluations,
    changes: performed.ok ? performed.value.changes : [],
    event: apiEvent(world, caller, { operation: call.operation, input, error, evaluations }, seconds),
  };
}

/** The answer; every decision on the way is added to `evaluations`. */
function answer(
  world: World,
  caller: Caller,
  operation: Operation,
  input: AnyInput,
  env: Env,
  evaluations: Evaluation[],
): Result<Performed<object>, AwsError> {
  const { service } = splitOperation(operation.name);
  if (hasPassed(caller.credentials.expires, env.now)) return err(expired(service));
  const principal = principalOf(world, caller);
  if (!principal) return err(unknownKey(service));
  const invalid =
    constraintError(service, operation.parameters, input) ?? operation.validate?.(input) ?? null;
  if (invalid) return err(invalid);
  for (const asked of operation.authorization(world, caller, input)) {
    evaluations.push(authorize(world, principal, caller.credentials, asked, env));
  }
  const decisive = decisiveOf(evaluations);
  if (decisive !== null && decisive.decision.outcome !== 'allow') {
    // What cannot be told is not let in, and says what it turns on.
    const message = decisive.decision.outcome === 'depends' ? verdictLine(decisive) : denialMessage(decisive);
    return err(awsError('AccessDenied', message));
  }
  return operation.perform({ world, caller, env }, input);
}

/** Judged at use; S3 has a text of its own. */
const expired = (service: string): AwsError =>
  service === 's3'
    ? awsError('ExpiredToken', 'The provided token has expired.', 400)
    : awsError('ExpiredToken', 'The security token included in the request is expired');

/** The caller, and with it every key of theirs, has been deleted. */
const unknownKey = (service: string): AwsError =>
  service === 's3'
    ? awsError('InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.')
    : awsError('InvalidClientTokenId', 'The security token included in the request is invalid.');
