// DateGreaterThan: the value in the request is after the one in the policy.
import { readDate } from './date.ts';
import { typed } from './operator.ts';

export const DateGreaterThan = typed('DateGreaterThan', readDate, (actual, wanted) => actual > wanted);
