// iam:CreateInstanceProfile: a new, empty instance profile, through which an EC2 instance can be handed a role.
import { findInstanceProfile } from '../../../account/find.ts';
import type { InstanceProfile } from '../../../account/world.ts';
import { sizeOf } from '../../../account/table.ts';
import { err, ok } from '../../../aws/result.ts';
import { awsError } from '../../errors.ts';
import { operation } from '../../operation.ts';
import { accountOf, newArn } from './entities.ts';
import { uniqueId } from './ids.ts';
import { shownProfile } from './instance-profile.ts';
import { INSTANCE_PROFILE_NAME, optional, PATH, TAGS } from './parameters.ts';
import { settingTags, tagError, withTags } from './tags.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const MAX_INSTANCE_PROFILES = 1000;

/**
 * Tags need a permission of their own.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateInstanceProfile.html
 */
export const CreateInstanceProfile = operation({
  name: 'iam:CreateInstanceProfile',
  readOnly: false,
  cli: 'iam create-instance-profile',
  parameters: { InstanceProfileName: INSTANCE_PROFILE_NAME, Path: PATH, Tags: optional(TAGS) },
  authorization: (_world, caller, { InstanceProfileName, Path, Tags }) => {
    const resource = newArn(caller, 'instance-profile', InstanceProfileName, Path);
    const tags = settingTags(Tags);
    return [
      { action: 'iam:CreateInstanceProfile', resource, ...tags },
      ...(Tags?.length ? [{ action: 'iam:TagInstanceProfile', resource, ...tags } as const] : []),
    ];
  },
  perform: (scene, { InstanceProfileName: name, Path = '/', Tags = [] }) => {
    const account = accountOf(scene);
    if (!account.ok) return account;
    const { id, instanceProfiles } = account.value;
    if (findInstanceProfile(account.value, name))
      return err(awsError('EntityAlreadyExists', `Instance Profile ${name} already exists.`));
    const refused = tagError(Tags, 'kept');
    if (refused) return err(refused);
    if (sizeOf(instanceProfiles) >= MAX_INSTANCE_PROFILES)
      return err(
        awsError(
          'LimitExceeded',
          `Cannot exceed quota for InstanceProfilesPerAccount: ${MAX_INSTANCE_PROFILES}`,
        ),
      );
    const value: InstanceProfile = {
      name,
      path: Path,
      id: uniqueId('AIPA', scene.env),
      created: scene.env.now,
      role: null,
      tags: withTags({}, Tags, 'kept'),
    };
    return ok({
      output: { InstanceProfile: shownProfile(account.value, value) },
      changes: [{ kind: 'entitySet', account: id, table: 'instanceProfiles', name, value }],
    });
  },
});
