// NumericGreaterThan: the value in the request is greater than the one in the policy.
import { readNumber } from './number.ts';
import { typed } from './operator.ts';

export const NumericGreaterThan = typed(
  'NumericGreaterThan',
  readNumber,
  (actual, wanted) => actual > wanted,
);
