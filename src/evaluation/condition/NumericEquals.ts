// NumericEquals: the same number, however it is written.
import { readNumber } from './number.ts';
import { typed } from './operator.ts';

export const NumericEquals = typed('NumericEquals', readNumber, (actual, wanted) => actual === wanted);
