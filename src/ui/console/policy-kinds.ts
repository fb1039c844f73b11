// Policies as the list names and filters them: kind, what they are attached to, and the words that find them.
import { attachmentsOf, type StoredPolicy } from '../../account/policies.ts';
import type { World } from '../../account/world.ts';
import { bucketArn, isArn } from '../../aws/arn.ts';
import type { Purpose } from '../editor/knowing.svelte.ts';

export const KINDS = ['all', 'customerManaged', 'awsManaged', 'inline', 'resource'] as const;
export type KindFilter = (typeof KINDS)[number];

/** A bucket policy has no name of its own in AWS. */
export const policyName = ({ source }: Pick<StoredPolicy, 'source'>): string =>
  source.kind === 'resource' ? `Bucket policy of ${source.name}` : source.name;

/** `group Writers, user noor`; `bucket maple-drafts`; empty when the policy is attached to nothing. */
export function attachedTo(world: World, policy: StoredPolicy): string {
  if (policy.bucket !== undefined) return `bucket ${policy.bucket}`;
  return attachmentsOf(world, policy.account, policy.source.id)
    .map(({ kind, name }) => `${kind} ${name}`)
    .join(', ');
}

/** What its editor has to know to suggest what fits. */
export function purposeOf({ type, account, bucket, source }: StoredPolicy): Purpose {
  const resource = source.id.replace(/^resource:/, '');
  const about = bucket !== undefined ? bucketArn(bucket) : isArn(resource) ? resource : undefined;
  return { type, account, about: type === 'resource' ? about : undefined };
}

export interface ListedPolicy {
  readonly policy: StoredPolicy;
  readonly name: string;
  readonly attached: string;
}

/** Policies of one kind whose name or attachments hold every word of `text`, without regard to letter case. */
export function filterPolicies(
  policies: readonly ListedPolicy[],
  text: string,
  kind: KindFilter,
): readonly ListedPolicy[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return policies.filter(({ policy, name, attached }) => {
    if (kind !== 'all' && policy.source.kind !== kind) return false;
    const searched = `${name}\n${attached}`.toLowerCase();
    return words.every((word) => searched.includes(word));
  });
}
