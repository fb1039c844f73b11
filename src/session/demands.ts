// Demands: what a sign-in asks for beyond the right password, by what the world knows of whoever signs in.
import { findAccount, findUser } from '../account/find.ts';
import { mfaDevicesOf } from '../account/mfa-devices.ts';
import { passwordExpires } from '../account/password-expiry.ts';
import type { LoginProfile, MfaDevice, World } from '../account/world.ts';
import { hasPassed, type Instant } from '../aws/instant.ts';
import type { Identity } from './claim.ts';

/** Why another password has to be set before anything else. */
export type ChangeReason = 'reset' | 'expired';

/** The devices of which one has to be at hand; none: the password is enough. */
export function devicesOf(world: World, identity: Identity): readonly MfaDevice[] {
  const account = findAccount(world, identity.account);
  return account
    ? mfaDevicesOf(
        account,
        identity.kind === 'root' ? { kind: 'root' } : { kind: 'user', name: identity.name },
      )
    : [];
}

/** Expired, and only an administrator can set another. */
export const isLockedOut = (world: World, identity: Identity, now: Instant): boolean =>
  hasExpired(world, identity, now) &&
  (findAccount(world, identity.account)?.passwordPolicy?.hardExpiry ?? false);

/**
 * Null: the password may stay. The password policy says nothing about the root user, and no call changes the password of
 * the root user for itself.
 */
export function changeReason(world: World, identity: Identity, now: Instant): ChangeReason | null {
  if (loginOf(world, identity)?.resetRequired) return 'reset';
  return hasExpired(world, identity, now) ? 'expired' : null;
}

function hasExpired(world: World, identity: Identity, now: Instant): boolean {
  const login = loginOf(world, identity);
  const policy = findAccount(world, identity.account)?.passwordPolicy ?? null;
  const expires = login && passwordExpires(policy, login);
  return expires !== null && hasPassed(expires, now);
}

/** Of a user. */
function loginOf(world: World, identity: Identity): LoginProfile | null {
  if (identity.kind === 'root') return null;
  const account = findAccount(world, identity.account);
  return (account && findUser(account, identity.name)?.login) ?? null;
}
