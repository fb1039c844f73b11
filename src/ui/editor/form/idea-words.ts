// Idea words: the sentence that stands below an idea in the list of a field.
import type { Descriptions } from '../../../aws/vocabulary.ts';
import type { Idea } from '../../../policy/completion/candidate.ts';
import { keyMeaning } from '../../../policy/completion/key-meanings.ts';

/** Our own words, or AWS's; none of what exists here, since its name and kind say enough. */
export function ideaWords(
  { kind, label, info, select }: Idea,
  said: Descriptions | null,
): string | undefined {
  if (kind === 'resource' && label !== '*' && !select) return undefined;
  if (info !== undefined) return info;
  if (kind === 'action') return actionWords(said?.action(label));
  return kind === 'key' ? keyWords(label, said) : undefined;
}

/** What a condition key holds. */
export const keyWords = (key: string, said: Descriptions | null): string | undefined =>
  keyMeaning(key) ?? said?.conditionKey(key);

/** Without what all of them begin with: `Grants permission to retrieve objects`. */
export const actionWords = (text: string | undefined): string | undefined =>
  text?.replace(/^Grants permission to (.)/, (_, first: string) => first.toUpperCase());
