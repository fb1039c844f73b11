// iam:UpdateGroup: another name or path for a group; its members and policies stay.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { arnOf, existing, newArn } from './entities.ts';
import { membersOf, withGroups } from './membership.ts';
import { GROUP_NAME, NEW_PATH, optional } from './parameters.ts';
import { moved, renamable, underBothArns } from './rename.ts';

/**
 * Members know their groups by name here, so a new name is written to each of them.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateGroup.html
 */
export const UpdateGroup = operation({
  name: 'iam:UpdateGroup',
  readOnly: false,
  cli: 'iam update-group',
  parameters: {
    GroupName: GROUP_NAME,
    NewPath: NEW_PATH,
    NewGroupName: { ...optional(GROUP_NAME), event: 'newGroupName' },
  },
  authorization: (world, caller, { GroupName, NewPath, NewGroupName }) => {
    const found = existing({ world, caller }, 'group', GroupName);
    const { name, path } = found.ok ? found.value.entity : { name: GroupName, path: '/' };
    const after = newArn(caller, 'group', NewGroupName ?? name, NewPath ?? path);
    return underBothArns('iam:UpdateGroup', arnOf(world, caller, 'group', GroupName), after);
  },
  perform: (scene, { GroupName, NewPath, NewGroupName }) => {
    const to = { name: NewGroupName, path: NewPath };
    const found = renamable(scene, 'group', GroupName, to);
    if (!found.ok) return found;
    const { account, entity: group } = found.value;
    const value = moved(group, to);
    if (value === group) return ok({ output: {}, changes: [] });
    const table = { kind: 'entitySet', account: account.id, table: 'groups' } as const;
    const set = { ...table, name: value.name, value };
    if (value.name === group.name) return ok({ output: {}, changes: [set] });
    const members = membersOf(account, group).map((user) =>
      withGroups(
        account,
        user,
        user.groups.map((name) => (name === group.name ? value.name : name)),
      ),
    );
    return ok({ output: {}, changes: [{ ...table, name: group.name, value: null }, set, ...members] });
  },
});
