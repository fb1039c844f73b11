// callByName: the one way to call an operation that somebody named: what AWS has and Rolecall has not is told, never played.
import type { Caller } from '../account/caller.ts';
import type { World } from '../account/world.ts';
import type { Actions } from '../aws/vocabulary.ts';
import type { ApiCall, ApiOutcome, OperationName } from './call.ts';
import type { Env } from './env.ts';
import { execute } from './execute.ts';
import { OPERATIONS } from './operations.ts';
import type { AnyInput } from './parameters.ts';
import { readInput } from './read-input.ts';
import { recognise, type Recognised } from './recognised.ts';

export type Answer =
  | { readonly kind: 'answered'; readonly outcome: ApiOutcome }
  | Exclude<Recognised, { readonly kind: 'simulated' }>
  /** A client of AWS sends no such request. */
  | { readonly kind: 'badInput'; readonly message: string };

/**
 * Calls an operation by a name such as `iam:CreateUser`, letter case aside. Nothing is asked, and no event made, when the
 * operation is not simulated or there is none of that name, or when a parameter is of another type than the operation has.
 */
export function callByName(
  world: World,
  caller: Caller,
  named: { readonly operation: string; readonly input: Readonly<Record<string, unknown>> },
  env: Env,
  actions: Actions,
): Answer {
  const found = recognise(named.operation, actions);
  if (found.kind !== 'simulated') return found;
  const { operation } = found;
  const read = readInput(OPERATIONS[operation].parameters, named.input);
  if (!read.ok) return { kind: 'badInput', message: read.error };
  return { kind: 'answered', outcome: execute(world, caller, asCall(operation, read.value), env) };
}

/** `readInput` has held the input against the parameters, to which the compiler ties the types of inputs. */
const asCall = (operation: OperationName, input: AnyInput): ApiCall => ({ operation, input }) as ApiCall;
