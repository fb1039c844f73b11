// NumericLessThan: the value in the request is less than the one in the policy.
import { readNumber } from './number.ts';
import { typed } from './operator.ts';

export const NumericLessThan = typed('NumericLessThan', readNumber, (actual, wanted) => actual < wanted);
