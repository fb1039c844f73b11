// iam:DeleteGroup: removes a group that is empty and has no policies.
import { usersInGroup } from '../../../account/indexes.ts';
import { isEmpty } from '../../../account/table.ts';
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { deleteConflict } from './delete-conflict.ts';
import { arnOf, existing } from './entities.ts';
import { GROUP_NAME } from './parameters.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteGroup.html */
export const DeleteGroup = operation({
  name: 'iam:DeleteGroup',
  readOnly: false,
  cli: 'iam delete-group',
  parameters: { GroupName: GROUP_NAME },
  authorization: (world, caller, { GroupName }) => [
    { action: 'iam:DeleteGroup', resource: arnOf(world, caller, 'group', GroupName) },
  ],
  perform: (scene, { GroupName }) => {
    const found = existing(scene, 'group', GroupName);
    if (!found.ok) return found;
    const { account, entity: group } = found.value;
    const conflict = deleteConflict([
      [!isEmpty(usersInGroup(account.users, group.name)), 'remove users from group'],
      [group.attached.length > 0, 'detach all policies'],
      [Object.keys(group.inline).length > 0, 'delete policies'],
    ]);
    if (conflict) return err(conflict);
    return ok({
      output: {},
      changes: [{ kind: 'entitySet', account: account.id, table: 'groups', name: group.name, value: null }],
    });
  },
});
