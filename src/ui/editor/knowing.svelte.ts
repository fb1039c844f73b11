// Knowing: what an editor knows of AWS and of the account, loaded when it opens; nothing waits for it.
import { knownNames } from '../../analysis/known-names.ts';
import type { AccountId, Arn } from '../../aws/arn.ts';
import type { Descriptions, Vocabulary } from '../../aws/vocabulary.ts';
import { indexOf } from '../../policy/completion/action-index.ts';
import type { PolicyType } from '../../policy/document.ts';
import type { HoverSetting } from '../../policy/hover.ts';
import { useShelf, useWorkspace } from '../shared/workspace.ts';

/** What a policy is for. */
export interface Purpose {
  readonly type: PolicyType;
  /** The account that it is written in. */
  readonly account: AccountId;
  /** What a resource-based or trust policy is attached to. */
  readonly about?: Arn | undefined;
}

/** Requests whose contexts are looked at for values. */
const RECENT = 50;

/** Call it while a component is set up. The answer is null until the vocabulary is there, or while there is no purpose. */
export function useKnowing(purpose: () => Purpose | undefined): () => HoverSetting | null {
  const shelf = useShelf();
  const workspace = useWorkspace();
  let vocabulary = $state.raw<Vocabulary | null>(null);
  let descriptions = $state.raw<Descriptions | null>(null);

  $effect(() => {
    let stale = false;
    // Without them the editor is one without suggestions, and all else works.
    const ignore = () => undefined;
    shelf.vocabulary().then((loaded) => {
      if (stale) return;
      vocabulary = loaded;
      // Put in order now, not at the first letter that is typed.
      indexOf(loaded).named('a', 1);
    }, ignore);
    shelf.descriptions().then((loaded) => {
      if (!stale) descriptions = loaded;
    }, ignore);
    return () => (stale = true);
  });

  const known = $derived.by(() => {
    const { account } = purpose() ?? {};
    if (account === undefined) return null;
    const { world, events } = workspace;
    return knownNames(world, account, workspace.env().region, () =>
      events.slice(0, RECENT).flatMap(({ request }) => (request ? [request.context] : [])),
    );
  });
  return () => {
    const given = purpose();
    if (!given || vocabulary === null || known === null) return null;
    const { type, about } = given;
    return { type, vocabulary, known, ...(about && { about }), ...(descriptions && { descriptions }) };
  };
}
