// iam:CreateUser: a new user, who can do nothing yet.
import { findUser } from '../../../account/find.ts';
import type { User } from '../../../account/world.ts';
import { sizeOf } from '../../../account/table.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { boundaryError, boundaryKey } from './boundary.ts';
import { accountOf, newArn } from './entities.ts';
import { uniqueId } from './ids.ts';
import { optional, PATH, PERMISSIONS_BOUNDARY, TAGS, USER_NAME } from './parameters.ts';
import { shownUser } from './shapes.ts';
import { settingTags, tagError, withTags } from './tags.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const MAX_USERS = 5000;

/**
 * Tags need a permission of their own.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateUser.html
 */
export const CreateUser = operation({
  name: 'iam:CreateUser',
  readOnly: false,
  cli: 'iam create-user',
  parameters: {
    Path: PATH,
    UserName: USER_NAME,
    PermissionsBoundary: optional(PERMISSIONS_BOUNDARY),
    Tags: optional(TAGS),
  },
  authorization: (_world, caller, { UserName, Path, PermissionsBoundary, Tags }) => {
    const resource = newArn(caller, 'user', UserName, Path);
    return [
      {
        action: 'iam:CreateUser',
        resource,
        ...boundaryKey(PermissionsBoundary),
        ...settingTags(Tags),
      },
      ...(Tags?.length ? [{ action: 'iam:TagUser', resource, ...settingTags(Tags) } as const] : []),
    ];
  },
  perform: (scene, { UserName, Path = '/', PermissionsBoundary, Tags = [] }) => {
    const account = accountOf(scene);
    if (!account.ok) return account;
    const { users } = account.value;
    if (findUser(account.value, UserName))
      return err(awsError('EntityAlreadyExists', `User with name ${UserName} already exists.`));
    const refused =
      tagError(Tags, 'ignored') ??
      (PermissionsBoundary === undefined ? null : boundaryError(scene, PermissionsBoundary));
    if (refused) return err(refused);
    if (sizeOf(users) >= MAX_USERS)
      return err(awsError('LimitExceeded', `Cannot exceed quota for UsersPerAccount: ${MAX_USERS}`));
    const user: User = {
      name: UserName,
      path: Path,
      id: uniqueId('AIDA', scene.env),
      created: scene.env.now,
      login: null,
      accessKeys: [],
      boundary: PermissionsBoundary ?? null,
      groups: [],
      attached: [],
      inline: {},
      tags: withTags({}, Tags, 'ignored'),
    };
    return ok({
      output: { User: shownUser(account.value, user, scene.env.activity) },
      changes: [
        { kind: 'entitySet', account: account.value.id, table: 'users', name: UserName, value: user },
      ],
    });
  },
});
