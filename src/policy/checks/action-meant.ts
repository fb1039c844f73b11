// "Did you mean" for actions: what a name that AWS does not have was probably meant to be.
import type { Vocabulary } from '../../aws/vocabulary.ts';
import { nearest } from '../nearest.ts';
import { namesakesOf, nameOf, prefixOf, servicesOf } from './known-actions.ts';

/** As many as a diagnostic offers. */
const MOST_OFFERED = 3;

/** A name that more services have than this says nothing of which is meant. */
const FEW = 2;

/** How many misspelled names of one vocabulary are remembered: each is looked up again at every letter typed elsewhere. */
const MOST_REMEMBERED = 200;
const guesses = new WeakMap<Vocabulary, Map<string, readonly string[]>>();

/** What a pattern of good form with the prefix of a service was meant to be, best first. */
export function actionsMeant(vocabulary: Vocabulary, value: string): readonly string[] {
  const remembered = guesses.get(vocabulary) ?? new Map<string, readonly string[]>();
  guesses.set(vocabulary, remembered);
  const key = value.toLowerCase();
  const known = remembered.get(key);
  if (known) return known;
  const found = guessed(vocabulary, key);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, found);
  return found;
}

function guessed(vocabulary: Vocabulary, lower: string): readonly string[] {
  const [prefix, name] = [prefixOf(lower), nameOf(lower)];
  const actions = (servicesOf(vocabulary).get(prefix) ?? []).map((action) => action.name);
  const byName = new Map(actions.map((action) => [nameOf(action), action]));
  const near = nearest(name, byName.keys()).flatMap((word) => byName.get(word) ?? []);
  // A name that exists to the letter is meant; only the service before it is another.
  const elsewhere = namesakesOf(vocabulary).get(name) ?? [];
  const all = elsewhere.length <= FEW ? [...elsewhere, ...near] : near;
  return all.slice(0, MOST_OFFERED);
}

/** `AWS Step Functions`, `Amazon Elastic File System (EFS)` -> `stepfunctions`, `elasticfilesystem`. */
const inOneWord = (name: string): string =>
  name
    .replace(/^(AWS|Amazon) |\(.*?\)/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

const initials = (name: string): string =>
  name
    .replace(/^(AWS|Amazon) |\(.*?\)| V\d$/g, '')
    .replace(/[^A-Z0-9]/g, '')
    .toLowerCase();

/**
 * The prefixes that an unknown one was meant to be: first those of services that are called so, as `stepfunctions` for
 * `states` or `efs` for `elasticfilesystem`, then those that are spelled nearly so.
 */
export function servicesMeant(vocabulary: Vocabulary, prefix: string): readonly string[] {
  const word = prefix.toLowerCase().replace(/^(aws|amazon)(?=.)|[^a-z0-9]/g, '');
  if (word.length < 2) return [];
  const called = [...vocabulary.services]
    .map(([service, name]) => ({ service, name: inOneWord(name), short: initials(name) }))
    .filter(({ name, short }) => name === word || (short === word && word.length > 2));
  const begun =
    called.length > 0 || word.length < 5
      ? []
      : [...vocabulary.services].flatMap(([service, name]) =>
          inOneWord(name).startsWith(word) ? [service] : [],
        );
  const near = nearest(prefix, vocabulary.services.keys());
  return [...new Set([...called.map(({ service }) => service), ...near, ...begun.slice(0, 1)])].slice(
    0,
    MOST_OFFERED,
  );
}

/** Of a name without a service: the actions that go by it. Of many services the oldest are meant: theirs are the short prefixes. */
export const actionsNamedAlone = (vocabulary: Vocabulary, name: string): readonly string[] =>
  (namesakesOf(vocabulary).get(name.toLowerCase()) ?? [])
    .toSorted((a, b) => a.length - b.length)
    .slice(0, MOST_OFFERED);

/** `s3.GetObject`, `s3/GetObject`, `s3::GetObject`: other signs where the colon belongs. */
export function actionsJoinedOtherwise(vocabulary: Vocabulary, value: string): readonly string[] {
  const [, prefix = '', name = ''] = /^([a-z0-9-]+)[^A-Za-z0-9*?,-]+([A-Za-z0-9*?]+)$/i.exec(value) ?? [];
  if (!vocabulary.services.has(prefix.toLowerCase())) return [];
  const joined = `${prefix}:${name}`;
  const known = vocabulary.actions.get(joined.toLowerCase());
  if (known) return [known.name];
  return /[*?]/.test(name) ? [joined] : actionsMeant(vocabulary, joined);
}

/** `s3:GetObject, s3:PutObject` in one text; null where it is not several. */
export function actionsListed(value: string): readonly string[] | null {
  const parts = value.split(/[\s,;]+/).filter((part) => part !== '');
  return parts.length > 1 && parts.every((part) => /^[\w-]+:[\w*?]+$/.test(part)) ? parts : null;
}
