// NumericGreaterThanEquals: the value in the request is greater than the one in the policy, or equal to it.
import { readNumber } from './number.ts';
import { typed } from './operator.ts';

export const NumericGreaterThanEquals = typed(
  'NumericGreaterThanEquals',
  readNumber,
  (actual, wanted) => actual >= wanted,
);
