// ec2:DeleteTags: takes tags away from resources.
import { ok } from '../../../aws/result.ts';
import { operation } from '../../operation.ts';
import { removingTags } from '../iam/tags.ts';
import { DRY_RUN, unlessDry } from './dry-run.ts';
import { resourceIdError, RESOURCES, tagChanges, taggingRequests } from './tagged.ts';

/**
 * A tag with a value goes only if it has that value; without tags in the call all go.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteTags.html
 */
export const DeleteTags = operation({
  name: 'ec2:DeleteTags',
  readOnly: false,
  cli: 'ec2 delete-tags',
  parameters: {
    Resources: RESOURCES,
    Tags: {
      type: 'list',
      event: 'tagSet',
      required: false,
      of: {
        type: 'structure',
        members: {
          Key: { type: 'text', event: 'key', required: true },
          Value: { type: 'text', event: 'value', required: false },
        },
      },
    },
    DryRun: DRY_RUN,
  },
  validate: ({ Resources }) => resourceIdError(Resources),
  authorization: (_world, caller, { Resources, Tags = [] }, env) => {
    const { tags } = removingTags(Tags.map(({ Key }) => Key));
    return taggingRequests(caller, env, 'ec2:DeleteTags', Resources, tags);
  },
  perform: (scene, { Resources, Tags, DryRun }) => {
    const goes = (key: string, value: string): boolean =>
      Tags === undefined ||
      Tags.some(({ Key, Value }) => Key === key && (Value === undefined || Value === value));
    const changes = tagChanges(scene, Resources, (before) =>
      ok(Object.fromEntries(Object.entries(before).filter(([key, value]) => !goes(key, value)))),
    );
    return changes.ok ? unlessDry(DryRun, ok({ output: {}, changes: changes.value })) : changes;
  },
});
