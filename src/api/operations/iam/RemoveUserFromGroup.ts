// iam:RemoveUserFromGroup: takes a user out of a group.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { arnOf } from './entities.ts';
import { groupAndUser, isMember, withGroups } from './membership.ts';
import { EXISTING_USER_NAME, GROUP_NAME } from './parameters.ts';

/**
 * The permission is asked for the group alone. Taking out a user who is not in it succeeds: no page says so, but it was
 * observed (https://github.com/cloud-custodian/cloud-custodian/pull/4730).
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_RemoveUserFromGroup.html
 */
export const RemoveUserFromGroup = operation({
  name: 'iam:RemoveUserFromGroup',
  readOnly: false,
  cli: 'iam remove-user-from-group',
  parameters: { GroupName: GROUP_NAME, UserName: EXISTING_USER_NAME },
  authorization: (world, caller, { GroupName }) => [
    { action: 'iam:RemoveUserFromGroup', resource: arnOf(world, caller, 'group', GroupName) },
  ],
  perform: (scene, { GroupName, UserName }) => {
    const found = groupAndUser(scene, GroupName, UserName);
    if (!found.ok) return found;
    const { account, group, user } = found.value;
    if (!isMember(user, group)) return ok({ output: {}, changes: [] });
    const groups = user.groups.filter((name) => name !== group.name);
    return ok({ output: {}, changes: [withGroups(account, user, groups)] });
  },
});
