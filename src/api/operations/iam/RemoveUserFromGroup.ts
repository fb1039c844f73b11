// iam:RemoveUserFromGroup: takes a user out of a group.
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { arnOf } from './entities.ts';
import { groupAndUser, isMember, withGroups } from './membership.ts';
import { EXISTING_USER_NAME, GROUP_NAME } from './parameters.ts';

/**
 * The permission is asked for the group alone. No page of AWS tells the text for a user who is not in it.
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
    if (!isMember(user, group))
      return err(awsError('NoSuchEntity', `The user with name ${user.name} is not in group ${group.name}.`));
    const groups = user.groups.filter((name) => name !== group.name);
    return ok({ output: {}, changes: [withGroups(account, user, groups)] });
  },
});
