// iam:DeleteRolePermissionsBoundary: takes the limit away from what a role can be allowed.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { roleChanges } from './entity-changes.ts';
import { noBoundary } from './no-boundary.ts';
import { ROLE_NAME } from './parameters.ts';
import { askingOf, modifiableRole } from './role.ts';

/**
 * It may widen at once what sessions of the role can do. `iam:PermissionsBoundary` is the boundary that it still has.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRolePermissionsBoundary.html
 */
export const DeleteRolePermissionsBoundary = operation({
  name: 'iam:DeleteRolePermissionsBoundary',
  readOnly: false,
  cli: 'iam delete-role-permissions-boundary',
  parameters: { RoleName: ROLE_NAME },
  authorization: (world, caller, { RoleName }) => [
    askingOf(world, caller, 'iam:DeleteRolePermissionsBoundary', RoleName),
  ],
  perform: (scene, { RoleName }) => {
    const found = modifiableRole(scene, RoleName);
    if (!found.ok) return found;
    const { name, boundary } = found.value.entity;
    if (boundary === null) return err(noBoundary('role', name));
    return ok({ output: {}, changes: roleChanges(found.value, { boundary: null }) });
  },
});
