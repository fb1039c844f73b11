// ec2:CreateTags: adds tags to resources, or gives those they have other values.
import { err, ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { settingTags } from '../iam/tags.ts';
import { DRY_RUN, unlessDry } from './dry-run.ts';
import { tagError, withTags } from './tags.ts';
import { resourceIdError, RESOURCES, tagChanges, taggingRequests } from './tagged.ts';

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTags.html */
export const CreateTags = operation({
  name: 'ec2:CreateTags',
  readOnly: false,
  cli: 'ec2 create-tags',
  parameters: {
    Resources: RESOURCES,
    Tags: { type: 'tags', event: 'tagSet', required: true, checked: 'lengths' },
    DryRun: DRY_RUN,
  },
  validate: ({ Resources }) => resourceIdError(Resources),
  authorization: (_world, caller, { Resources, Tags }, env) =>
    taggingRequests(caller, env, 'ec2:CreateTags', Resources, settingTags(Tags).tags),
  perform: (scene, { Resources, Tags, DryRun }) => {
    const changes = tagChanges(scene, Resources, (before) => {
      const tags = withTags(before, Tags);
      const fault = tagError(Tags, tags);
      return fault ? err(fault) : ok(tags);
    });
    return changes.ok ? unlessDry(DryRun, ok({ output: {}, changes: changes.value })) : changes;
  },
});
