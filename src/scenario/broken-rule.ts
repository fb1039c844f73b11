// BrokenRule: what a rule between records complains of.

export interface BrokenRule {
  /** Names from the world down. */
  readonly path: readonly string[];
  /** Completes a sentence that starts with the path. */
  readonly message: string;
}

/** Something that has a name, and the place in which it is found. */
export interface Named {
  readonly path: readonly string[];
  readonly name: string;
}

/**
 * Everything of IAM that is told apart by its name must be so without regard to letter case.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
const folded = ({ name }: Named): string => name.toLowerCase();

/** Complains of each whose key came before; the key of a name is the name, letter case aside. */
export function* repeated<Each extends Named>(
  what: string,
  all: Iterable<Each>,
  keyOf: (each: Each) => string = folded,
): Generator<BrokenRule> {
  const seen = new Set<string>();
  for (const each of all) {
    const key = keyOf(each);
    if (seen.has(key)) yield { path: each.path, message: `the ${what} ${each.name} is used twice` };
    seen.add(key);
  }
}
