// Tags of a customer managed policy, written back.
import type { Change } from '../../../account/change.ts';
import { entry } from '../../../account/record.ts';
import type { Account, ManagedPolicy } from '../../../account/world.ts';

interface Kept {
  readonly account: Account;
  readonly policy: ManagedPolicy;
}

/** No change when the policy has exactly these tags. */
export function policyRetagged({ account, policy }: Kept, tags: ManagedPolicy['tags']): Change[] {
  const keys = Object.keys(tags);
  const same =
    keys.length === Object.keys(policy.tags).length &&
    keys.every((key) => entry(policy.tags, key) === entry(tags, key));
  if (same) return [];
  const value = { ...policy, tags };
  return [{ kind: 'entitySet', account: account.id, table: 'policies', name: policy.name, value }];
}
