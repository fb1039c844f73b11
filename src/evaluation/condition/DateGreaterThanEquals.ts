// DateGreaterThanEquals: the value in the request is after the one in the policy, or equal to it.
import { readDate } from './date.ts';
import { typed } from './operator.ts';

export const DateGreaterThanEquals = typed(
  'DateGreaterThanEquals',
  readDate,
  (actual, wanted) => actual >= wanted,
);
