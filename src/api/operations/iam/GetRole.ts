// iam:GetRole: a role with its trust policy, its boundary and its tags.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { existing } from './entities.ts';
import { ROLE_NAME } from './parameters.ts';
import { askingOf } from './role.ts';
import { roleLastUsed, shownRole, type RoleLastUsed, type ShownRole } from './shapes.ts';

interface RoleWithUse extends ShownRole {
  readonly RoleLastUsed: RoleLastUsed;
}

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html */
export const GetRole = operation({
  name: 'iam:GetRole',
  readOnly: true,
  cli: 'iam get-role',
  parameters: { RoleName: ROLE_NAME },
  authorization: (world, caller, { RoleName }) => [askingOf(world, caller, 'iam:GetRole', RoleName)],
  perform: (scene, { RoleName }) => {
    const found = existing(scene, 'role', RoleName);
    if (!found.ok) return found;
    const { account, entity } = found.value;
    const output: { readonly Role: RoleWithUse } = {
      Role: { ...shownRole(account, entity), RoleLastUsed: roleLastUsed(scene.env.activity, entity) },
    };
    return ok({ output, changes: [] });
  },
});
