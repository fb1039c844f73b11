// The index of a vocabulary: what is asked of it at every key, made ready a service at a time.
import { searchOf } from '../../aws/search.ts';
import type { Action, ActionDetails, Vocabulary } from '../../aws/vocabulary.ts';
import { covers } from '../glob.ts';

export interface ServiceActions {
  readonly prefix: string;
  /** `Amazon S3` */
  readonly name: string;
  /** How many actions its wildcard stands for, whatever of them is offered. */
  readonly size: number;
  /** By name. */
  readonly actions: readonly ActionDetails[];
  /** First words that several of its actions share, `Get*`, with how many; the most shared first. Null where no patterns are taken. */
  readonly verbs: readonly (readonly [pattern: string, count: number])[] | null;
  /** How many of its actions support a key, by its name in lower case: what few support says more about those. */
  readonly uses: ReadonlyMap<string, number>;
}

export interface VocabularyIndex {
  service(prefix: string): ServiceActions | undefined;
  /** Actions of any service that hold what was typed, the likeliest first; at most `most`. */
  named(typed: string, most: number): readonly Action[];
}

const known = new WeakMap<Vocabulary, VocabularyIndex>();

/** Made once for a vocabulary. */
export function indexOf(vocabulary: Vocabulary): VocabularyIndex {
  const before = known.get(vocabulary);
  if (before) return before;
  const services = new Map<string, ServiceActions | undefined>();
  let search: ((typed: string, most: number) => readonly Action[]) | undefined;
  const made: VocabularyIndex = {
    service(prefix) {
      if (!services.has(prefix)) services.set(prefix, serviceActions(vocabulary, prefix));
      return services.get(prefix);
    },
    named(typed, most) {
      search ??= searchIn([...vocabulary.actions.values()]);
      return search(typed, most);
    },
  };
  known.set(vocabulary, made);
  return made;
}

function serviceActions(vocabulary: Vocabulary, prefix: string): ServiceActions | undefined {
  const service = vocabulary.service(prefix);
  if (!service) return undefined;
  const actions = [...service.actions.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const counts = new Map<string, number>();
  for (const { name } of actions) {
    const verb = /^[A-Z][a-z]+/.exec(name.slice(prefix.length + 1))?.[0];
    if (verb !== undefined) counts.set(verb, (counts.get(verb) ?? 0) + 1);
  }
  const verbs = [...counts]
    .filter(([, count]) => count > 1)
    .toSorted(([a, some], [b, others]) => others - some || (a < b ? -1 : 1))
    .map(([verb, count]) => [`${prefix}:${verb}*`, count] as const);
  let uses: ReadonlyMap<string, number> | undefined;
  return {
    prefix,
    name: service.name,
    size: actions.length,
    actions,
    verbs,
    get uses() {
      return (uses ??= usesOf(actions));
    },
  };
}

function usesOf(actions: readonly ActionDetails[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const { conditionKeys, resources } of actions) {
    const keys = new Set([...conditionKeys, ...resources.flatMap((resource) => resource.conditionKeys)]);
    for (const key of keys) uses.set(key.toLowerCase(), (uses.get(key.toLowerCase()) ?? 0) + 1);
  }
  return uses;
}

function searchIn(actions: readonly Action[]): (typed: string, most: number) => readonly Action[] {
  const search = searchOf(actions.map(({ name }) => name));
  return (typed, most) => search(typed, most).flatMap(({ at }) => actions[at] ?? []);
}

const matched = new WeakMap<Vocabulary, Map<string, readonly ActionDetails[]>>();

/**
 * The actions that a pattern of one service stands for: `s3:Get*`. None for a pattern that leaves the service open, which
 * stands for too many to name; a service that AWS does not have matches nothing.
 */
export function actionsMatching(vocabulary: Vocabulary, pattern: string): readonly ActionDetails[] {
  const patterns = matched.get(vocabulary) ?? new Map<string, readonly ActionDetails[]>();
  matched.set(vocabulary, patterns);
  const folded = pattern.toLowerCase();
  const before = patterns.get(folded);
  if (before) return before;
  const found = findMatching(vocabulary, folded);
  if (patterns.size > 500) patterns.clear();
  patterns.set(folded, found);
  return found;
}

function findMatching(vocabulary: Vocabulary, pattern: string): readonly ActionDetails[] {
  const service = indexOf(vocabulary).service(pattern.slice(0, Math.max(0, pattern.indexOf(':'))));
  if (!service) return [];
  if (!/[*?]/.test(pattern)) {
    const action = vocabulary.action(pattern);
    return action ? [action] : [];
  }

  return service.actions.filter(({ name }) => covers(pattern, name.toLowerCase()));
}
