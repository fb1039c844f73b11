// How services name, in their refusals, what a call about no single resource is about.
import type { AccountId } from '../../aws/arn.ts';
import { iamListText } from './iam-resource.ts';

/** Behind Region and account of an ARN of the service. */
const BY_ARN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'dynamodb:listtables': 'table/*',
    'sns:listtopics': '*',
    'sqs:listqueues': '',
  }),
);

/** Services that say of what is about everything that it is; the others say nothing of it. */
const BY_STAR = ['kms', 'lambda'];

/**
 * Null: the refusal names no resource. What is evaluated is `*` all the same: only the words differ. Observed in
 * answers of AWS; no page describes it.
 */
export function unnamedResourceText(
  action: string,
  account: AccountId | null,
  region: string | null,
): string | null {
  const name = action.toLowerCase();
  const [service = ''] = name.split(':');
  if (service === 'iam') return iamListText(action, account);
  const listed = BY_ARN.get(name);
  if (listed !== undefined && account !== null && region !== null)
    return `arn:aws:${service}:${region}:${account}:${listed}`;
  return BY_STAR.includes(service) ? '*' : null;
}
