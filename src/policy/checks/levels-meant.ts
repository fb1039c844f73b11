// "Did you mean" for words that people take from access levels or from AWS managed policies: `s3:Read`, `s3:FullAccess`.
import { LEVELS, type AccessLevel, type Vocabulary } from '../../aws/vocabulary.ts';
import { serviceWords, type ServiceWords, wordsOf } from './action-words.ts';
import { nameOf } from './known-actions.ts';
import { matched, unlike, type Meant } from './meant.ts';

/** A longer list is not written in the place of one word. */
const MOST_PATTERNS = 60;

const ALL = [LEVELS];
const READ_ONLY: readonly AccessLevel[] = ['List', 'Read'];
const READ_AND_WRITE: readonly AccessLevel[] = ['List', 'Read', 'Write'];

/** Words of the console and of AWS managed policies for the actions of some access levels, the likeliest first. */
const OF_LEVELS: ReadonlyMap<string, readonly (readonly AccessLevel[])[]> = new Map(
  (
    [
      ['list', [['List']]],
      ['read', [['Read'], READ_ONLY]],
      ['readaccess reader readonly readonlyaccess view viewer viewonly viewonlyaccess', [READ_ONLY]],
      ['write writeaccess writer writeonly', [['Write']]],
      ['readandwrite readwrite readwriteaccess', [READ_AND_WRITE]],
      ['tagging', [['Tagging']]],
      ['permissions permissionsmanagement', [['Permissions management']]],
      [
        'access admin administrator administratoraccess all allactions any everything full fullaccess poweruser',
        ALL,
      ],
    ] as const
  ).flatMap(([words, levels]) => words.split(' ').map((word) => [word, levels] as const)),
);

/** What levels a word in lower case may stand for; undefined where it stands for none. */
export const levelsOf = (word: string): readonly (readonly AccessLevel[])[] | undefined =>
  OF_LEVELS.get(word);

/**
 * Patterns that match the actions of a service at some levels and no others, as few as its names allow: a verb where all
 * its actions are of these levels, else a verb with what follows, else names.
 */
function patternsOfLevels(
  { actions }: ServiceWords,
  service: string,
  levels: readonly AccessLevel[],
): readonly string[] {
  if (levels.length === LEVELS.length) return [`${service}:*`];
  const wanted = actions.filter(({ level }) => levels.includes(level)).map(({ name }) => nameOf(name));
  // Patterns match whatever the letter case: `managedblockchain:Get*` its GET as well.
  const others = actions
    .filter(({ level }) => !levels.includes(level))
    .map(({ name }) => nameOf(name).toLowerCase());
  const patterns: string[] = [];
  const left = new Set(wanted);
  for (const name of wanted) {
    if (!left.has(name)) continue;
    const words = wordsOf(name);
    const stem = words
      .map((_, at) => words.slice(0, at + 1).join(''))
      .find((one) => !others.some((other) => other.startsWith(one.toLowerCase())));
    const same =
      stem === undefined ? [name] : wanted.filter((one) => one.toLowerCase().startsWith(stem.toLowerCase()));
    patterns.push(`${service}:${stem === undefined || same.length === 1 ? name : `${stem}*`}`);
    for (const one of same) left.delete(one);
  }
  return patterns.toSorted();
}

/** The actions of a service at some access levels; nothing where too many patterns would be needed to say them. */
export const ofLevels = (
  vocabulary: Vocabulary,
  service: string,
  all: readonly (readonly AccessLevel[])[],
): readonly Meant[] => {
  const words = serviceWords(vocabulary, service);
  return unlike(
    all.flatMap((levels) => {
      const patterns = patternsOfLevels(words, service, levels);
      const [first] = patterns;
      if (first === undefined || patterns.length > MOST_PATTERNS) return [];
      if (patterns.length === 1) return matched(vocabulary, first);
      const count = words.actions.filter(({ level }) => levels.includes(level)).length;
      return [{ patterns, count, levels }];
    }),
  );
};
