// Judging: what is wrong in a text, by what is known of AWS and of the account it is written in.
import type { Diagnostic } from '../../policy/diagnostic.ts';
import { diagnose } from '../../policy/validate.ts';
import { useKnown, useVocabulary, type Purpose } from './knowing.svelte.ts';

/**
 * Call it while a component is set up. The answer is another judge whenever there is more to go by: then the text is to be
 * judged again. Without a purpose, and in an empty text, nothing is wrong.
 */
export function useJudge(purpose: () => Purpose | undefined): () => (text: string) => readonly Diagnostic[] {
  const vocabulary = useVocabulary();
  const known = useKnown(purpose);
  const judge = $derived.by(() => {
    const [given, words, things] = [purpose(), vocabulary() ?? undefined, known() ?? undefined];
    return (text: string) =>
      given && text.trim() !== ''
        ? diagnose(text, given.type, words, given.resource, things, given.about)
        : [];
  });
  return () => judge;
}
