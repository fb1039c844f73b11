// Tags as condition keys: one key for each tag.
import type { RequestContext } from '../request.ts';

/** Tag key to tag value. */
export type Tags = Readonly<Record<string, string>>;

/** For example `aws:PrincipalTag/team`. Tags whose keys differ only in letter case stay two: AWS calls that ambiguous. */
export const tagKeys = (prefix: string, tags: Tags): RequestContext =>
  Object.fromEntries(Object.entries(tags).map(([key, value]) => [`${prefix}/${key}`, value]));

/**
 * The tags of a session: those passed when it was made hide tags of the role or user whose keys differ at most in letter
 * case.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
 */
export function overlaidTags(own: Tags, session: Tags): Tags {
  const hidden = new Set(Object.keys(session).map((key) => key.toLowerCase()));
  const kept = Object.entries(own).filter(([key]) => !hidden.has(key.toLowerCase()));
  return { ...Object.fromEntries(kept), ...session };
}
