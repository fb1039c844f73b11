// ArnEquals: AWS gives it the meaning of ArnLike, wildcards included.
import { ArnLike } from './ArnLike.ts';
import type { Comparison } from './operator.ts';

export const ArnEquals: Comparison = { ...ArnLike, name: 'ArnEquals' };
