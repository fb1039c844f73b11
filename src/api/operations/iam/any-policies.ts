// Managed policies as lists: all of an account, and all of AWS.
import { policyArn } from '../../../account/find.ts';
import { place, policiesUnder } from '../../../account/orders.ts';
import { compareNames } from '../../../account/record.ts';
import { mapped, merged, type Sequence } from '../../../account/sequence.ts';
import type { Account } from '../../../account/world.ts';
import type { Arn } from '../../../aws/arn.ts';
import type { ManagedPolicies } from '../../../aws/catalogue.ts';
import { nameOfPolicy, pathOfPolicy } from './policy-shapes.ts';
import type { AnyPolicy } from './policy.ts';

/** Under a path, by path and name. */
export const customerPolicies = (account: Account, prefix: string): Sequence<AnyPolicy> =>
  mapped(policiesUnder(account.policies, prefix), (policy) => ({
    by: 'customer',
    arn: policyArn(account, policy),
    policy,
  }));

/** The catalogue is the same for every account and never changes. */
const sorted = new WeakMap<ManagedPolicies, readonly AnyPolicy[]>();

export function awsPolicies(managed: ManagedPolicies): readonly AnyPolicy[] {
  const known = sorted.get(managed);
  if (known) return known;
  const policies = [...managed].map(([arn, policy]): AnyPolicy => ({ by: 'aws', arn, policy }));
  const made = byArn(policies, ({ arn }) => arn);
  sorted.set(managed, made);
  return made;
}

/** By path, then by name, whosever they are. */
export const byArn = <Item>(items: readonly Item[], arnOf: (item: Item) => Arn): Item[] =>
  items.toSorted((one, other) => compareArns(arnOf(one), arnOf(other)));

export const placeOfArn = (arn: Arn): string => place({ path: pathOfPolicy(arn), name: nameOfPolicy(arn) });

const compareArns = (one: Arn, other: Arn): number => compareNames(placeOfArn(one), placeOfArn(other));

/** Policies of the account and of AWS in one order. */
export const together = (one: Sequence<AnyPolicy>, other: Sequence<AnyPolicy>): Sequence<AnyPolicy> =>
  merged(one, other, (a, b) => compareArns(a.arn, b.arn));
