// Seen: which recommendations somebody may see, by what they may see of the account; and whom one is about.
import type { Recommendation, RecommendationId } from '../../analysis/recommendations.ts';
import { parseArn, type Arn } from '../../aws/arn.ts';

export interface Seen {
  readonly root: boolean;
  readonly users: boolean;
  readonly passwordPolicy: boolean;
}

const ABOUT: Readonly<Record<RecommendationId, keyof Seen>> = {
  rootMfa: 'root',
  rootAccessKeys: 'root',
  rootUse: 'root',
  userMfa: 'users',
  unusedPasswords: 'users',
  unusedAccessKeys: 'users',
  oldAccessKeys: 'users',
  passwordPolicy: 'passwordPolicy',
};

/** Those that are open come first. */
export const visibleRecommendations = (
  all: readonly Recommendation[],
  seen: Seen,
): readonly Recommendation[] => {
  const visible = all.filter(({ id }) => seen[ABOUT[id]]);
  return [
    ...visible.filter(({ status }) => status === 'open'),
    ...visible.filter(({ status }) => status === 'met'),
  ];
};

/** Null: the root user. */
export const subjectName = (arn: Arn): string | null => {
  const resource = parseArn(arn)?.resource ?? '';
  return resource === 'root' ? null : resource.slice(resource.lastIndexOf('/') + 1);
};
