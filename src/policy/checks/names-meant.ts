// "Did you mean" for the name of an action within its service: the beginning of others, another verb, a slip of the pen.
import type { Vocabulary } from '../../aws/vocabulary.ts';
import { nearest, nearWords } from '../nearest.ts';
import { serviceWords, type ServiceWords, verbOf, verbsMeant, wordsOf } from './action-words.ts';
import { levelsOf, ofLevels } from './levels-meant.ts';
import { matched, named, unlike, type Meant } from './meant.ts';

/** Of so many that begin alike, each can be told by itself. */
const FEW = 3;

/** More than so many with the same first and last words have little in common. */
const MOST_BETWEEN = 6;

/** So many letters wrong are surely a slip. */
const CLOSE = 2;

interface Within {
  readonly vocabulary: Vocabulary;
  readonly service: string;
  readonly words: ServiceWords;
}

interface Asked extends Within {
  /** As it was written. */
  readonly written: string;
  /** The same in lower case, in two parts, of which the first is a verb or empty. */
  readonly name: string;
  readonly verb: string;
  readonly rest: string;
}

/** @param written Without the prefix; not the name of an action of the service. */
export function namesMeant(vocabulary: Vocabulary, service: string, written: string): readonly Meant[] {
  const asked = askedIn(vocabulary, service, written);
  const { words, name, verb } = asked;
  const begun = [...words.names.keys()].filter((one) => one.startsWith(name));
  const levels = begun.length > 1 ? undefined : levelsOf(name);
  if (levels) return ofLevels(vocabulary, service, levels);
  const { same, more } = beginning(asked, begun);
  const verbs = otherVerbs(asked, begun);
  // `GetSecret` begins `GetSecretValue`, and `ListImages` is more likely `DescribeImages` than `ListImagesInRecycleBin`.
  const isWhole = begun.every((lower) => /[A-Z]/.test(words.names.get(lower)?.charAt(name.length) ?? ''));
  const isReading = /^(get|list|describe)$/.test(verb) && (begun.length > 1 || (verb === 'get' && isWhole));
  const { close, stems } = near(asked);
  const own = begun.length > 1 || close.length > 0 ? [] : between(asked, [verb]);
  // `PutPolicy` is more likely one of three than `CreatePolicy`; `DeleteInstances` is `TerminateInstances`.
  const isFirst = own.some(({ count }) => count !== undefined);
  const found = unlike([
    ...(words.names.has(wordsOf(written)[0]?.toLowerCase() ?? '') ? continued(asked) : []),
    ...same,
    ...(isFirst ? own : []),
    ...(isReading ? [...more, ...verbs] : [...verbs, ...more]),
    ...close,
    ...(isFirst ? [] : own),
  ]);
  if (found.length > 0) return found;
  return stems.length > 0 ? stems : between(asked, verbsMeant(verb));
}

/** The same where nothing comes as near, also not in another service. */
export function namesPerhapsMeant(
  vocabulary: Vocabulary,
  service: string,
  written: string,
): readonly Meant[] {
  const asked = askedIn(vocabulary, service, written);
  return unlike([...continued(asked), ...near(asked).far]);
}

function askedIn(vocabulary: Vocabulary, service: string, written: string): Asked {
  const name = written.toLowerCase();
  const verb = verbOf(vocabulary, name);
  const words = serviceWords(vocabulary, service);
  return { vocabulary, service, words, written, name, verb, rest: name.slice(verb.length) };
}

const actionOf = ({ service, words }: Within, lower: string): Meant =>
  named(`${service}:${words.names.get(lower) ?? lower}`);

interface Beginning {
  /** The same name but for its number, or for an end that all have in common. */
  readonly same: readonly Meant[];
  readonly more: readonly Meant[];
}

function beginning(asked: Asked, begun: readonly string[]): Beginning {
  const { vocabulary, service, words, name, verb } = asked;
  const [only] = begun;
  if (only === undefined) return { same: [], more: [] };
  if (begun.length === 1) {
    const ofMany = name.endsWith('s') ? words.stems.get(name.slice(0, -1)) : undefined;
    // `PutMetrics` is more likely the plural of a beginning than that of `PutMetricStream`.
    if (ofMany !== undefined) return { same: [], more: matched(vocabulary, `${service}:${ofMany}*`) };
    // `Object` is no way to begin writing `ObjectOwnerOverrideToBucketOwner`.
    if (verb === '' && name.length < only.length / 3) return { same: [], more: [] };
    const isSame = inOtherNumber(name).includes(only);
    return { same: isSame ? [actionOf(asked, only)] : [], more: isSame ? [] : [actionOf(asked, only)] };
  }
  const stem = sharedBy(begun.map((lower) => words.names.get(lower) ?? lower));
  const same = [stem.toLowerCase(), ...inOtherNumber(name)]
    .filter((lower) => words.names.has(lower))
    .slice(0, 1)
    .map((lower) => actionOf(asked, lower));
  // `s3:De` begins what deletes as well as what describes.
  if (words.stems.has(stem.toLowerCase()))
    return {
      same,
      more: matched(vocabulary, `${service}:${stem}*`).map((one) => ({ ...one, isBegun: true })),
    };
  return { same, more: begun.length > FEW ? [] : begun.map((lower) => actionOf(asked, lower)) };
}

