// Knowing: what an editor knows of AWS and of the account, loaded when it opens; nothing waits for it.
import { knownNames } from '../../analysis/known-names.ts';
import type { AccountId, Arn } from '../../aws/arn.ts';
import type { Descriptions, Vocabulary } from '../../aws/vocabulary.ts';
import { indexOf } from '../../policy/completion/action-index.ts';
import type { EndpointService } from '../../policy/completion/candidate.ts';
import type { Known } from '../../policy/completion/known.ts';
import type { PolicyType, ResourceKind } from '../../policy/document.ts';
import type { HoverSetting } from '../../policy/hover.ts';
import { useShelf, useWorkspace } from '../shared/workspace.ts';

/** What a policy is for. */
export interface Purpose {
  readonly type: PolicyType;
  /** The account that it is written in. */
  readonly account: AccountId;
  /** What a resource-based or trust policy is attached to. */
  readonly about?: Arn | undefined;
  /** What kind of resource that is. */
  readonly resource?: ResourceKind | undefined;
  /** What the endpoint leads to that it is the policy of. */
  readonly endpoint?: EndpointService | undefined;
  /** The quota, where it is not that of one policy by itself. */
  readonly room?: Room | undefined;
}

/** A quota that several policies share, in characters without white space. */
export interface Room {
  readonly most: number;
  /** What the others take of it. */
  readonly others: number;
  /** Whose it is: `all inline policies of the user together`. */
  readonly whose: string;
}

/** Requests whose contexts are looked at for values. */
const RECENT = 50;

/** All names of AWS. Call it while a component is set up; null until they are there. */
export function useVocabulary(): () => Vocabulary | null {
  const shelf = useShelf();
  let vocabulary = $state.raw<Vocabulary | null>(null);
  $effect(() => {
    let stale = false;
    // Without them names go unchecked, nothing is suggested, and all else works.
    shelf.vocabulary().then(
      (loaded) => {
        if (!stale) vocabulary = loaded;
      },
      () => undefined,
    );
    return () => (stale = true);
  });
  return () => vocabulary;
}

/** What there is in the account of a policy. Null while there is no purpose. */
export function useKnown(purpose: () => Purpose | undefined): () => Known | null {
  const workspace = useWorkspace();
  const known = $derived.by(() => {
    const { account } = purpose() ?? {};
    if (account === undefined) return null;
    const { world, events } = workspace;
    return knownNames(world, account, workspace.env().region, () =>
      events.slice(0, RECENT).flatMap(({ request }) => (request ? [request.context] : [])),
    );
  });
  return () => known;
}

/** Call it while a component is set up. The answer is null until the vocabulary is there, or while there is no purpose. */
export function useKnowing(purpose: () => Purpose | undefined): () => HoverSetting | null {
  const shelf = useShelf();
  const workspace = useWorkspace();
  const vocabulary = useVocabulary();
  const known = useKnown(purpose);
  let descriptions = $state.raw<Descriptions | null>(null);

  $effect(() => {
    const loaded = vocabulary();
    // Put in order now, not at the first letter that is typed.
    if (loaded) indexOf(loaded).named('a', 1);
  });
  $effect(() => {
    let stale = false;
    shelf.descriptions().then(
      (loaded) => {
        if (!stale) descriptions = loaded;
      },
      () => undefined,
    );
    return () => (stale = true);
  });

  return () => {
    const [given, words, things] = [purpose(), vocabulary(), known()];
    if (!given || words === null || things === null) return null;
    const { type, about, endpoint } = given;
    return {
      type,
      vocabulary: words,
      known: things,
      managed: workspace.env().managedPolicies,
      ...(endpoint && { endpoint }),
      ...(about && { about }),
      ...(descriptions && { descriptions }),
    };
  };
}
