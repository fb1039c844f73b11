// tagFault: why tags cannot be kept, where a service takes them as a map or as a list that its model hardly constrains.

type Tags = Readonly<Record<string, string>>;

/** `reserved`: a key that AWS keeps to itself. `invalid`: too long, or with characters that tags do not have. */
export type TagFault = 'many' | 'reserved' | 'invalid';

const MOST = 50;

const TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/**
 * Null: the tags can be kept. Given is what the resource would have afterwards.
 * @see https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html#id_tags_naming_best_practices
 */
export function tagFault(tags: Tags): TagFault | null {
  const entries = Object.entries(tags);
  // `__proto__` is AWS's to take; a name that means something else in so much code is refused here.
  if (entries.some(([key]) => /^aws:/i.test(key) || key === '__proto__')) return 'reserved';
  const valid = ([key, value]: readonly [string, string]): boolean =>
    key !== '' && key.length <= 128 && value.length <= 256 && TEXT.test(key) && TEXT.test(value);
  if (!entries.every(valid)) return 'invalid';
  return entries.length > MOST ? 'many' : null;
}
