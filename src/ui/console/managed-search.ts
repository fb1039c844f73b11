// Managed search: finds AWS managed policies by words of their names as somebody types, the likeliest first.
import type { AwsManagedPolicy, ManagedPolicies } from '../../aws/catalogue.ts';
import { searchOf } from '../../aws/search.ts';

/** More are no list to look through, but a reason to type on. */
const MOST = 50;

export interface ManagedFound {
  readonly shown: readonly AwsManagedPolicy[];
  /** How many there are with those that are not shown. */
  readonly count: number;
}

/** Made once for all policies of AWS, then asked at every key. Nothing is found by an empty text. */
export function managedSearch(managed: ManagedPolicies): (text: string) => ManagedFound {
  const policies = [...managed.values()];
  const search = searchOf(policies.map(({ name }) => name));
  return (text) => {
    const found = search(text, policies.length);
    return { shown: found.slice(0, MOST).flatMap(({ at }) => policies[at] ?? []), count: found.length };
  };
}
