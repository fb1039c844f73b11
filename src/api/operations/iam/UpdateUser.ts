// iam:UpdateUser: another name or path for a user; everything else about it stays.
import { userArn } from '../../../account/find.ts';
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { arnOf, existing, newArn } from './entities.ts';
import { EXISTING_USER_NAME, NEW_PATH, optional, USER_NAME } from './parameters.ts';
import { principalChanges } from './principal-references.ts';
import { devicesFollowing, moved, renamable, underBothArns } from './rename.ts';

/**
 * Policies that name the user as principal follow it, those that name its ARN as resource do not.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateUser.html
 */
export const UpdateUser = operation({
  name: 'iam:UpdateUser',
  readOnly: false,
  cli: 'iam update-user',
  parameters: {
    UserName: EXISTING_USER_NAME,
    NewPath: NEW_PATH,
    NewUserName: { ...optional(USER_NAME), event: 'newUserName' },
  },
  authorization: (world, caller, { UserName, NewPath, NewUserName }) => {
    const found = existing({ world, caller }, 'user', UserName);
    const { name, path } = found.ok ? found.value.entity : { name: UserName, path: '/' };
    const after = newArn(caller, 'user', NewUserName ?? name, NewPath ?? path);
    return underBothArns('iam:UpdateUser', arnOf(world, caller, 'user', UserName), after);
  },
  perform: (scene, { UserName, NewPath, NewUserName }) => {
    const to = { name: NewUserName, path: NewPath };
    const found = renamable(scene, 'user', UserName, to);
    if (!found.ok) return found;
    const { account, entity: user } = found.value;
    const value = moved(user, to);
    if (value === user) return ok({ output: {}, changes: [] });
    const table = { kind: 'entitySet', account: account.id, table: 'users' } as const;
    return ok({
      output: {},
      changes: [
        ...(value.name === user.name ? [] : [{ ...table, name: user.name, value: null }]),
        { ...table, name: value.name, value },
        ...devicesFollowing(account, user, value),
        ...principalChanges(scene.world, userArn(account, user), userArn(account, value)),
      ],
    });
  },
});
