// ResponseTable: how AWS's service models describe what operations answer with.
import type { OperationName } from '../../call.ts';

/**
 * Members of a structure in the order of the model, separated by spaces: `Name` for what is printed as it is (a map too),
 * `Name:date`, `Name:policy`, or `Name:Structure` for a structure or a list of them. A question mark after the name: an
 * empty list of it leaves no trace in the answer. What the simulation never answers with is left out.
 */
type Members = string;

export interface ResponseTable {
  readonly structures: Readonly<Record<string, Members>>;
  /** Operations that answer with nothing have no entry. */
  readonly operations: { readonly [Name in OperationName]?: Members };
}
