// iam:DeleteUser: removes a user that nothing depends on any more.
import { userArn } from '../../../account/find.ts';
import { mfaDevicesOf } from '../../../account/mfa-devices.ts';
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { deleteConflict } from './delete-conflict.ts';
import { arnOf, existing } from './entities.ts';
import { EXISTING_USER_NAME } from './parameters.ts';
import { principalChanges } from './principal-references.ts';

/**
 * Boundary and tags are in nobody's way. Policies that name the user as principal keep its unique id: a user made again
 * under the same name is not meant.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUser.html
 */
export const DeleteUser = operation({
  name: 'iam:DeleteUser',
  readOnly: false,
  cli: 'iam delete-user',
  parameters: { UserName: EXISTING_USER_NAME },
  authorization: (world, caller, { UserName }) => [
    { action: 'iam:DeleteUser', resource: arnOf(world, caller, 'user', UserName) },
  ],
  perform: (scene, { UserName }) => {
    const found = existing(scene, 'user', UserName);
    if (!found.ok) return found;
    const { account, entity: user } = found.value;
    const conflict = deleteConflict([
      [user.groups.length > 0, 'remove users from group'],
      [user.attached.length > 0, 'detach all policies'],
      [Object.keys(user.inline).length > 0, 'delete policies'],
      [user.accessKeys.length > 0, 'delete access keys'],
      [user.login !== null, 'delete login profile'],
      [mfaDevicesOf(account, { kind: 'user', name: user.name }).length > 0, 'delete MFA device'],
    ]);
    if (conflict) return err(conflict);
    return ok({
      output: {},
      changes: [
        { kind: 'entitySet', account: account.id, table: 'users', name: user.name, value: null },
        ...principalChanges(scene.world, userArn(account, user), user.id),
      ],
    });
  },
});
