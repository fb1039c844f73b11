// Known actions: those that a pattern matches, found once for each pattern and vocabulary.
import type { Action, ActionDetails, Vocabulary } from '../../aws/vocabulary.ts';
import { covers, hasWildcard } from '../glob.ts';

/** The actions of each service, by prefix in lower case. */
type Services = ReadonlyMap<string, readonly Action[]>;

const indexes = new WeakMap<Vocabulary, Services>();

/** Made once for each vocabulary. */
export function servicesOf(vocabulary: Vocabulary): Services {
  const known = indexes.get(vocabulary);
  if (known !== undefined) return known;
  const services = new Map<string, Action[]>();
  for (const action of vocabulary.actions.values()) {
    const service = action.name.slice(0, action.name.indexOf(':')).toLowerCase();
    const actions = services.get(service);
    if (actions === undefined) services.set(service, [action]);
    else actions.push(action);
  }
  indexes.set(vocabulary, services);
  return services;
}

export const nameOf = (action: string): string => action.slice(action.indexOf(':') + 1);
export const prefixOf = (action: string): string =>
  action.slice(0, Math.max(0, action.indexOf(':'))).toLowerCase();

const namesakes = new WeakMap<Vocabulary, ReadonlyMap<string, readonly string[]>>();

/** By name alone, in lower case, the actions of all services that go by it. Made once for each vocabulary. */
export function namesakesOf(vocabulary: Vocabulary): ReadonlyMap<string, readonly string[]> {
  const known = namesakes.get(vocabulary);
  if (known !== undefined) return known;
  const made = new Map<string, string[]>();
  for (const { name } of vocabulary.actions.values()) {
    const alone = nameOf(name).toLowerCase();
    const others = made.get(alone);
    if (others === undefined) made.set(alone, [name]);
    else others.push(name);
  }
  namesakes.set(vocabulary, made);
  return made;
}

/** How many patterns of one vocabulary are remembered. */
const MOST_REMEMBERED = 2_000;
const expansions = new WeakMap<Vocabulary, Map<string, readonly Action[]>>();

/**
 * The actions that a pattern with a plain service prefix matches; none for a pattern over several services, whose number
 * no check needs.
 */
export function matching(vocabulary: Vocabulary, pattern: string): readonly Action[] {
  const lower = pattern.toLowerCase();
  const prefix = prefixOf(lower);
  if (prefix === '' || hasWildcard(prefix)) return [];
  if (!hasWildcard(lower)) {
    const action = vocabulary.actions.get(lower);
    return action ? [action] : [];
  }
  const remembered = expansions.get(vocabulary) ?? new Map<string, readonly Action[]>();
  expansions.set(vocabulary, remembered);
  const known = remembered.get(lower);
  if (known) return known;
  const name = nameOf(lower);
  const found = (servicesOf(vocabulary).get(prefix) ?? []).filter((action) =>
    covers(name, nameOf(action.name).toLowerCase()),
  );
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(lower, found);
  return found;
}

/** Whether the service lets a statement name resources for this action. */
export const takesResources = (details: ActionDetails | undefined): boolean =>
  (details?.resources.length ?? 0) > 0;
