// iam:PutUserPermissionsBoundary: sets a limit to what a user can be allowed, in place of the one it has.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { boundaryError, boundaryKey } from './boundary.ts';
import { arnOf, existing } from './entities.ts';
import { userChanges } from './entity-changes.ts';
import { PERMISSIONS_BOUNDARY, USER_NAME } from './parameters.ts';

/**
 * `iam:PermissionsBoundary` is the boundary that the user is to have.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutUserPermissionsBoundary.html
 */
export const PutUserPermissionsBoundary = operation({
  name: 'iam:PutUserPermissionsBoundary',
  readOnly: false,
  cli: 'iam put-user-permissions-boundary',
  parameters: { UserName: USER_NAME, PermissionsBoundary: PERMISSIONS_BOUNDARY },
  authorization: (world, caller, { UserName, PermissionsBoundary }) => [
    {
      action: 'iam:PutUserPermissionsBoundary',
      resource: arnOf(world, caller, 'user', UserName),
      ...boundaryKey(PermissionsBoundary),
    },
  ],
  perform: (scene, { UserName, PermissionsBoundary }) => {
    const found = existing(scene, 'user', UserName);
    if (!found.ok) return found;
    const refused = boundaryError(scene, PermissionsBoundary);
    if (refused) return err(refused);
    return ok({ output: {}, changes: userChanges(found.value, { boundary: PermissionsBoundary }) });
  },
});
