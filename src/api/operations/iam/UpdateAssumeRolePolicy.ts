// iam:UpdateAssumeRolePolicy: another trust policy for a role.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { roleChanges } from './entity-changes.ts';
import { POLICY_DOCUMENT, ROLE_NAME } from './parameters.ts';
import { askingOf, modifiableRole } from './role.ts';
import { trustOf } from './trust.ts';

/**
 * Here a role may name itself. To save the same text again binds it to the users and roles of these names that there are
 * now.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAssumeRolePolicy.html
 */
export const UpdateAssumeRolePolicy = operation({
  name: 'iam:UpdateAssumeRolePolicy',
  readOnly: false,
  cli: 'iam update-assume-role-policy',
  parameters: { RoleName: ROLE_NAME, PolicyDocument: POLICY_DOCUMENT },
  authorization: (world, caller, { RoleName }) => [
    askingOf(world, caller, 'iam:UpdateAssumeRolePolicy', RoleName),
  ],
  perform: (scene, { RoleName, PolicyDocument }) => {
    const found = modifiableRole(scene, RoleName);
    if (!found.ok) return found;
    const trust = trustOf(scene.world, PolicyDocument);
    return trust.ok ? ok({ output: {}, changes: roleChanges(found.value, trust.value) }) : trust;
  },
});
