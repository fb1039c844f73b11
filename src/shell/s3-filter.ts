// `--exclude` and `--include`: which names of files and objects a command of `aws s3` takes.
import { globSource } from './glob.ts';

/**
 * The last pattern that fits a name decides; without one it is in.
 * @param words All of the command: the order of these options matters.
 * @see https://docs.aws.amazon.com/cli/latest/reference/s3/index.html#use-of-exclude-and-include-filters
 */
export function nameFilter(words: readonly string[]): (name: string) => boolean {
  const rules: { readonly include: boolean; readonly pattern: RegExp }[] = [];
  for (const [at, word] of words.entries()) {
    const [, kind, inline] = /^--(exclude|include)(?:=(.*))?$/s.exec(word) ?? [];
    if (kind !== undefined)
      rules.push({ include: kind === 'include', pattern: namePattern(inline ?? words[at + 1] ?? '') });
  }
  return (name) => rules.findLast(({ pattern }) => pattern.test(name))?.include ?? true;
}

/** A slash is a sign like any other. */
export const namePattern = (glob: string): RegExp => new RegExp(`^${globSource(glob, '[\\s\\S]')}$`);
