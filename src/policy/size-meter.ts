// How much of its quota a policy document takes, counted as AWS counts it.
import type { PolicyType } from './document.ts';
import { normalizedBytes, SIZE_LIMITS, sizeWithoutWhiteSpace } from './size.ts';

export interface PolicySize {
  readonly used: number;
  readonly most: number;
  readonly unit: 'characters' | 'bytes';
  /** How AWS counts, as the end of a sentence. */
  readonly counted: string;
}

/** Resource-based policies are counted in bytes as they are kept, organization policies as they are sent, those of IAM without white space. */
export function policySize(text: string, type: PolicyType): PolicySize {
  const { most, whiteSpace } = SIZE_LIMITS[type];
  if (type === 'resource')
    return {
      used: normalizedBytes(text),
      most,
      unit: 'bytes',
      counted: 'without white space between elements',
    };
  return whiteSpace
    ? { used: [...text].length, most, unit: 'characters', counted: 'white space included' }
    : { used: sizeWithoutWhiteSpace(text), most, unit: 'characters', counted: 'white space not counted' };
}
