// ARNs from their patterns: which kinds of resources some actions accept, and the ARN of one by its parts.
import type { ResourceType, Vocabulary } from '../../aws/vocabulary.ts';
import { actionsMatching } from '../completion/action-index.ts';

/** How many actions a wildcard may stand for before its resource types are not looked through. */
const MOST_TYPES = 60;

/** Resource types that any of the actions accepts, each once, with those that more of the actions accept first. */
export function typesFor(patterns: readonly string[], vocabulary: Vocabulary): readonly ResourceType[] {
  const counts = new Map<ResourceType, number>();
  for (const pattern of patterns)
    for (const action of actionsMatching(vocabulary, pattern))
      for (const { type } of action.resources) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MOST_TYPES)
    .map(([type]) => type);
}

export interface ArnPart {
  /** `BucketName` */
  readonly name: string;
  /** For people: `Bucket name`. */
  readonly label: string;
}

/** What has to be filled in; the partition has but one value that makes sense here. */
export const partsOf = (template: string): readonly ArnPart[] =>
  [...new Set([...template.matchAll(/\$\{(\w+)\}/g)].map(([, name = '']) => name))]
    .filter((name) => name !== 'Partition')
    .map((name) => ({ name, label: inWords(name) }));

const inWords = (name: string): string => {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2');
  return (
    words.charAt(0).toUpperCase() + words.slice(1).replace(/[A-Z][a-z]/g, (start) => start.toLowerCase())
  );
};

/** A part that is not filled in is `*`: any. */
export const filledIn = (template: string, parts: Readonly<Record<string, string>>): string =>
  template.replace(/\$\{(\w+)\}/g, (_, name: string) =>
    name === 'Partition' ? 'aws' : parts[name]?.trim() || '*',
  );
