// Whether a policy speaks about a bucket at all: a tie for the map, not a decision.
import type { Arn } from '../aws/arn.ts';
import { parsedPolicy } from '../policy/parse.ts';

/**
 * True when some statement's Resource could cover the bucket or something in it. It compares the fixed beginning of
 * each pattern, so a wildcard early in a pattern ties the policy to every bucket, which is what it means.
 */
export function touches(policyText: string, bucket: Arn): boolean {
  const { document } = parsedPolicy(policyText);
  if (!document) return false;
  return document.statements.some(({ action, resource }) => {
    if (!action.negated && !action.patterns.some(({ value }) => /^(\*|s3:|s[*?])/i.test(value))) return false;
    if (!resource || resource.negated) return true;
    return resource.patterns.some(({ value }) => {
      const fixed = value.split(/[*?$]/, 1)[0] ?? '';
      const complete = fixed.length === value.length;
      if (complete) return value === bucket || value.startsWith(`${bucket}/`);
      return bucket.startsWith(fixed) || fixed.startsWith(`${bucket}/`) || fixed === bucket;
    });
  });
}
