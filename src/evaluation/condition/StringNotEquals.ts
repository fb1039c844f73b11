// StringNotEquals: StringEquals, negated.
import { negate } from './operator.ts';
import { StringEquals } from './StringEquals.ts';

export const StringNotEquals = negate(StringEquals, 'StringNotEquals');
