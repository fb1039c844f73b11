// How much there is at the places of an account, as their list says beside the names.
import { everyPolicy } from '../../account/other-policies.ts';
import { sizeOf } from '../../account/table.ts';
import type { World } from '../../account/world.ts';
import type { AccountId } from '../../aws/arn.ts';
import type { ManagedPolicies } from '../../aws/catalogue.ts';

/** How many policies of every kind, buckets and VPC endpoints there are: in one account, or in all when `account` is null. */
export function countsOf(
  world: World,
  account: AccountId | null,
  managed: ManagedPolicies,
): { policies: number; buckets: number; endpoints: number } {
  const counts = { policies: 0, buckets: 0, endpoints: 0 };
  for (const one of Object.values(world.accounts)) {
    if (account !== null && one.id !== account) continue;
    counts.policies += everyPolicy(world, one.id, managed).length;
    counts.buckets += sizeOf(one.buckets);
    counts.endpoints += sizeOf(one.vpcEndpoints);
  }
  return counts;
}
