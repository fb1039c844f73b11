// iam:PutRolePermissionsBoundary: sets a limit to what a role can be allowed, in place of the one it has.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { boundaryError, boundaryKey } from './boundary.ts';
import { arnOf } from './entities.ts';
import { roleChanges } from './entity-changes.ts';
import { PERMISSIONS_BOUNDARY, ROLE_NAME } from './parameters.ts';
import { modifiableRole } from './role.ts';

/**
 * `iam:PermissionsBoundary` is the boundary that the role is to have.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePermissionsBoundary.html
 */
export const PutRolePermissionsBoundary = operation({
  name: 'iam:PutRolePermissionsBoundary',
  readOnly: false,
  cli: 'iam put-role-permissions-boundary',
  parameters: { RoleName: ROLE_NAME, PermissionsBoundary: PERMISSIONS_BOUNDARY },
  authorization: (world, caller, { RoleName, PermissionsBoundary }) => [
    {
      action: 'iam:PutRolePermissionsBoundary',
      resource: arnOf(world, caller, 'role', RoleName),
      ...boundaryKey(PermissionsBoundary),
    },
  ],
  perform: (scene, { RoleName, PermissionsBoundary }) => {
    const found = modifiableRole(scene, RoleName);
    if (!found.ok) return found;
    const refused = boundaryError(scene, PermissionsBoundary);
    if (refused) return err(refused);
    return ok({ output: {}, changes: roleChanges(found.value, { boundary: PermissionsBoundary }) });
  },
});
