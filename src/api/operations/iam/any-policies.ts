// Managed policies as lists: all of an account, and all of AWS.
import { policyArn } from '../../../account/find.ts';
import { compareNames } from '../../../account/record.ts';
import type { Account } from '../../../account/world.ts';
import { valuesOf } from '../../../account/table.ts';
import type { Arn } from '../../../aws/arn.ts';
import type { ManagedPolicies } from '../../../aws/catalogue.ts';
import { nameOfPolicy, pathOfPolicy } from './policy-shapes.ts';
import type { AnyPolicy } from './policy.ts';

export const customerPolicies = (account: Account): AnyPolicy[] =>
  valuesOf(account.policies).map((policy) => ({
    by: 'customer',
    arn: policyArn(account, policy),
    policy,
  }));

export const awsPolicies = (managed: ManagedPolicies): AnyPolicy[] =>
  [...managed].map(([arn, policy]) => ({ by: 'aws', arn, policy }));

/** By path, then by name, whosever they are. */
export const byArn = <Item>(items: readonly Item[], arnOf: (item: Item) => Arn): Item[] =>
  items.toSorted((one, other) => {
    const [a, b] = [arnOf(one), arnOf(other)];
    return compareNames(pathOfPolicy(a), pathOfPolicy(b)) || compareNames(nameOfPolicy(a), nameOfPolicy(b));
  });
