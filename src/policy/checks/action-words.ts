// Action words: what the names of a service's actions are made of, and the verbs that people have for them.
import type { Action, Vocabulary } from '../../aws/vocabulary.ts';
import { nameOf, servicesOf } from './known-actions.ts';

/** `GetBucketAcl`, `DescribeDBInstances` -> their words. */
export const wordsOf = (name: string): readonly string[] =>
  name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+/g) ?? [];

export interface ServiceWords {
  readonly actions: readonly Action[];
  /** The names of its actions without the prefix, by these in lower case. */
  readonly names: ReadonlyMap<string, string>;
  /** Beginnings that several of its actions share, whole words only, by these in lower case: `Get`, `GetBucket`. */
  readonly stems: ReadonlyMap<string, string>;
  /** What stands within names: words and rows of them, by these in lower case. */
  readonly parts: ReadonlyMap<string, string>;
}

const known = new WeakMap<Vocabulary, Map<string, ServiceWords>>();

/** Made once for each service of a vocabulary. */
export function serviceWords(vocabulary: Vocabulary, service: string): ServiceWords {
  const services = known.get(vocabulary) ?? new Map<string, ServiceWords>();
  known.set(vocabulary, services);
  const before = services.get(service);
  if (before) return before;
  const actions = servicesOf(vocabulary).get(service) ?? [];
  const names = new Map<string, string>();
  const once = new Set<string>();
  const stems = new Map<string, string>();
  let parts: ReadonlyMap<string, string> | undefined;
  for (const action of actions) {
    const name = nameOf(action.name);
    names.set(name.toLowerCase(), name);
    let part = '';
    for (const word of wordsOf(name)) {
      part += word;
      const lower = part.toLowerCase();
      if (once.has(lower)) stems.set(lower, part);
      else once.add(lower);
    }
  }
  const made: ServiceWords = {
    actions,
    names,
    stems,
    get parts() {
      return (parts ??= partsOf(names.values()));
    },
  };
  services.set(service, made);
  return made;
}

function partsOf(names: Iterable<string>): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const name of names) {
    const words = wordsOf(name);
    for (let from = 0; from < words.length; from++) {
      let part = '';
      for (const word of words.slice(from)) {
        part += word;
        parts.set(part.toLowerCase(), part);
      }
    }
  }
  return parts;
}

/** What people say, and which verbs AWS has for it, the likeliest first. */
const VERBS_MEANT: readonly (readonly [said: string, meant: string])[] = [
  [
    'get describe list read view fetch show retrieve download load receive see query find head search check poll',
    'get describe list receive query search lookup',
  ],
  ['create new make add register launch insert provision', 'create run put add register allocate'],
  ['put write upload save store insert', 'put create update add'],
  ['run execute exec call invoke trigger start launch', 'invoke start run execute send'],
  ['send publish post notify push', 'send publish put post'],
  ['update modify set change edit alter', 'update modify put set change'],
  [
    'delete remove destroy drop erase kill terminate deregister',
    'delete terminate remove deregister release',
  ],
  ['detach remove unassign', 'detach disassociate remove'],
  ['attach associate assign', 'attach associate add assign'],
  ['stop halt pause shutdown', 'stop'],
];

/** The verbs that may be meant by one, in lower case; none where it is not known. */
export function verbsMeant(verb: string): readonly string[] {
  const meant = VERBS_MEANT.flatMap(([said, verbs]) =>
    said.split(' ').includes(verb) ? verbs.split(' ') : [],
  );
  return [...new Set(meant)].filter((other) => other !== verb);
}

/** As in `wordsOf`, of all 20,000 names of AWS. */
const FIRST_WORD = /^(?:[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+)/;

/** How many services have to begin a name with a word for it to be a verb of AWS. */
const SERVICES_OF_A_VERB = 8;
const SHORTEST_VERB = 3;
const verbs = new WeakMap<Vocabulary, ReadonlySet<string>>();

function verbsOf(vocabulary: Vocabulary): ReadonlySet<string> {
  const before = verbs.get(vocabulary);
  if (before) return before;
  const counts = new Map<string, number>();
  for (const actions of servicesOf(vocabulary).values()) {
    const first = new Set(actions.map(({ name }) => FIRST_WORD.exec(nameOf(name))?.[0].toLowerCase() ?? ''));
    for (const word of first) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const common = [...counts].filter(([, count]) => count >= SERVICES_OF_A_VERB).map(([word]) => word);
  const made = new Set([...common, ...VERBS_MEANT.flatMap(([said]) => said.split(' '))]);
  verbs.set(vocabulary, made);
  return made;
}

/** The verb that a name in lower case begins with; empty where it is none that is known. */
export function verbOf(vocabulary: Vocabulary, name: string): string {
  const all = verbsOf(vocabulary);
  for (let length = name.length; length >= SHORTEST_VERB; length--)
    if (all.has(name.slice(0, length))) return name.slice(0, length);
  return '';
}

/** A pattern with the letter case of the names that it is made of. */
export const asWritten = ({ stems, names, parts }: ServiceWords, pattern: string): string =>
  pattern
    .split(/([*?]+)/)
    .map((run) => {
      const lower = run.toLowerCase();
      return names.get(lower) ?? stems.get(lower) ?? parts.get(lower) ?? run;
    })
    .join('');
