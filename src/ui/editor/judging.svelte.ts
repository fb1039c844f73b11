// Judging: what is wrong in a text, by what is known of AWS and of the account it is written in.
import type { Diagnostic } from '../../policy/diagnostic.ts';
import { diagnose } from '../../policy/validate.ts';
import type { Judge, Verdict } from '../shared/judging.ts';
import { useShelf, useWorkspace } from '../shared/workspace.ts';
import { useKnown, useVocabulary, type Purpose } from './knowing.svelte.ts';

export type Judged = readonly Diagnostic[] | Promise<Verdict>;

/**
 * Call it while a component is set up. The answer is another judge whenever there is more to go by: then the text is to be
 * judged again. Without a purpose, and in an empty text, nothing is wrong. What takes long is judged beside the page.
 */
export function useJudge(purpose: () => Purpose | undefined): () => (text: string) => Judged {
  const workspace = useWorkspace();
  const vocabulary = useVocabulary();
  const known = useKnown(purpose);
  const inPage: Judge = (_, here) => here();
  let opened: Judge | null = null;
  const opening = useShelf()
    .newJudge()
    .catch(() => inPage)
    .then((made) => (opened = made));
  const judge = $derived.by(() => {
    const [given, words, things, world] = [
      purpose(),
      vocabulary() ?? undefined,
      known() ?? undefined,
      workspace.world,
    ];
    const place = given && { world, account: given.account, region: workspace.env().region };
    return (text: string): Judged => {
      if (!given || text.trim() === '') return [];
      const { type, resource, about, endpoint } = given;
      const here = () => diagnose(text, type, words, { resource, about, endpoint, known: things });
      const by = (one: Judge) => one({ text, type, resource, about, endpoint, place }, here);
      return opened ? by(opened) : opening.then(by);
    };
  });
  return () => judge;
}
