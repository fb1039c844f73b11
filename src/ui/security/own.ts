// Own: who has security credentials of their own, and how a call names them.
import type { Caller } from '../../account/caller.ts';
import type { PhoneDevice } from '../../session/keyring.ts';

export type OwnCaller = Extract<Caller, { readonly kind: 'user' | 'root' }>;

/** Sessions of roles, federated users and nobody have no password, devices or keys to look after. */
export const ownCaller = (caller: Caller | null): OwnCaller | null =>
  caller && (caller.kind === 'user' || caller.kind === 'root') ? caller : null;

/** The user by name, as AWS's console does; the root user goes without one. */
export const subjectInput = (caller: OwnCaller): { readonly UserName?: string } =>
  caller.kind === 'user' ? { UserName: caller.name } : {};

/** The devices of a user, or of the root user, that are on the phone. */
export const ownOnPhone = (phone: readonly PhoneDevice[], caller: OwnCaller): PhoneDevice[] =>
  phone.filter(
    ({ account, holder }) =>
      account === caller.account && holder === (caller.kind === 'root' ? 'root' : caller.name),
  );
