// Claim: who somebody says they are at the sign-in page, and whom of the world that could be.
import { accountByIdOrAlias, findUser } from '../account/find.ts';
import { valuesOf } from '../account/table.ts';
import type { PasswordHash, World } from '../account/world.ts';
import type { AccountId } from '../aws/arn.ts';

/** What was typed, without the password. `account` is an account id or an alias. */
export type Claim =
  | { readonly kind: 'root'; readonly email: string }
  | { readonly kind: 'user'; readonly account: string; readonly name: string };

/** Somebody who exists in the world and has a console password. */
export type Identity =
  | { readonly kind: 'root'; readonly account: AccountId }
  | {
      readonly kind: 'user';
      readonly account: AccountId;
      readonly name: string;
      /** `AIDA…`: a user made again under the same name is another. */
      readonly id?: string;
    };

/** A claim held against the world. For the record only: none of it may be shown before the password is right. */
export interface Attempt {
  readonly claim: Claim;
  /** The account that the claim names; null when there is none. */
  readonly account: AccountId | null;
  /** Null when nobody with a console password answers to the claim. */
  readonly identity: Identity | null;
}

/** Used where the world holds no password to take the number of iterations from. */
const USUAL_ITERATIONS = 600_000;

/**
 * Finds whom a claim names and the hash to hold the password against. There always is a hash: where nobody answers to
 * the claim it is a decoy of the same cost, so that the time of a refusal does not tell which part was wrong.
 *
 * Spaces around the typed words are ignored. E-mail addresses and names of users are compared without regard to letter
 * case, in which both are unique.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export function resolveClaim(
  world: World,
  claim: Claim,
): { readonly attempt: Attempt; readonly hash: PasswordHash } {
  const found = claim.kind === 'root' ? rootOf(world, claim.email) : userOf(world, claim.account, claim.name);
  return {
    attempt: { claim, account: found.account, identity: found.hash === null ? null : found.identity },
    hash: found.hash ?? decoy(world),
  };
}

interface Found {
  readonly account: AccountId | null;
  readonly identity: Identity | null;
  readonly hash: PasswordHash | null;
}

const NOBODY: Found = { account: null, identity: null, hash: null };

function rootOf(world: World, email: string): Found {
  const wanted = email.trim().toLowerCase();
  const account = Object.values(world.accounts).find(({ root }) => root.email.toLowerCase() === wanted);
  if (!account) return NOBODY;
  return {
    account: account.id,
    identity: { kind: 'root', account: account.id },
    hash: account.root.login?.hash ?? null,
  };
}

function userOf(world: World, named: string, name: string): Found {
  const account = accountByIdOrAlias(world, named);
  if (!account) return NOBODY;
  const user = findUser(account, name.trim());
  if (!user) return { ...NOBODY, account: account.id };
  return {
    account: account.id,
    identity: { kind: 'user', account: account.id, name: user.name, id: user.id },
    hash: user.login?.hash ?? null,
  };
}

/** No password is known for it: it only costs as much to try as the real ones, of which the dearest tells. */
function decoy(world: World): PasswordHash {
  const real = Object.values(world.accounts).flatMap((account) => [
    account.root.login,
    ...valuesOf(account.users).map((user) => user.login),
  ]);
  const known = real.flatMap((login) => (login ? [login.hash.iterations] : []));
  const iterations = known.length > 0 ? Math.max(...known) : USUAL_ITERATIONS;
  return {
    algorithm: 'PBKDF2-SHA256',
    iterations,
    salt: 'AAAAAAAAAAAAAAAAAAAAAA==',
    hash: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
  };
}
