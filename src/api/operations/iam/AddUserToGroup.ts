// iam:AddUserToGroup: puts a user into a group, whose policies hold for the user from then on.
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { arnOf } from './entities.ts';
import { groupAndUser, isMember, withGroups } from './membership.ts';
import { EXISTING_USER_NAME, GROUP_NAME } from './parameters.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const MAX_GROUPS_PER_USER = 10;

/**
 * The permission is asked for the group alone; a user who is in it already is no error.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddUserToGroup.html
 */
export const AddUserToGroup = operation({
  name: 'iam:AddUserToGroup',
  readOnly: false,
  cli: 'iam add-user-to-group',
  parameters: { GroupName: GROUP_NAME, UserName: EXISTING_USER_NAME },
  authorization: (world, caller, { GroupName }) => [
    { action: 'iam:AddUserToGroup', resource: arnOf(world, caller, 'group', GroupName) },
  ],
  perform: (scene, { GroupName, UserName }) => {
    const found = groupAndUser(scene, GroupName, UserName);
    if (!found.ok) return found;
    const { account, group, user } = found.value;
    if (isMember(user, group)) return ok({ output: {}, changes: [] });
    if (user.groups.length >= MAX_GROUPS_PER_USER)
      return err(awsError('LimitExceeded', `Cannot exceed quota for GroupsPerUser: ${MAX_GROUPS_PER_USER}`));
    return ok({ output: {}, changes: [withGroups(account, user, [...user.groups, group.name])] });
  },
});
