// ApiCall and ApiOutcome: one call to the simulated AWS, and everything that came of it.
import type { Change } from '../account/change.ts';
import type { ApiEvent } from '../account/event.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import type { AwsError } from './aws-error.ts';
import type { Operation } from './operation.ts';
import type { OPERATIONS } from './operations.ts';
import type { InputOf } from './parameters.ts';

type Catalogue = typeof OPERATIONS;

export type OperationName = keyof Catalogue;

/** The parameters of every simulated operation, named as in AWS's API reference. */
export type Operations = {
  readonly [Name in OperationName]: Catalogue[Name] extends Operation<infer Declared, infer Output>
    ? { readonly input: InputOf<Declared>; readonly output: Output }
    : never;
};

/** One call, for example `{ operation: 's3:GetObject', input: { Bucket, Key } }`. */
export type ApiCall<Name extends OperationName = OperationName> = {
  [N in Name]: { readonly operation: N; readonly input: Operations[N]['input'] };
}[Name];

export interface ApiOutcome<Name extends OperationName = OperationName> {
  readonly call: ApiCall<Name>;
  /** Only the console can do it: nobody else can make the call as it was made. */
  readonly consoleOnly?: true;
  readonly result:
    | { readonly ok: true; readonly output: Operations[Name]['output'] }
    | { readonly ok: false; readonly error: AwsError };
  /**
   * The decisions that were asked for, in order; `decisiveOf` says which one decided. Empty when the call was turned
   * away before any policy was read (expired credentials, an invalid parameter).
   */
  readonly evaluations: readonly Evaluation[];
  /** Empty unless the call succeeded and wrote something. */
  readonly changes: readonly Change[];
  readonly event: ApiEvent;
}
