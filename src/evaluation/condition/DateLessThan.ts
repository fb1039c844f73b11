// DateLessThan: the value in the request is before the one in the policy.
import { readDate } from './date.ts';
import { typed } from './operator.ts';

export const DateLessThan = typed('DateLessThan', readDate, (actual, wanted) => actual < wanted);
