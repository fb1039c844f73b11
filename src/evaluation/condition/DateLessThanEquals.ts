// DateLessThanEquals: the value in the request is before the one in the policy, or equal to it.
import { readDate } from './date.ts';
import { typed } from './operator.ts';

export const DateLessThanEquals = typed('DateLessThanEquals', readDate, (actual, wanted) => actual <= wanted);
