// The index of a vocabulary: what is asked of it at every key, made ready a service at a time.
import type { Action, ActionDetails, Vocabulary } from '../../aws/vocabulary.ts';
import { covers } from '../glob.ts';

export interface ServiceActions {
  readonly prefix: string;
  /** `Amazon S3` */
  readonly name: string;
  /** By name. */
  readonly actions: readonly ActionDetails[];
  /** First words that several of its actions share, `Get*`, with how many; the most shared first. */
  readonly verbs: readonly (readonly [pattern: string, count: number])[];
  /** How many of its actions support a key, by its name in lower case: what few support says more about those. */
  readonly uses: ReadonlyMap<string, number>;
}

export interface VocabularyIndex {
  service(prefix: string): ServiceActions | undefined;
  /** Actions of any service whose own name starts so; at most `most`, services that have fewer letters first. */
  named(start: string, most: number): readonly Action[];
}

const known = new WeakMap<Vocabulary, VocabularyIndex>();

/** Made once for a vocabulary. */
export function indexOf(vocabulary: Vocabulary): VocabularyIndex {
  const before = known.get(vocabulary);
  if (before) return before;
  const services = new Map<string, ServiceActions | undefined>();
  let names: readonly (readonly [name: string, action: Action])[] | undefined;
  const made: VocabularyIndex = {
    service(prefix) {
      if (!services.has(prefix)) services.set(prefix, serviceActions(vocabulary, prefix));
      return services.get(prefix);
    },
    named(start, most) {
      names ??= byName(vocabulary);
      const folded = start.toLowerCase();
      const found: Action[] = [];
      for (let at = firstAt(names, folded); found.length < most; at++) {
        const entry = names[at];
        if (!entry?.[0].startsWith(folded)) break;
        found.push(entry[1]);
      }
      return found;
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

function byName(vocabulary: Vocabulary): readonly (readonly [string, Action])[] {
  return [...vocabulary.actions]
    .map(([name, action]) => [name.slice(name.indexOf(':') + 1), action] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Where names that start so begin, by halving. */
function firstAt(names: readonly (readonly [string, Action])[], start: string): number {
  let [low, high] = [0, names.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle]?.[0] ?? '') < start) low = middle + 1;
    else high = middle;
  }
  return low;
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
