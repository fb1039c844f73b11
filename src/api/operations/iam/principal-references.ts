// References to principals: where policies of this world name a user or a role as principal, and how they follow it.
import type { Change } from '../../../account/change.ts';
import { entry, withEntry, withoutEntry } from '../../../account/record.ts';
import type { Account, World } from '../../../account/world.ts';
import { valuesOf } from '../../../account/table.ts';
import { isArn, type Arn } from '../../../aws/arn.ts';
import { parsedPolicy } from '../../../policy/parse.ts';

/**
 * What becomes of the trust policies and bucket policies that name a principal once it has another ARN, or once it is
 * gone and only its unique id is left. AWS keeps the unique id in place of the ARN that was saved, and shows whatever
 * ARN belongs to it by now; here the text itself follows. `Resource` and `Condition` are plain text and do not.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export const principalChanges = (world: World, before: Arn, after: string): Change[] =>
  before === after
    ? []
    : Object.values(world.accounts).flatMap((account) => [
        ...trustChanges(account, before, after),
        ...bucketChanges(account, before, after),
      ]);

function trustChanges(account: Account, before: Arn, after: string): Change[] {
  return valuesOf(account.roles).flatMap((role): Change[] => {
    const trust = withPrincipal(role.trust, before, after);
    if (trust === role.trust) return [];
    const id = entry(role.trusted, before);
    const others = withoutEntry(role.trusted, before);
    const trusted = id !== undefined && isArn(after) ? withEntry(others, after, id) : others;
    const value = { ...role, trust, trusted };
    return [{ kind: 'entitySet', account: account.id, table: 'roles', name: role.name, value }];
  });
}

function bucketChanges(account: Account, before: Arn, after: string): Change[] {
  return valuesOf(account.buckets).flatMap(({ name: bucket, policy }): Change[] => {
    const document = policy === null ? null : withPrincipal(policy, before, after);
    return document === policy
      ? []
      : [
          {
            kind: 'entityPatched',
            account: account.id,
            table: 'buckets',
            name: bucket,
            patch: { policy: document },
          },
        ];
  });
}

/** A policy with another principal in the place of one; the rest of the text, layout included, stays as it is. */
function withPrincipal(text: string, before: Arn, after: string): string {
  const named = (parsedPolicy(text).document?.statements ?? [])
    .flatMap(({ principal }) => principal?.entries ?? [])
    .filter(({ kind, value }) => kind === 'AWS' && value === before)
    .toSorted((a, b) => b.from - a.from);
  return named.reduce(
    (changed, { from, to }) => changed.slice(0, from) + JSON.stringify(after) + changed.slice(to),
    text,
  );
}
