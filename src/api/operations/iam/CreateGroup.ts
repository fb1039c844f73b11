// iam:CreateGroup: a new group, with nobody in it.
import { findGroup } from '../../../account/find.ts';
import type { Group } from '../../../account/world.ts';
import { sizeOf } from '../../../account/table.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { accountOf, newArn } from './entities.ts';
import { uniqueId } from './ids.ts';
import { GROUP_NAME, PATH } from './parameters.ts';
import { listedGroup } from './shapes.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const MAX_GROUPS = 300;

/**
 * Groups have neither tags nor a boundary.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateGroup.html
 */
export const CreateGroup = operation({
  name: 'iam:CreateGroup',
  readOnly: false,
  cli: 'iam create-group',
  parameters: { Path: PATH, GroupName: GROUP_NAME },
  authorization: (_world, caller, { GroupName, Path }) => [
    { action: 'iam:CreateGroup', resource: newArn(caller, 'group', GroupName, Path) },
  ],
  perform: (scene, { GroupName, Path = '/' }) => {
    const account = accountOf(scene);
    if (!account.ok) return account;
    if (findGroup(account.value, GroupName))
      return err(awsError('EntityAlreadyExists', `Group with name ${GroupName} already exists.`));
    if (sizeOf(account.value.groups) >= MAX_GROUPS)
      return err(awsError('LimitExceeded', `Cannot exceed quota for GroupsPerAccount: ${MAX_GROUPS}`));
    const group: Group = {
      name: GroupName,
      path: Path,
      id: uniqueId('AGPA', scene.env),
      created: scene.env.now,
      attached: [],
      inline: {},
    };
    return ok({
      output: { Group: listedGroup(account.value, group) },
      changes: [
        { kind: 'entitySet', account: account.value.id, table: 'groups', name: GroupName, value: group },
      ],
    });
  },
});
