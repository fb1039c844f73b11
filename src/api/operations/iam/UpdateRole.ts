// iam:UpdateRole: another description, or longer or shorter sessions, for a role.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { roleChanges } from './entity-changes.ts';
import { optional, ROLE_NAME } from './parameters.ts';
import { askingOf, DESCRIPTION, MAX_SESSION_DURATION, modifiableRole } from './role.ts';

/**
 * What is left out stays. Sessions that run already keep their end.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateRole.html
 */
export const UpdateRole = operation({
  name: 'iam:UpdateRole',
  readOnly: false,
  cli: 'iam update-role',
  parameters: {
    RoleName: ROLE_NAME,
    Description: optional(DESCRIPTION),
    MaxSessionDuration: MAX_SESSION_DURATION,
  },
  authorization: (world, caller, { RoleName }) => [askingOf(world, caller, 'iam:UpdateRole', RoleName)],
  perform: (scene, { RoleName, Description, MaxSessionDuration }) => {
    const found = modifiableRole(scene, RoleName);
    if (!found.ok) return found;
    const { description, maxSessionDuration } = found.value.entity;
    const changes = roleChanges(found.value, {
      description: Description ?? description,
      maxSessionDuration: MaxSessionDuration ?? maxSessionDuration,
    });
    return ok({ output: {}, changes });
  },
});
