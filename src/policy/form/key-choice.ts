// The keys of conditions as the form has them: whether a name is whole, and what its values are.
import type { ConditionKeyType, Vocabulary } from '../../aws/vocabulary.ts';
import { keyType } from '../completion/statement-actions.ts';

/** A key of tags, or of an encryption context, whose end is still to be written. */
export const lacksTag = (name: string): boolean => /[/:]$/.test(name);

/** The type of a key's values; null for one that nobody knows. */
export const typeOfKey = (vocabulary: Vocabulary, name: string): ConditionKeyType | null =>
  keyType(vocabulary, name) ?? null;
