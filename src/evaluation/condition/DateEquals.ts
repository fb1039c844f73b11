// DateEquals: the same instant, however it is written.
import { readDate } from './date.ts';
import { typed } from './operator.ts';

export const DateEquals = typed('DateEquals', readDate, (actual, wanted) => actual === wanted);
