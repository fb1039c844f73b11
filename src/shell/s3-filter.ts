// `--exclude` and `--include`: which names of files and objects a command of `aws s3` takes.

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
      rules.push({ include: kind === 'include', pattern: globPattern(inline ?? words[at + 1] ?? '') });
  }
  return (name) => rules.findLast(({ pattern }) => pattern.test(name))?.include ?? true;
}

/** `*`, `?`, `[ab]` and `[!ab]`; a slash is a sign like any other. */
export function globPattern(glob: string): RegExp {
  const source = glob.replace(/\[(!?)([^\]]+)\]|[\s\S]/g, (sign, not: string | undefined, set?: string) => {
    if (set !== undefined) return `[${not === '!' ? '^' : ''}${set.replace(/[\\^[\]]/g, '\\$&')}]`;
    if (sign === '*') return '[\\s\\S]*';
    if (sign === '?') return '[\\s\\S]';
    return sign.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  });
  return new RegExp(`^${safe(source)}$`);
}

/** A set such as `[z-a]` is no pattern: it fits nothing. */
function safe(source: string): string {
  try {
    return new RegExp(source).source;
  } catch {
    return '(?!)';
  }
}
