// How much of its quota a policy document takes, counted as AWS counts it.
import type { PolicyType, ResourceKind } from './document.ts';
import { sizeLimit, sizeOf, type SizeLimit } from './size.ts';

export interface PolicySize {
  readonly used: number;
  readonly most: number;
  readonly unit: 'characters' | 'bytes';
  /** How AWS counts, as the end of a sentence. */
  readonly counted: string;
}

const WORDS: Readonly<Record<SizeLimit['counting'], Pick<PolicySize, 'unit' | 'counted'>>> = {
  characters: { unit: 'characters', counted: 'white space included' },
  charactersWithoutSpace: { unit: 'characters', counted: 'white space not counted' },
  bytes: { unit: 'bytes', counted: 'white space included' },
  normalizedBytes: { unit: 'bytes', counted: 'without white space between elements' },
};

/**
 * Counted as the operation that saves the policy counts it.
 * @param resource What a resource-based policy is attached to; without it, a bucket.
 */
export function policySize(text: string, type: PolicyType, resource?: ResourceKind): PolicySize {
  const limit = sizeLimit(type, resource);
  return { used: sizeOf(text, limit), most: limit.most, ...WORDS[limit.counting] };
}
