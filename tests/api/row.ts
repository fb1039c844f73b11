// Rows of the table test of operations: for each operation a call that works, and a call for each of its errors.
import type { Activity } from '../../src/account/activity.ts';
import type { World } from '../../src/account/world.ts';
import type { OperationName, Operations } from '../../src/api/call.ts';
import type { AwsError } from '../../src/api/aws-error.ts';
import type { Caller } from '../../src/account/caller.ts';

export interface OperationRow<Name extends OperationName = OperationName> {
  readonly operation: Name;
  /** The world that the calls are made in, if not the bookshop of the fixtures. */
  readonly world?: World;
  /** Who makes them, if not the root user. */
  readonly caller?: Caller;
  /** What the events so far tell, if anything. */
  readonly activity?: Activity;
  /** A call that succeeds when it is allowed; null: nothing that a world can hold makes one succeed. */
  readonly works: Operations[Name]['input'] | null;
  /** Holds the output, and the world afterwards, against what AWS would show. */
  readonly then?: (output: Operations[Name]['output'], world: World) => void;
  readonly errors: readonly ErrorRow<Name>[];
}

export interface ErrorRow<Name extends OperationName = OperationName> {
  readonly input: Operations[Name]['input'];
  readonly code: string;
  /** AWS's words, whole. */
  readonly message: string;
  readonly details?: AwsError['details'];
  readonly world?: World;
  readonly caller?: Caller;
  readonly activity?: Activity;
}

/** Ties the row to its operation, so that inputs and outputs are checked by the compiler. */
export const row = <Name extends OperationName>(one: OperationRow<Name>): OperationRow<Name> => one;
