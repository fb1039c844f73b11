// The choice of actions: those of one service by access level, each with whether a list of patterns has it.
import { LEVELS, type AccessLevel, type ActionDetails } from '../../aws/vocabulary.ts';
import { usualAmong } from '../completion/usual-actions.ts';
import { covers, hasWildcard } from '../glob.ts';

export interface ActionChoice {
  readonly action: ActionDetails;
  /** Without the prefix. */
  readonly name: string;
  /** `named` by itself, or had through a pattern with a wildcard. */
  readonly had: 'named' | { readonly through: string } | null;
}

/** Actions under one heading. */
export interface LevelChoice {
  readonly level: AccessLevel | 'Usual';
  readonly actions: readonly ActionChoice[];
  /** How many of them the patterns have. */
  readonly count: number;
}

/**
 * The usual actions, and then all by their level; levels without any are left out.
 * @param actions Of one service.
 */
export function choicesOf(
  prefix: string,
  actions: readonly ActionDetails[],
  patterns: readonly string[],
): readonly LevelChoice[] {
  const lower = patterns.map((pattern) => ({ pattern, lower: pattern.toLowerCase() }));
  const named = new Set(lower.filter(({ pattern }) => !hasWildcard(pattern)).map((one) => one.lower));
  const wild = lower.filter(({ pattern }) => hasWildcard(pattern));
  const hadBy = (name: string): ActionChoice['had'] => {
    const folded = name.toLowerCase();
    if (named.has(folded)) return 'named';
    const through = wild.find((one) => covers(one.lower, folded));
    return through ? { through: through.pattern } : null;
  };
  const choiceOf = (action: ActionDetails): ActionChoice => ({
    action,
    name: action.name.slice(prefix.length + 1),
    had: hadBy(action.name),
  });
  const group = (level: LevelChoice['level'], some: readonly ActionDetails[]): readonly LevelChoice[] => {
    const choices = some.map(choiceOf);
    const count = choices.filter(({ had }) => had !== null).length;
    return choices.length === 0 ? [] : [{ level, actions: choices, count }];
  };
  const sorted = actions.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return [
    ...group('Usual', usualAmong(prefix, actions)),
    ...LEVELS.flatMap((level) =>
      group(
        level,
        sorted.filter((action) => action.level === level),
      ),
    ),
  ];
}

/** The patterns with one more action, or with what named it taken out. */
export function withAction(patterns: readonly string[], action: string, on: boolean): readonly string[] {
  const others = patterns.filter((pattern) => pattern.toLowerCase() !== action.toLowerCase());
  return on ? [...others, action] : others;
}

/** How much of a level the patterns have. */
export const isWhole = ({ actions, count }: LevelChoice): boolean => count === actions.length;

/** Whether naming its actions or not changes nothing: all of them are had through patterns with wildcards. */
export const isSettled = ({ actions }: LevelChoice): boolean =>
  actions.every(({ had }) => had !== null && had !== 'named');

/**
 * Turns a level on or off. Its actions are named one by one, as far as no pattern has them: a wildcard would have others,
 * too, today or once AWS adds some. Off, a pattern with a wildcard stays.
 */
export function withLevel(
  patterns: readonly string[],
  { actions }: LevelChoice,
  on: boolean,
): readonly string[] {
  if (on) return [...patterns, ...actions.filter(({ had }) => had === null).map(({ action }) => action.name)];
  const names = new Set(actions.map(({ action }) => action.name.toLowerCase()));
  return patterns.filter((pattern) => !names.has(pattern.toLowerCase()));
}

/** Turns `s3:*` on, which makes naming single actions needless, or off. */
export function withWholeService(
  patterns: readonly string[],
  prefix: string,
  on: boolean,
): readonly string[] {
  const all = `${prefix}:*`;
  const others = patterns.filter((pattern) =>
    on ? !pattern.toLowerCase().startsWith(`${prefix}:`) : pattern.toLowerCase() !== all,
  );
  return on ? [...others, all] : others;
}

/** The services that the patterns speak of, in their order; a wildcard in a prefix speaks of none. */
export const servicesIn = (patterns: readonly string[]): readonly string[] => [
  ...new Set(patterns.flatMap((pattern) => /^([\w-]+):/.exec(pattern)?.[1]?.toLowerCase() ?? [])),
];
