// Contents: what is inside a scenario, counted and named, for people who decide whether to open it.
import { namesOf, sizeOf, valuesOf, type Table } from '../../account/table.ts';
import type { World } from '../../account/world.ts';
import type { AccountId } from '../../aws/arn.ts';

/** One kind of thing in an account. */
export interface Kind {
  readonly label: 'Users' | 'Groups' | 'Roles' | 'Policies' | 'Buckets';
  /** In the order of the alphabet. */
  readonly names: readonly string[];
}

export interface AccountContents {
  readonly id: AccountId;
  readonly name: string;
  readonly alias: string | null;
  readonly kinds: readonly Kind[];
  /** Objects in all buckets. */
  readonly objects: number;
}

/** Only customer managed policies are counted: inline policies belong to their users, groups and roles. */
export function contentsOf(world: World): readonly AccountContents[] {
  const names = (table: Table<unknown>) => namesOf(table).sort();
  return Object.values(world.accounts).map((account) => ({
    id: account.id,
    name: account.name,
    alias: account.alias,
    kinds: [
      { label: 'Users', names: names(account.users) },
      { label: 'Groups', names: names(account.groups) },
      { label: 'Roles', names: names(account.roles) },
      { label: 'Policies', names: names(account.policies) },
      { label: 'Buckets', names: names(account.buckets) },
    ],
    objects: valuesOf(account.buckets).reduce((sum, bucket) => sum + sizeOf(bucket.objects), 0),
  }));
}
