// "Did you mean" for actions: what a name, or a pattern, that matches none of AWS's was probably meant to be.
import type { Vocabulary } from '../../aws/vocabulary.ts';
import { actionsOfNearOperation } from '../api-names.ts';
import { hasWildcard } from '../glob.ts';
import { serviceWords, wordsOf } from './action-words.ts';
import { namesakesOf, nameOf, prefixOf } from './known-actions.ts';
import { matched, type Meant } from './meant.ts';
import { namesMeant, namesPerhapsMeant } from './names-meant.ts';
import { openedPatterns, patternsMeant } from './patterns-meant.ts';
import { byUse, isCompanion, isUsual, MOST_OFFERED, servicesMeant } from './services-meant.ts';

/** A name that more services have than this says nothing of which is meant. */
const FEW = 2;

/** How many misspelled names of one vocabulary are remembered: each is looked up again at every letter typed elsewhere. */
const MOST_REMEMBERED = 200;
const guesses = new WeakMap<Vocabulary, Map<string, readonly Meant[]>>();

/** What a text of the form `service:name` that matches no action was meant to be, best first. */
export function actionsMeant(vocabulary: Vocabulary, value: string): readonly Meant[] {
  const remembered = guesses.get(vocabulary) ?? new Map<string, readonly Meant[]>();
  guesses.set(vocabulary, remembered);
  const known = remembered.get(value);
  if (known) return known;
  const found = guessed(vocabulary, prefixOf(value), nameOf(value)).slice(0, MOST_OFFERED);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(value, found);
  return found;
}

function guessed(vocabulary: Vocabulary, prefix: string, written: string): readonly Meant[] {
  // `get-object`, `Get Object`, `GetObject/*`
  const name = written.replace(/[\s_-]/g, '').replace(/[^\w*?].*$/, '');
  const plain = exactly(vocabulary, prefix, name);
  if (plain.length > 0) return plain;
  if (vocabulary.services.has(prefix)) return meantIn(vocabulary, prefix, name);
  // `stepfunctions:StartExecution`: the name says which service is meant.
  const services = servicesMeant(vocabulary, prefix);
  const exact = services.flatMap((service) => exactly(vocabulary, service, name));
  if (exact.length > 0) return exact;
  const elsewhere = hasWildcard(name) ? [] : meantElsewhere(vocabulary, name, isUsual);
  return elsewhere.length > 0 ? elsewhere : services.flatMap((service) => meantIn(vocabulary, service, name));
}

/** What goes by this name, be it that of an operation of the API that has an action of another name. */
function exactly(vocabulary: Vocabulary, service: string, name: string): readonly Meant[] {
  const found = matched(vocabulary, `${service}:${name}`);
  const needed = found.length > 0 ? [] : actionsOfNearOperation(`${service}:${name}`);
  return needed.length > 0 ? [{ patterns: needed }] : found;
}

/** Another service is meant only where its own has nothing that comes near. */
function meantIn(vocabulary: Vocabulary, service: string, name: string): readonly Meant[] {
  const isPattern = hasWildcard(name);
  const near = isPattern ? patternsMeant : namesMeant;
  const perhaps = isPattern ? openedPatterns : namesPerhapsMeant;
  for (const found of [
    () => near(vocabulary, service, name),
    () => (isNounOf(vocabulary, service, name) ? [] : meantElsewhere(vocabulary, name, isCompanion)),
    () => perhaps(vocabulary, service, name),
  ]) {
    const meant = found();
    if (meant.length > 0) return meant;
  }
  return [];
}

/** `athena:Query`: one word that the service has in its own names is not the action of another. */
const isNounOf = (vocabulary: Vocabulary, service: string, name: string): boolean =>
  wordsOf(name).length === 1 && serviceWords(vocabulary, service).parts.has(name.toLowerCase());

/** Names that say nothing of their service, though one has them. */
const BARE = /^(create|delete|get|list|patch|post|put|read|update|write)$/i;

/** What some services have of this very name, or what the pattern matches in the first that has any. */
function meantElsewhere(
  vocabulary: Vocabulary,
  name: string,
  isLikely: (service: string) => boolean,
): readonly Meant[] {
  if (BARE.test(name)) return [];
  const found = [...vocabulary.services.keys()]
    .filter(isLikely)
    .toSorted(byUse)
    .flatMap((service) => matched(vocabulary, `${service}:${name}`));
  return hasWildcard(name) ? found.slice(0, 1) : found;
}

/** Of a name without a service: the actions that go by it, those of usual services first. */
export function actionsNamedAlone(vocabulary: Vocabulary, name: string): readonly string[] {
  const all = (namesakesOf(vocabulary).get(name.toLowerCase()) ?? []).toSorted((a, b) =>
    byUse(prefixOf(a), prefixOf(b)),
  );
  return isUsual(prefixOf(all[0] ?? '')) || all.length <= FEW ? all.slice(0, MOST_OFFERED) : [];
}

/** `s3.GetObject`, `s3/GetObject`, `s3::GetObject`, `s3:s3:GetObject`, `s3:` and `s3`: other signs where the colon belongs, or nothing behind it. */
export function actionsJoinedOtherwise(vocabulary: Vocabulary, value: string): readonly Meant[] {
  const [, prefix = '', name = ''] =
    /^([a-z0-9-]+)(?:[^A-Za-z0-9*?,-]+(?:\1:)?([A-Za-z0-9*?]*))?$/i.exec(value) ?? [];
  const service = prefix.toLowerCase();
  if (name === '') {
    const known = vocabulary.services.has(service) ? [service] : servicesMeant(vocabulary, service);
    return known.flatMap((one) => matched(vocabulary, `${one}:*`));
  }
  if (!vocabulary.services.has(service)) return [];
  const exact = matched(vocabulary, `${service}:${name}`);
  return exact.length > 0 ? exact : actionsMeant(vocabulary, `${service}:${name}`);
}

/** `s3:GetObject, s3:PutObject` in one text; null where it is not several. */
export function actionsListed(value: string): readonly string[] | null {
  const parts = value.split(/[\s,;]+/).filter((part) => part !== '');
  return parts.length > 1 && parts.every((part) => /^[\w-]+:[\w*?]+$/.test(part)) ? parts : null;
}
