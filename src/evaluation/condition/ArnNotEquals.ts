// ArnNotEquals: ArnEquals, negated.
import { ArnEquals } from './ArnEquals.ts';
import { negate } from './operator.ts';

export const ArnNotEquals = negate(ArnEquals, 'ArnNotEquals');
