// References to principals: where policies of this world name a user or a role as principal, and how they follow it.
import type { Change } from '../../../account/change.ts';
import { entry, withEntry, withoutEntry } from '../../../account/record.ts';
import type { Account, World } from '../../../account/world.ts';
import {
  granteesOf,
  holdersNaming,
  keysGranting,
  POLICY_HOLDERS,
  rolesTrusting,
  valuesNamed,
} from '../../../account/indexes.ts';
import { lookup, namesOf, valuesOf, type Table } from '../../../account/table.ts';
import { isArn, type Arn } from '../../../aws/arn.ts';
import { withAwsPrincipals } from '../../../policy/principal-text.ts';

/**
 * What becomes of the trust policies, resource-based policies and grants that name a principal once it has another ARN, or once it is
 * gone and only its unique id is left. AWS keeps the unique id in place of the ARN that was saved, and shows whatever
 * ARN belongs to it by now; here the text itself follows. `Resource` and `Condition` are plain text and do not.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export const principalChanges = (world: World, before: Arn, after: string): Change[] =>
  before === after
    ? []
    : Object.values(world.accounts).flatMap((account) => [
        ...trustChanges(account, before, after),
        ...holderChanges(account, before, after),
        ...grantChanges(account, before, after),
      ]);

function trustChanges(account: Account, before: Arn, after: string): Change[] {
  const { roles } = account;
  return valuesNamed(roles, rolesTrusting(roles, before)).flatMap((role): Change[] => {
    const trust = withPrincipal(role.trust, before, after);
    if (trust === role.trust) return [];
    const id = entry(role.trusted, before);
    const others = withoutEntry(role.trusted, before);
    const trusted = id !== undefined && isArn(after) ? withEntry(others, after, id) : others;
    const patch = { trust, trusted };
    return [{ kind: 'entityPatched', account: account.id, table: 'roles', name: role.name, patch }];
  });
}

/** Buckets, queues, keys and everything else with a policy of its own. */
function holderChanges(account: Account, before: Arn, after: string): Change[] {
  return POLICY_HOLDERS.flatMap((table): Change[] => {
    const holders: Table<{ readonly policy: string | null }> = account[table];
    return namesOf(holdersNaming(holders, before)).flatMap((name): Change[] => {
      const policy = lookup(holders, name)?.policy ?? null;
      if (policy === null) return [];
      const patch = { policy: withPrincipal(policy, before, after) };
      return [{ kind: 'entityPatched', account: account.id, table, name, patch }];
    });
  });
}

/**
 * ListGrants was observed to show the unique id of a principal that is gone.
 * @see https://github.com/hashicorp/terraform-provider-aws/issues/29340
 */
const grantChanges = ({ id: account, kmsKeys }: Account, before: Arn, after: string): Change[] =>
  valuesNamed(kmsKeys, keysGranting(kmsKeys, before)).flatMap(({ id: name, grants }) =>
    valuesOf(grants)
      .filter((grant) => granteesOf(grant).includes(before))
      .map((grant): Change => {
        const value = {
          ...grant,
          ...(grant.granteePrincipal === before && { granteePrincipal: after }),
          ...(grant.retiringPrincipal === before && { retiringPrincipal: after }),
        };
        return { kind: 'partSet', account, table: 'kmsKeys', name, part: 'grants', key: grant.id, value };
      }),
  );

/** A policy with another principal in the place of one. */
const withPrincipal = (text: string, before: Arn, after: string): string =>
  withAwsPrincipals(text, (value) => (value === before ? after : value));
