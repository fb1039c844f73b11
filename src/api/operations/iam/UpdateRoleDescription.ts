// iam:UpdateRoleDescription: another description for a role; older than UpdateRole.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { roleChanges } from './entity-changes.ts';
import { ROLE_NAME } from './parameters.ts';
import { askingOf, describableRole, DESCRIPTION } from './role.ts';
import { listedRole } from './shapes.ts';

/**
 * The one edit, besides tags, that roles linked to a service allow.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateRoleDescription.html
 */
export const UpdateRoleDescription = operation({
  name: 'iam:UpdateRoleDescription',
  readOnly: false,
  cli: 'iam update-role-description',
  parameters: { RoleName: ROLE_NAME, Description: DESCRIPTION },
  authorization: (world, caller, { RoleName }) => [
    askingOf(world, caller, 'iam:UpdateRoleDescription', RoleName),
  ],
  perform: (scene, { RoleName, Description }) => {
    const found = describableRole(scene, RoleName);
    if (!found.ok) return found;
    const { account, entity } = found.value;
    return ok({
      output: { Role: listedRole(account, { ...entity, description: Description }) },
      changes: roleChanges(found.value, { description: Description }),
    });
  },
});
