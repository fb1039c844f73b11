// NumericNotEquals: NumericEquals, negated.
import { NumericEquals } from './NumericEquals.ts';
import { negate } from './operator.ts';

export const NumericNotEquals = negate(NumericEquals, 'NumericNotEquals');
