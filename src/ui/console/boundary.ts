// The permissions boundary of a user or role: what it is, what it can become, and the requests that make it so.
import { findRole, findUser } from '../../account/find.ts';
import { allPolicies } from '../../account/policies.ts';
import type { World } from '../../account/world.ts';
import type { AccountId, Arn } from '../../aws/arn.ts';
import type { ManagedPolicies } from '../../aws/catalogue.ts';
import type { ApiCall } from '../../api/call.ts';
import type { Bounded } from '../shared/route.ts';
import type { ManagedFound } from './managed-search.ts';

export interface Bearer {
  readonly kind: Bounded;
  readonly name: string;
  readonly account: AccountId;
  readonly boundary: Arn | null;
}

/** The account named first is looked in first; null where no account has such a user or role. */
export function bearerOf(world: World, kind: Bounded, name: string, first?: AccountId): Bearer | null {
  const accounts = Object.values(world.accounts).sort(
    (a, b) => Number(b.id === first) - Number(a.id === first),
  );
  for (const account of accounts) {
    const found = kind === 'user' ? findUser(account, name) : findRole(account, name);
    if (found) return { kind, name: found.name, account: account.id, boundary: found.boundary };
  }
  return null;
}

export type BoundaryCall = Extract<
  ApiCall,
  {
    operation:
      | 'iam:PutUserPermissionsBoundary'
      | 'iam:PutRolePermissionsBoundary'
      | 'iam:DeleteUserPermissionsBoundary'
      | 'iam:DeleteRolePermissionsBoundary';
  }
>;

/** The request that makes a policy the boundary; null takes the boundary away. */
export function boundaryCall({ kind, name }: Bearer, policy: Arn | null): BoundaryCall {
  if (kind === 'user')
    return policy === null
      ? { operation: 'iam:DeleteUserPermissionsBoundary', input: { UserName: name } }
      : {
          operation: 'iam:PutUserPermissionsBoundary',
          input: { UserName: name, PermissionsBoundary: policy },
        };
  return policy === null
    ? { operation: 'iam:DeleteRolePermissionsBoundary', input: { RoleName: name } }
    : { operation: 'iam:PutRolePermissionsBoundary', input: { RoleName: name, PermissionsBoundary: policy } };
}

/** The request that makes a user; without a boundary where `boundary` is empty. What is no ARN, IAM says itself. */
export const createUserCall = (name: string, boundary: string): ApiCall<'iam:CreateUser'> => ({
  operation: 'iam:CreateUser',
  input: { UserName: name, ...madeWith(boundary) },
});

/** The part of a request by which somebody is made with a boundary. */
export const madeWith = (boundary: string): { readonly PermissionsBoundary?: Arn } =>
  boundary.trim() === '' ? {} : { PermissionsBoundary: boundary.trim() as Arn };

/** A managed policy that can be chosen. */
export interface Choice {
  readonly arn: Arn;
  readonly name: string;
  readonly whose: 'customer managed' | 'AWS managed';
}

/** The policies of the account whose name holds every word first, then those of AWS that were found. */
export function choices(
  world: World,
  account: AccountId,
  managed: ManagedPolicies,
  { text, ofAws }: { readonly text: string; readonly ofAws: ManagedFound },
): readonly Choice[] {
  const words = text.toLowerCase().split(/\s+/);
  const own = allPolicies(world, account, managed).flatMap(({ source }): Choice[] => {
    const fits = words.every((word) => source.name.toLowerCase().includes(word));
    return source.kind === 'customerManaged' && source.arn !== undefined && fits
      ? [{ arn: source.arn, name: source.name, whose: 'customer managed' }]
      : [];
  });
  return [...own, ...ofAws.shown.map(({ arn, name }): Choice => ({ arn, name, whose: 'AWS managed' }))];
}
