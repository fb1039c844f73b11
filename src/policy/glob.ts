// Patterns of IAM against each other: does one cover all that another covers?

/** Whether a text has a wildcard of IAM. */
export const hasWildcard = (pattern: string): boolean => /[*?]/.test(pattern);

/**
 * Whether everything that `specific` can match is also matched by `general`, where `*` is any run of characters and
 * `?` exactly one. Exact when `specific` has no wildcard; otherwise `true` can be relied on, while a cover that needs
 * several characters of `general` for one wildcard of `specific` may be missed. Letter case counts.
 */
export function covers(general: string, specific: string): boolean {
  let g = 0;
  let s = 0;
  let star = -1;
  let resume = 0;
  while (s < specific.length) {
    if (general[g] === '*') {
      star = g++;
      resume = s;
    } else if (
      g < general.length &&
      (general[g] === specific[s] || (general[g] === '?' && specific[s] !== '*'))
    ) {
      g++;
      s++;
    } else if (star >= 0) {
      g = star + 1;
      s = ++resume;
    } else return false;
  }
  while (general[g] === '*') g++;
  return g === general.length;
}
