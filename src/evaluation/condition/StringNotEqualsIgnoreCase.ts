// StringNotEqualsIgnoreCase: StringEqualsIgnoreCase, negated.
import { negate } from './operator.ts';
import { StringEqualsIgnoreCase } from './StringEqualsIgnoreCase.ts';

export const StringNotEqualsIgnoreCase = negate(StringEqualsIgnoreCase, 'StringNotEqualsIgnoreCase');
