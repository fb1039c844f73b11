// DateNotEquals: DateEquals, negated.
import { DateEquals } from './DateEquals.ts';
import { negate } from './operator.ts';

export const DateNotEquals = negate(DateEquals, 'DateNotEquals');
