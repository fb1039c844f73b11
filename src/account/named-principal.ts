// Named principals: services look up whom a policy names when it is saved.
import { isArn, parseArn } from '../aws/arn.ts';
import { findAccount } from './find.ts';
import { rolesById, usersById, valuesNamed } from './indexes.ts';
import { lookup, type Table } from './table.ts';
import { roleOfArn } from './resource-policy.ts';
import { userOfResource } from './resource.ts';
import type { Role, User, World } from './world.ts';

/**
 * The user or role that a value of `{"AWS": …}` names; `missing` when it should be in this world and is not. Believed are
 * accounts, `*`, whatever belongs to accounts that are not part of the world, federated users, and
 * sessions of roles that exist. A unique id says of no account that it is another's: one that nobody here has is missing, as
 * that of somebody who is gone. Groups are never principals.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function namedPrincipal(world: World, value: string): User | Role | 'missing' | 'believed' {
  if (/^A(IDA|ROA)/.test(value)) return principalWithId(world, value) ?? 'missing';
  if (!isArn(value)) return 'believed';
  const parts = parseArn(value);
  const account = parts && findAccount(world, parts.account);
  if (!account || parts.resource === 'root') return 'believed';
  if (parts.service === 'sts') {
    const [kind, role = ''] = parts.resource.split('/');
    const exists =
      kind === 'assumed-role' ? lookup(account.roles, role) !== undefined : kind === 'federated-user';
    return exists ? 'believed' : 'missing';
  }
  return userOfResource(world, value) ?? roleOfArn(world, value)?.role ?? 'missing';
}

function principalWithId(world: World, id: string): User | Role | undefined {
  for (const { users, roles } of Object.values(world.accounts)) {
    const [found] = [
      ...valuesNamed(users, usersById(users, id)),
      ...valuesNamed(roles, rolesById(roles, id)),
    ];
    if (found) return found;
  }
  return undefined;
}

/**
 * Whether a value of `{"Federated": …}` is the ARN of an identity provider that should be in this world and is not.
 * Providers of accounts that are not part of the world are believed, and so are those that AWS names by their host.
 */
export function isMissingProvider(world: World, value: string): boolean {
  const parts = parseArn(value);
  const account = parts && findAccount(world, parts.account);
  if (!account) return false;
  const [, kind, name = ''] = /^(saml|oidc)-provider\/(.+)$/.exec(parts.resource) ?? [];
  const providers: Table<object> = kind === 'saml' ? account.samlProviders : account.oidcProviders;
  return lookup(providers, name) === undefined;
}
