// Globs: `*`, `?` and `[…]` as the source of a regular expression.

/** @param any What a star and a question mark stand for: one sign of it. */
export function globSource(glob: string, any: string): string {
  return glob.replace(/\[(!?)([^\]]+)\]|[\s\S]/g, (sign, not: string | undefined, set?: string) => {
    if (set !== undefined) return fitting(`[${not === '!' ? '^' : ''}${set.replace(/[\\^[\]]/g, '\\$&')}]`);
    if (sign === '*') return `${any}*`;
    if (sign === '?') return any;
    return sign.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  });
}

/** A set such as `[z-a]` fits nothing. */
function fitting(set: string): string {
  try {
    return new RegExp(set).source;
  } catch {
    return '(?!)';
  }
}
