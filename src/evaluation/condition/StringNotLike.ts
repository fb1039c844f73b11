// StringNotLike: StringLike, negated.
import { negate } from './operator.ts';
import { StringLike } from './StringLike.ts';

export const StringNotLike = negate(StringLike, 'StringNotLike');
