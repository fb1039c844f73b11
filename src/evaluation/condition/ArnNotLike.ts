// ArnNotLike: ArnLike, negated.
import { ArnLike } from './ArnLike.ts';
import { negate } from './operator.ts';

export const ArnNotLike = negate(ArnLike, 'ArnNotLike');
