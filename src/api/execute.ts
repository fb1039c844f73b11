// execute: one call from its signature to its event: authenticate, validate, authorize, perform.
import { ANONYMOUS, expiryOf, type Caller } from '../account/caller.ts';
import type { World } from '../account/world.ts';
import { epochMillis, hasPassed, instantOf } from '../aws/instant.ts';
import type { Result } from '../aws/result.ts';
import { err, ok } from '../aws/result.ts';
import { decisiveOf } from '../evaluation/call.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import { denialMessage } from '../evaluation/explain/message.ts';
import { isUnknownToIam } from '../evaluation/limits.ts';
import { verdictLine } from '../evaluation/explain/verdict.ts';
import { askerOf } from './asker.ts';
import { authorize } from './authorize.ts';
import type { ApiCall, ApiOutcome, OperationName } from './call.ts';
import type { AwsError } from './aws-error.ts';
import { constraintError } from './constraints.ts';
import type { Env } from './env.ts';
import { apiEvent } from './event.ts';
import type { Identified, Operation, Performed, Scene, Unidentified } from './operation.ts';
import { isOperationName, OPERATIONS, splitOperation } from './operations.ts';
import type { AnyInput } from './parameters.ts';
import { denialError, expiredError, unknownKeyError, unsignedError } from './services.ts';
import { userIdentity } from './user-identity.ts';

/**
 * Makes a call as AWS would answer it. The world is not changed: the changes are in the outcome.
 *
 * The order of the checks is that of AWS as far as it can be seen from outside: credentials, parameters, permissions,
 * and only then whether what is named exists. So who is denied cannot find out what exists.
 *
 * Throws on a name that the compiler has not seen and that is no simulated operation.
 */
export function execute<Name extends OperationName>(
  world: World,
  caller: Caller,
  call: ApiCall<Name>,
  env: Env,
): ApiOutcome<Name> {
  if (!isOperationName(call.operation)) throw new Error(`${String(call.operation)} is not simulated.`);
  return carryOut(world, caller, call, { operation: OPERATIONS[call.operation], input: call.input }, env);
}

/** What is carried out in place of the operation that a call names: what only the console can do under that name. */
export interface Carried {
  readonly operation: Operation;
  readonly input: AnyInput;
}

/** As `execute`, with the operation given beside the call. */
export function carryOut<Name extends OperationName>(
  world: World,
  caller: Caller,
  call: ApiCall<Name>,
  { operation, input }: Carried,
  env: Env,
): ApiOutcome<Name> {
  const seconds: Env = { ...env, now: instantOf(epochMillis(env.now)) };
  const evaluations: Evaluation[] = [];
  const scene: Scene = { world, caller, env: seconds };
  const identified = identify(scene, operation, input);
  const performed = identified.ok
    ? answer(scene, operation, input, identified.value, evaluations)
    : err(identified.error.error);
  const who = identified.ok ? identified.value : { ...identified.error, asker: { session: {} } };
  return {
    call,
    result: performed.ok ? { ok: true, output: performed.value.output } : performed,
    evaluations,
    changes: performed.ok ? performed.value.changes : [],
    event: apiEvent(
      world,
      {
        operation: call.operation,
        input,
        recorded: operation.recorded?.(caller, input) ?? {},
        identity: who.identity,
        session: who.asker.session,
        account: who.account,
        error: performed.ok ? null : performed.error,
        output: performed.ok ? performed.value.output : null,
        evaluations,
      },
      seconds,
    ),
  };
}

/** Who asks: whose credentials they are, if they are still good, or whom the call brings proof of. */
function identify(scene: Scene, operation: Operation, input: AnyInput): Result<Identified, Unidentified> {
  const { world, caller, env } = scene;
  const { service } = splitOperation(operation.name);
  // Credentials that a call with an assertion happens to be made beside are no part of it.
  const identity = userIdentity(world, operation.identify ? ANONYMOUS : caller);
  const { account } = caller;
  const refusal = (error: AwsError) => err({ error, identity, account });
  const invalid = (): AwsError | null =>
    constraintError(service, operation.parameters, input) ?? operation.validate?.(input, scene) ?? null;
  if (operation.identify) {
    const refused = invalid();
    return refused ? refusal(refused) : operation.identify(world, input, env);
  }
  if (caller.kind === 'anonymous' && !operation.allowsAnonymous) return refusal(unsignedError(service));
  const expires = expiryOf(caller);
  if (expires !== null && hasPassed(expires, env.now)) return refusal(expiredError(service));
  const asker = askerOf(world, caller);
  if (!asker) return refusal(unknownKeyError(service));
  const refused = invalid();
  return refused ? refusal(refused) : ok({ asker, identity, account });
}

/** The answer; every decision on the way is added to `evaluations`. */
function answer(
  scene: Scene,
  operation: Operation,
  input: AnyInput,
  { asker }: Identified,
  evaluations: Evaluation[],
): Result<Performed<object>, AwsError> {
  const { world, caller, env } = scene;
  for (const asked of operation.authorization(world, caller, input, env)) {
    evaluations.push(authorize(world, asker, asked, env));
  }
  const decisive = decisiveOf(evaluations);
  if (decisive !== null && decisive.decision.outcome !== 'allow') {
    const { service } = splitOperation(operation.name);
    if (service === 'iam' && isUnknownToIam(decisive.request)) return err(unknownKeyError(service));
    // What cannot be told is not let in, and says what it turns on.
    const message =
      decisive.decision.outcome === 'depends' ? verdictLine(decisive) : denialMessage(decisive, service);
    return err(operation.denial?.(input, message, decisive.request.action) ?? denialError(service, message));
  }
  return operation.perform(scene, input);
}
