// iam:DeleteUserPermissionsBoundary: takes the limit away from what a user can be allowed.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { boundaryKey } from './boundary.ts';
import { arnOf, existing } from './entities.ts';
import { userChanges } from './entity-changes.ts';
import { noBoundary } from './no-boundary.ts';
import { USER_NAME } from './parameters.ts';

/**
 * It may widen at once what the user can do. `iam:PermissionsBoundary` is the boundary that the user still has.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUserPermissionsBoundary.html
 */
export const DeleteUserPermissionsBoundary = operation({
  name: 'iam:DeleteUserPermissionsBoundary',
  readOnly: false,
  cli: 'iam delete-user-permissions-boundary',
  parameters: { UserName: USER_NAME },
  authorization: (world, caller, { UserName }) => {
    const found = existing({ world, caller }, 'user', UserName);
    return [
      {
        action: 'iam:DeleteUserPermissionsBoundary',
        resource: arnOf(world, caller, 'user', UserName),
        ...boundaryKey(found.ok ? found.value.entity.boundary : null),
      },
    ];
  },
  perform: (scene, { UserName }) => {
    const found = existing(scene, 'user', UserName);
    if (!found.ok) return found;
    const { name, boundary } = found.value.entity;
    if (boundary === null) return err(noBoundary('user', name));
    return ok({ output: {}, changes: userChanges(found.value, { boundary: null }) });
  },
});
