// Renaming: users and groups get another name, another path, or both; their unique ids stay.
import type { Change } from '../../../account/change.ts';
import { mfaDevicesOf } from '../../../account/mfa-devices.ts';
import type { Account, Group, User } from '../../../account/world.ts';
import type { ActionName, Arn } from '../../../aws/arn.ts';
import { err, type Result } from '../../../aws/result.ts';
import type { AwsError } from '../../aws-error.ts';
import { awsError } from '../../errors.ts';
import type { AuthorizationRequest, Scene } from '../../operation.ts';
import { existing, type Found } from './entities.ts';
import { devicePatched } from './mfa.ts';

/**
 * One permission under both ARNs, the old one and the new one; one request when they are the same.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users_rename.html
 */
export const underBothArns = (action: ActionName, before: Arn, after: Arn): AuthorizationRequest[] =>
  [...new Set([before, after])].map((resource) => ({ action, resource }));

/** What comes of an entity; everything that is left out stays. */
export interface NewPlace {
  readonly name?: string | undefined;
  readonly path?: string | undefined;
}

const TAKEN = { user: 'User', group: 'Group' } as const;

/** Finds what is to be renamed; its new name may differ from the old one in letter case only. */
export function renamable<Kind extends 'user' | 'group'>(
  scene: Scene,
  kind: Kind,
  name: string,
  to: NewPlace,
): Result<Found<Kind>, AwsError> {
  const found = existing(scene, kind, name);
  if (!found.ok || to.name === undefined) return found;
  const holder = existing(scene, kind, to.name);
  return !holder.ok || holder.value.entity === found.value.entity
    ? found
    : err(awsError('EntityAlreadyExists', `${TAKEN[kind]} with name ${to.name} already exists.`));
}

/** MFA devices name the user that has them. */
export const devicesFollowing = (account: Account, before: User, after: User): Change[] =>
  before.name === after.name
    ? []
    : mfaDevicesOf(account, { kind: 'user', name: before.name }).map((device) =>
        devicePatched({ account, device }, { holder: { kind: 'user', name: after.name } }),
      );

/** The same entity in its new place; the very same when nothing changes. */
export function moved<Entity extends User | Group>(entity: Entity, to: NewPlace): Entity {
  const { name = entity.name, path = entity.path } = to;
  return name === entity.name && path === entity.path ? entity : { ...entity, name, path };
}
