// NumericLessThanEquals: the value in the request is less than the one in the policy, or equal to it.
import { readNumber } from './number.ts';
import { typed } from './operator.ts';

export const NumericLessThanEquals = typed(
  'NumericLessThanEquals',
  readNumber,
  (actual, wanted) => actual <= wanted,
);