/** The longest text that all begin with. */
function sharedBy(names: readonly string[]): string {
  const [first = '', ...others] = names;
  let length = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length--;
  return first.slice(0, length);
}

/** A noun in lower case as it may be in the other number. */
function inOtherNumber(noun: string): readonly string[] {
  if (noun.endsWith('ies')) return [`${noun.slice(0, -3)}y`];
  if (noun.endsWith('s')) return [noun.slice(0, -1), noun.slice(0, -2)];
  return noun.endsWith('y') ? [`${noun.slice(0, -1)}ies`, `${noun}s`] : [`${noun}s`, `${noun}es`];
}

/** `DescribeRole` for `GetRole`, `ListInstances` for `DescribeInstances`: the same done to the same, by another verb. */
function otherVerbs(asked: Asked, begun: readonly string[]): readonly Meant[] {
  const { words, verb, rest } = asked;
  const verbs = verbsMeant(verb);
  if (rest === '') return begun.length > 0 ? [] : verbAlone(asked, verbs);
  const known = [rest, ...inOtherNumber(rest)].flatMap((noun) =>
    [verb, ...verbs].map((other) => other + noun).filter((lower) => words.names.has(lower)),
  );
  const isList = verb === 'list' || verb === 'describe';
  const longer = verbs.flatMap((other) => {
    const all = [...words.names].flatMap(([lower, as]) =>
      lower.startsWith(other + rest) && /[A-Z]/.test(as.charAt(other.length + rest.length)) ? [lower] : [],
    );
    return all.length === 1 ? all : [];
  });
  // `ReadSecret` for `GetSecretValue`, though there is also `DescribeSecret`.
  const isGot = !isList && verbs[0] === 'get' && longer[0]?.startsWith('get') === true;
  return (isGot || known.length === 0 ? [...longer.slice(0, 1), ...known] : known).map((lower) =>
    actionOf(asked, lower),
  );
}

/** Verbs for which AWS has one of its own, whatever is done: `fetch`. Others say too little by themselves. */
const PLAIN =
  /^(fetch|show|retrieve|view|see|list|describe|get|remove|destroy|erase|drop|run|execute|exec|call)$/;

function verbAlone(asked: Asked, verbs: readonly string[]): readonly Meant[] {
  const { vocabulary, service, words, verb } = asked;
  const whole = verbs.filter((other) => words.names.has(other)).map((lower) => actionOf(asked, lower));
  if (whole.length > 0 || !PLAIN.test(verb)) return whole;
  return verbs
    .filter((other) => words.stems.has(other))
    .flatMap((other) => matched(vocabulary, `${service}:${other}*`))
    .slice(0, 1);
}

interface Near {
  readonly close: readonly Meant[];
  readonly far: readonly Meant[];
  /** Of a misspelled beginning: all that begin as it was meant. */
  readonly stems: readonly Meant[];
}

/** Names that are spelled nearly so. A verb that AWS has is not taken for one that does something else. */
function near(asked: Asked): Near {
  const { vocabulary, service, words, written, name, verb, rest } = asked;
  const verbs = [verb, ...verbsMeant(verb)];
  const [first = '', ...others] = wordsOf(written);
  const hasLike = (lower: string): boolean => verbs.some((one) => lower.startsWith(one));
  const isMeant = (as = ''): boolean =>
    others.length === 0 || verb !== '' || nearest(first, wordsOf(as).slice(0, 1)).length > 0;
  const candidates = [...words.names.keys(), ...words.stems.keys()].filter(hasLike);
  const found = nearWords(name, new Set(candidates)).filter(({ word }) =>
    isMeant(words.names.get(word) ?? words.stems.get(word)),
  );
  const names = found.filter(({ word }) => words.names.has(word));
  const isBeginning = found[0] !== undefined && found[0].distance <= CLOSE && !words.names.has(found[0].word);
  return {
    close: names.filter(({ distance }) => distance <= CLOSE).map(({ word }) => actionOf(asked, word)),
    far: names
      .filter(
        ({ word, distance }) =>
          distance > CLOSE && word.startsWith(verb) && nearest(rest, [word.slice(verb.length)]).length > 0,
      )
      .map(({ word }) => actionOf(asked, word)),
    stems: isBeginning ? matched(vocabulary, `${service}:${found[0]?.word ?? ''}*`) : [],
  };
}

/** `iam:AttachPolicy`: a word is left out, so that it may be any of those that have one there. */
function between(
  { vocabulary, service, words, verb, rest }: Asked,
  verbs: readonly string[],
): readonly Meant[] {
  if (verb === '' || rest === '' || !words.parts.has(rest)) return [];
  return verbs
    .flatMap((one) => matched(vocabulary, `${service}:${one}*${rest}`))
    .filter(({ count = 1 }) => count <= MOST_BETWEEN)
    .slice(0, 1);
}

/** `sns:PublishMessage`: the name of an action goes on after its end. */
function continued(asked: Asked): readonly Meant[] {
  const words = wordsOf(asked.written);
  for (let length = words.length - 1; length > 0; length--) {
    const lower = words.slice(0, length).join('').toLowerCase();
    if (asked.words.names.has(lower)) return [actionOf(asked, lower)];
  }
  return [];
}
