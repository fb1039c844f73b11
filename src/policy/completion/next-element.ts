// The next element: whether it is clear what comes behind a value, and how it is reached from within a list.
import type { PolicyType } from '../document.ts';
import type { Candidate } from './candidate.ts';
import { neededIdeas } from './elements.ts';
import { spotAt, type Spot } from './place.ts';
import { asMember } from './write.ts';

/**
 * Whether an element is still needed where the cursor stands right behind the last one: it can be offered unasked.
 * Behind what has all it needs, or in the middle of it, somebody may be done.
 *
 * @param at An offset into the text, in UTF-16 units.
 */
export function isNextClear(text: string, at: number, type: PolicyType): boolean {
  const { place, cursor } = spotAt(text, at);
  if (place.kind !== 'element' || !cursor.lacksComma || cursor.token !== null) return false;
  const isLast = /^\s*([}\]]|$)/.test(text.slice(at));
  return isLast && neededIdeas(place.of, type, namesOf(place.object)).length > 0;
}

/** Behind a value in a list of actions or resources: the elements still needed, which come behind the list. */
export function behindList(text: string, { place, cursor }: Spot, type: PolicyType): readonly Candidate[] {
  const list = cursor.around.at(-1);
  if ((place.kind !== 'action' && place.kind !== 'resource') || list?.kind !== 'array') return [];
  if (!cursor.lacksComma || cursor.token !== null || text[list.to - 1] !== ']') return [];
  const behind = spotAt(text, list.to);
  if (behind.place.kind !== 'element' || !behind.cursor.lacksComma) return [];
  return neededIdeas('statement', type, namesOf(place.statement)).map((idea) =>
    asMember(text, behind, { ...idea, detail: `${idea.detail}, behind this list` }),
  );
}

const namesOf = ({
  members,
}: {
  readonly members: readonly { readonly name: { readonly value: string } }[];
}) => members.map(({ name }) => name.value);
