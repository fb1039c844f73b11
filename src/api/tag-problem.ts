// tagProblem: why tags cannot be kept, for services that each have words of their own for it.
import type { Tag } from './parameters.ts';

type Tags = Readonly<Record<string, string>>;

export type TagProblem =
  | { readonly kind: 'twice'; readonly key: string }
  /** A key that AWS keeps to itself. */
  | { readonly kind: 'reserved' }
  /** A character that tags do not have. */
  | { readonly kind: 'characters'; readonly text: string }
  | { readonly kind: 'many' };

const MOST = 50;

/** What all services take; some take more, which here is not kept. */
const TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/**
 * Null: the tags can be kept.
 * @param after What the resource would have afterwards.
 * @see https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html
 */
export function tagProblem(added: readonly Tag[], after: Tags): TagProblem | null {
  const keys = added.map(({ Key }) => Key);
  const twice = keys.find((key, at) => keys.indexOf(key) !== at);
  if (twice !== undefined) return { kind: 'twice', key: twice };
  // `__proto__` is AWS's to take; a name that means something else in so much code is refused here.
  if (keys.some((key) => /^aws:/i.test(key) || key === '__proto__')) return { kind: 'reserved' };
  const bad = added.flatMap(({ Key, Value }) => [Key, Value]).find((text) => !TEXT.test(text));
  if (bad !== undefined) return { kind: 'characters', text: bad };
  return Object.keys(after).length > MOST ? { kind: 'many' } : null;
}
