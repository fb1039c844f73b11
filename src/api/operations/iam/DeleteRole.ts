// iam:DeleteRole: removes a role that nothing depends on any more.
import { roleArn } from '../../../account/find.ts';
import { profilesOfRole } from '../../../account/indexes.ts';
import { isEmpty } from '../../../account/table.ts';
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { deleteConflict } from './delete-conflict.ts';
import { roleInProfile } from './instance-profile.ts';
import { ROLE_NAME } from './parameters.ts';
import { principalChanges } from './principal-references.ts';
import { askingOf, modifiableRole } from './role.ts';

/**
 * Boundary and tags are in nobody's way. Policies that name the role as principal keep its unique id: a role made again
 * under the same name is not meant. It may name itself, so it is removed last.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRole.html
 */
export const DeleteRole = operation({
  name: 'iam:DeleteRole',
  readOnly: false,
  cli: 'iam delete-role',
  parameters: { RoleName: ROLE_NAME },
  authorization: (world, caller, { RoleName }) => [askingOf(world, caller, 'iam:DeleteRole', RoleName)],
  perform: (scene, { RoleName }) => {
    const found = modifiableRole(scene, RoleName);
    if (!found.ok) return found;
    const { account, entity: role } = found.value;
    const inProfile = !isEmpty(profilesOfRole(account.instanceProfiles, role.name));
    const conflict =
      deleteConflict([
        [role.attached.length > 0, 'detach all policies'],
        [Object.keys(role.inline).length > 0, 'delete policies'],
      ]) ?? (inProfile ? roleInProfile() : null);
    if (conflict) return err(conflict);
    return ok({
      output: {},
      changes: [
        ...principalChanges(scene.world, roleArn(account, role), role.id),
        { kind: 'entitySet', account: account.id, table: 'roles', name: role.name, value: null },
      ],
    });
  },
});
