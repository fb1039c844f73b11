// "Did you mean" for a pattern within its service that matches nothing: the nearest one that matches something.
import type { Vocabulary } from '../../aws/vocabulary.ts';
import { nearest } from '../nearest.ts';
import { serviceWords, type ServiceWords, verbOf, verbsMeant } from './action-words.ts';
import { levelsOf, ofLevels } from './levels-meant.ts';
import { matched, type Meant } from './meant.ts';

/** @param name Without the prefix, with a wildcard. */
export function patternsMeant(vocabulary: Vocabulary, service: string, name: string): readonly Meant[] {
  const lower = name.toLowerCase();
  const words = serviceWords(vocabulary, service);
  const levels = levelsOf(lower.replace(/[*?]/g, ''));
  if (levels) return ofLevels(vocabulary, service, levels);
  return firstMatched(vocabulary, service, [
    ...closed(vocabulary, lower),
    ...otherVerbs(vocabulary, lower),
    ...mended(words, lower),
  ]);
}

/** What matches the same letters wherever they stand in a name. */
export const openedPatterns = (vocabulary: Vocabulary, service: string, name: string): readonly Meant[] =>
  firstMatched(vocabulary, service, [
    ...(name.startsWith('*') ? [] : [`*${name}`]),
    ...(name.endsWith('*') || name.startsWith('*') ? [] : [`*${name}*`]),
  ]);

function firstMatched(
  vocabulary: Vocabulary,
  service: string,
  patterns: readonly string[],
): readonly Meant[] {
  for (const pattern of patterns) {
    const found = matched(vocabulary, `${service}:${pattern}`);
    if (found.length > 0) return found;
  }
  return [];
}

/** The same letters with the wildcard behind them, or in the other number. */
function closed(vocabulary: Vocabulary, name: string): readonly string[] {
  const core = name.replace(/^\*+|\*+$/g, '');
  if (core === '') return [];
  return [
    ...(name.endsWith('s') ? [name.slice(0, -1)] : []),
    ...(verbOf(vocabulary, core) === core ? [`${core}*`] : []),
    ...(name.endsWith('*') ? [] : [`${name}*`]),
  ];
}

function otherVerbs(vocabulary: Vocabulary, name: string): readonly string[] {
  const verb = verbOf(vocabulary, name);
  return verb === '' ? [] : verbsMeant(verb).map((other) => other + name.slice(verb.length));
}

/** Each run of letters as the word, or the words, that are spelled nearly so. */
function mended({ stems, names, parts }: ServiceWords, name: string): readonly string[] {
  const runs = name.split(/([*?]+)/);
  const known = runs.map((run, at) => {
    if (run === '' || /[*?]/.test(run)) return [run];
    const candidates = at === 0 ? [...stems.keys(), ...names.keys()] : [...parts.keys()];
    return nearest(run, candidates).slice(0, 1);
  });
  return known.every((run) => run.length > 0) ? [known.flat().join('')] : [];
}
